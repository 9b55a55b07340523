// Words of the panel that says what the placement hangs on, in German.
import type { Words } from '../shape.ts'

export const sensitivity: Words['sensitivity'] = {
  title: 'Was entscheidet, wo Menschen gefragt werden',
  about:
    'Jede Angabe bekommt der Reihe nach jeden anderen Wert, und die Platzierung wird neu berechnet. Zwei Angaben, die zugleich falsch sind, werden nicht probiert.',
  working: (done, total) =>
    total === 0 ? 'Andere Werte werden probiert …' : `Andere Werte werden probiert: ${done} von ${total}`,
  stop: 'Anhalten',
  again: 'Noch einmal',
  begin: 'Berechnen',
  stopped: 'Angehalten, bevor alle Werte probiert waren.',
  failed: (why) => `Das ließ sich nicht berechnen: ${why}`,
  stale: 'vom Stand vor Ihrer letzten Änderung',
  counts: (effects, tried) =>
    `${effects} von ${tried} anderen Werten ${effects === 1 ? 'würde' : 'würden'} etwas ändern`,
  unproven: (unproven, tried) =>
    `bei ${unproven} von ${tried} ist die Platzierung gut, aber nicht als die günstigste bewiesen; es könnte sich also weniger ändern als hier steht`,
  mark: 'Auf der Zeichenfläche markieren',
  untaggedTitle: 'Noch ohne Angabe',
  untaggedNone: 'Alle Angaben, auf die es ankommt, sind gemacht.',
  tagFirst: 'Hier zuerst angeben',
  effectsTitle: 'Wenn eine Angabe falsch ist',
  effectsNone:
    'Kein anderer Wert einer einzelnen Angabe würde eine Übergabe verschieben, hinzufügen oder streichen.',
  more: (n) => (n === 1 ? '1 anderer Wert' : `${n} andere Werte`),
  fewer: 'Weniger',
  uncovers: 'öffnet eine Lücke',
  minutes: (text, sign) => (sign === 'more' ? `+${text}` : `−${text}`),
  range: (least, most) => (least === most ? `${least} min` : `${least} bis ${most} min`),
  same: 'keine Minuten',
  markDecides: 'Die Platzierung hängt an einer Angabe dieses Schritts',
  markUntagged: 'Niemand hat gesagt, was dieser Schritt wiegt, und die Platzierung hängt daran',
}
