// Words of the profile, in German.
import type { Words } from '../shape.ts'

export const profile: Words['profile'] = {
  title: 'Profil dieses Dokuments',
  edit: 'Bearbeiten …',
  preset: 'Vorgabe',
  presets: { recommended: 'Empfohlen', strict: 'Streng', lenient: 'Locker' },
  about: {
    recommended: 'Für die meiste Arbeit: ein Mensch, wo es folgenreich ist, und sonst niemand.',
    strict:
      'Eine Stufe stärker: Jeder Zweifel entwertet frühere Zustimmung, und zwei Personen sind eher gefragt.',
    lenient: 'Eine Stufe leichter: für Versuche und für Arbeit, die leicht rückgängig zu machen ist.',
  },
  name: 'Name dieses Profils',
  namePlaceholder: 'Name, falls es einen hat',
  summary: (preset, n) =>
    n === 0 ? `${preset}, unverändert` : `${preset} mit ${n} ${n === 1 ? 'Änderung' : 'Änderungen'}`,
  unknown: (name) => `„${name}“ ist hier nicht bekannt; an seiner Stelle gilt Empfohlen`,
  table: 'Wie stark die Übergabe vor einer Aktion sein muss',
  tableHint:
    'Nach unten: wie schlimm es ist, wenn die Aktion falsch ist. Nach rechts: wie viele davon zutreffen: schwer rückgängig zu machen, nach außen, sicherheitsrelevant.',
  consequence: 'Folge',
  facts: ['nichts davon', 'eines', 'zwei', 'alle drei'],
  strengths: {
    none: 'nichts',
    notify: 'Hinweis',
    confirm: 'Bestätigung',
    approve: 'Freigabe',
    'two-person': 'Vier-Augen',
  },
  cellFault: (cell, why) => `${cell}: ${why}.`,
  thresholds: 'Grenzen',
  thresholdSays: {
    doubt: 'Zweifel, der frühere Zustimmung entwertet, ab',
    uplift: 'Offener Zweifel bei Ankunft, der eine Stufe mehr verlangt, ab',
    consent: 'Die leichteste Übergabe, die einen Lauf anhält; leichtere werden zu Hinweisen',
    twoPerson: 'Was schwer rückgängig zu machen oder sicherheitsrelevant ist, braucht zwei Personen ab Folge',
    exceptions: 'Ausnahmen sind keine mehr, wenn ihr Anteil höher ist als (X15)',
    gated: 'Fast jeder Schritt hat eine Übergabe, wenn der Anteil höher ist als (X5)',
    busy: 'Menschen sind überlastet, wenn sie länger beschäftigt sind als (X17)',
    late: 'Antworten kommen womöglich zu spät in bis zu (X17)',
  },
  thresholdNames: {
    doubt: 'Zweifel, der Zustimmung entwertet',
    uplift: 'Zweifel, der mehr verlangt',
    consent: 'Leichteste anhaltende Übergabe',
    twoPerson: 'Zwei Personen bei schweren Aktionen',
    exceptions: 'Anteil, der noch Ausnahme ist',
    gated: 'Anteil der Schritte mit Übergabe',
    busy: 'Anteil ihrer Zeit',
    late: 'Antworten nach der Frist',
  },
  never: 'nie',
  percent: (n) => `${n} %`,
  minutesTitle: 'Minuten, die eine Prüfung dauert',
  minutesOf: (strength) => `Minuten für ${strength}`,
  rules: 'Wie schwer jede Regel wiegt',
  filterRules: 'Regeln filtern',
  severityOf: (rule) => `Schwere von ${rule}`,
  usual: 'wie üblich',
  settings: { off: 'aus', info: 'Hinweis', warning: 'Warnung', error: 'Fehler' },
  guards:
    'S2, S3, S9 und X13 schützen die Deckung. Sie können leichter wiegen, was dann jede Prüfung sagt, aber nie abgeschaltet werden.',
  differences: (n, preset) =>
    n === 0
      ? `Kein Unterschied zu ${preset}`
      : `${n} ${n === 1 ? 'Unterschied' : 'Unterschiede'} zu ${preset}`,
  change: (what, from, to) => `${what}: ${from} → ${to}`,
  reset: 'Zurücksetzen',
  resetOne: (what) => `${what} zurücksetzen`,
  resetAll: 'Alles zurücksetzen',
  apply: 'Anwenden',
  refused: 'Dieses Profil widerspricht sich und lässt sich darum nicht anwenden.',
  noEffect: (handoffs, minutes) =>
    `Hier ändert sich nichts: ${handoffs} vorgeschlagene ${handoffs === 1 ? 'Übergabe' : 'Übergaben'}, ${minutes} je Lauf.`,
  handoffs: (delta) => {
    if (delta === 0) return 'So viele Übergaben wie jetzt, '
    const n = Math.abs(delta)
    return `${n} ${n === 1 ? 'Übergabe' : 'Übergaben'} ${delta > 0 ? 'mehr' : 'weniger'}, `
  },
  minutes: (then, now) => (then === now ? `${then} je Lauf wie jetzt.` : `${then} je Lauf statt ${now}.`),
  open: (then, now) =>
    then === now
      ? ''
      : ` Im jetzigen Stand ${then === 1 ? 'ist 1 Aktion' : `sind ${then} Aktionen`} nicht gedeckt, statt ${now}.`,
}
