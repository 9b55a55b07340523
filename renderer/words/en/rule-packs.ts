// Words of the rule packs dialog.
import type { PackSubject } from '../../../shared/model/rule-pack.ts'
import { plural, whole } from '../format.ts'

const subjects: Readonly<Record<PackSubject, readonly [one: string, many: string]>> = {
  step: ['step', 'steps'],
  transition: ['transition', 'transitions'],
  handoff: ['handoff', 'handoffs'],
  document: ['document', 'documents'],
}

export const rulePacks = {
  title: 'Rule packs',
  none: 'No rule pack yet.',
  noneText: 'A rule pack holds the rules of your team. It is kept whole in this document.',
  addFile: 'Add from file…',
  newPack: 'New pack',
  newPackTitle: 'House rules',
  packs: 'Packs',
  version: (version: string) => `version ${version}`,
  counts: (rules: number, findings: number) => `${count(rules, 'rule')} · ${count(findings, 'finding')}`,
  rules: 'Rules',
  newRule: 'New rule',
  newRuleTitle: 'A new rule',
  remove: 'Remove pack',
  saveFile: 'Save as file…',
  removeRule: 'Remove rule',
  fields: {
    title: 'Title',
    for: 'Asks about each',
    severity: 'Severity',
    when: 'When',
    whenHint: 'FEEL over the facts below.',
    message: 'Message',
    messageHint: 'A fact in braces is filled in: {name}.',
    explanation: 'Why, and what to do',
    version: 'Version of the pack',
  },
  subjectNames: { step: 'step', transition: 'transition', handoff: 'handoff', document: 'document' },
  facts: 'Facts',
  allFacts: 'All facts',
  insert: (name: string) => `Insert ${name}`,
  matches: (n: number, subject: PackSubject, added: number, gone: number) =>
    [
      subject === 'document'
        ? n === 0
          ? 'Does not match this document'
          : 'Matches this document'
        : `Matches ${n} ${subjects[subject][n === 1 ? 0 : 1]}`,
      ...(added > 0 ? [`${added} new`] : []),
      ...(gone > 0 ? [`${gone} gone`] : []),
    ].join(', '),
  isNew: 'new',
  show: (name: string) => `Show ${name}`,
  more: (n: number) => `and ${n} more`,
  examples: (fire: number, quiet: number) =>
    fire + quiet === 0
      ? 'No examples yet. They are run whenever the pack is put in, so that nobody breaks the rule unseen.'
      : `${count(fire, 'example')} that must make a finding, ${quiet} that must not: all do.`,
  examplesTitle: 'Examples',
  examplesHint: 'Facts as JSON. What is not given is as if nobody had said.',
  sides: { mustFire: 'Must make a finding', mustNotFire: 'Must make none' },
  addExample: { mustFire: 'Add one that must', mustNotFire: 'Add one that must not' },
  exampleLabel: (side: string, n: number) => `${side}, ${n}`,
  exampleUnread: 'Write facts like {"level": 3, "leavesHouse": true}.',
  removeExample: (label: string) => `Remove example: ${label}`,
  unsaved: 'Not saved yet. Kept while you look at other rules.',
  unsavedMark: '· not saved',
  giveUp: 'Give up changes',
  save: 'Save rule',
  saved: 'Nothing to save',
  upgradeTitle: (title: string) => `Take this version of “${title}”?`,
  addTitle: (title: string) => `Add “${title}”?`,
  versions: (before: string, after: string) => `${before} is in the document; the file has ${after}.`,
  sameVersion: (version: string) => `Both call themselves ${version}.`,
  added: 'New rules',
  removed: 'Rules that go',
  changed: 'Changed rules',
  newlyFiring: (n: number) => `${count(n, 'finding')} more`,
  gone: (n: number) => `${count(n, 'finding')} less`,
  unchanged: 'No rule and no finding changes.',
  take: 'Take this version',
  add: 'Add pack',
  refused: 'This file cannot be added',
  fileName: (id: string) => `${id}.rules.json`,
} as const

function count(n: number, noun: string): string {
  return `${whole(n)} ${plural(n, noun, `${noun}s`)}`
}
