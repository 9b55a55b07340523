// Words of the rule packs dialog, in German.
import type { PackSubject } from '../../../shared/model/rule-pack.ts'
import { plural, whole } from '../format.ts'
import type { Words } from '../shape.ts'

// As they stand after “passt zu”.
const subjects: Readonly<Record<PackSubject, readonly [one: string, many: string]>> = {
  step: ['Schritt', 'Schritten'],
  transition: ['Übergang', 'Übergängen'],
  handoff: ['Übergabe', 'Übergaben'],
  document: ['Dokument', 'Dokumenten'],
}

export const rulePacks: Words['rulePacks'] = {
  title: 'Regelpakete',
  none: 'Noch kein Regelpaket.',
  noneText: 'Ein Regelpaket enthält die Regeln Ihres Teams. Es steht vollständig in diesem Dokument.',
  addFile: 'Aus Datei hinzufügen …',
  newPack: 'Neues Paket',
  newPackTitle: 'Hausregeln',
  packs: 'Pakete',
  version: (version) => `Version ${version}`,
  counts: (rules, findings) => `${countRules(rules)} · ${countFindings(findings)}`,
  rules: 'Regeln',
  newRule: 'Neue Regel',
  newRuleTitle: 'Eine neue Regel',
  remove: 'Paket entfernen',
  saveFile: 'Als Datei speichern …',
  removeRule: 'Regel entfernen',
  fields: {
    title: 'Titel',
    for: 'Fragt nach jedem Element der Art',
    severity: 'Schwere',
    when: 'Wenn',
    whenHint: 'FEEL über die Werte unten.',
    message: 'Meldung',
    messageHint: 'Ein Wert in geschweiften Klammern wird eingesetzt: {name}.',
    explanation: 'Warum, und was zu tun ist',
    version: 'Version des Pakets',
  },
  subjectNames: { step: 'Schritt', transition: 'Übergang', handoff: 'Übergabe', document: 'Dokument' },
  facts: 'Werte',
  allFacts: 'Alle Werte',
  insert: (name) => `${name} einsetzen`,
  matches: (n, subject, added, gone) =>
    [
      subject === 'document'
        ? n === 0
          ? 'Passt nicht zu diesem Dokument'
          : 'Passt zu diesem Dokument'
        : `Passt zu ${n} ${subjects[subject][n === 1 ? 0 : 1]}`,
      ...(added > 0 ? [`${added} neu`] : []),
      ...(gone > 0 ? [`${gone} weg`] : []),
    ].join(', '),
  isNew: 'neu',
  show: (name) => `${name} zeigen`,
  more: (n) => `und ${n} weitere`,
  examples: (fire, quiet) =>
    fire + quiet === 0
      ? 'Noch keine Beispiele. Sie laufen bei jedem Hinzufügen mit, damit niemand die Regel unbemerkt beschädigt.'
      : `${fire === 1 ? '1 Beispiel, das einen Befund ergeben muss' : `${fire} Beispiele, die einen Befund ergeben müssen`}, ${quiet} ohne: Alle stimmen.`,
  examplesTitle: 'Beispiele',
  examplesHint: 'Werte als JSON. Was fehlt, gilt als nicht gesagt.',
  sides: { mustFire: 'Muss einen Befund ergeben', mustNotFire: 'Darf keinen ergeben' },
  addExample: { mustFire: 'Eines hinzufügen, das muss', mustNotFire: 'Eines hinzufügen, das nicht darf' },
  exampleLabel: (side, n) => `${side}, ${n}`,
  exampleUnread: 'Schreiben Sie Werte wie {"level": 3, "leavesHouse": true}.',
  removeExample: (label) => `Beispiel entfernen: ${label}`,
  unsaved: 'Noch nicht gespeichert. Bleibt erhalten, während Sie andere Regeln ansehen.',
  unsavedMark: '· nicht gespeichert',
  giveUp: 'Änderungen verwerfen',
  save: 'Regel speichern',
  saved: 'Nichts zu speichern',
  upgradeTitle: (title) => `Diese Version von „${title}“ übernehmen?`,
  addTitle: (title) => `„${title}“ hinzufügen?`,
  versions: (before, after) => `Im Dokument ist ${before}; die Datei hat ${after}.`,
  sameVersion: (version) => `Beide nennen sich ${version}.`,
  added: 'Neue Regeln',
  removed: 'Regeln, die wegfallen',
  changed: 'Geänderte Regeln',
  newlyFiring: (n) => `${countFindings(n)} mehr`,
  gone: (n) => `${countFindings(n)} weniger`,
  unchanged: 'Keine Regel und kein Befund ändert sich.',
  take: 'Diese Version übernehmen',
  add: 'Paket hinzufügen',
  refused: 'Diese Datei lässt sich nicht hinzufügen',
  fileName: (id) => `${id}.rules.json`,
}

function countRules(n: number): string {
  return `${whole(n)} ${plural(n, 'Regel', 'Regeln')}`
}

function countFindings(n: number): string {
  return `${whole(n)} ${plural(n, 'Befund', 'Befunde')}`
}
