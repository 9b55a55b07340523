// The help page of the facts that rules of packs can ask for, made from the tables that answer them.
import { PACK_SUBJECTS } from '../model/rule-pack.ts'
import type { PackSubject } from '../model/rule-pack.ts'
import { PACK_FACTS } from '../rules/pack-facts.ts'

const TITLES: Readonly<Record<PackSubject, string>> = {
  step: 'Facts of a step',
  transition: 'Facts of a transition',
  handoff: 'Facts of a handoff',
  document: 'Facts of the document',
}

const NEIGHBOURS: Readonly<Partial<Record<PackSubject, string>>> = {
  transition:
    'Every fact of a step can also be asked of the two ends: `from.level` is the level of the step it leaves, `to.level` of the step it leads to.',
  handoff: 'Every fact of a step can also be asked of the step behind the handoff: `step.level`.',
}

/** Markdown; one table for each subject. */
export function packFactsPage(): string {
  return PACK_SUBJECTS.flatMap((subject) => [
    `## ${TITLES[subject]}`,
    ...(NEIGHBOURS[subject] === undefined ? [] : [NEIGHBOURS[subject]]),
    ['| Name | Holds | Says |', '| --- | --- | --- |', ...rowsOf(subject)].join('\n'),
  ]).join('\n\n')
}

function rowsOf(subject: PackSubject): readonly string[] {
  return PACK_FACTS[subject]
    .filter(({ name }) => !name.includes('.'))
    .map(({ name, type, says }) => `| \`${name}\` | ${type} | ${says} |`)
}
