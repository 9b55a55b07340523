// Words that several panels share, in German.
import { number, share } from '../format.ts'
import type { Words } from '../shape.ts'
import { sayInGerman } from './phrases.ts'
import { scene } from './scene.ts'

export const common: Words['common'] = {
  say: sayInGerman,
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  open: 'Öffnen',
  remove: 'Entfernen',
  add: 'Hinzufügen',
  change: 'Ändern …',
  none: 'Keine',
  yes: 'Ja',
  no: 'Nein',
  untitled: 'Ohne Titel',
  unnamed: scene.unnamed,
  notSet: 'nicht gesetzt',
  nothingOpen: 'Es ist kein Dokument offen.',
  filter: 'Filtern',
  clearFilter: 'Filter aufheben',
  minutes: (value) => `${number(value)} min`,
  hours: (value) => `${number(value)} h`,
  minutesPerRun: (value) => `${number(value)} min je Lauf`,
  prompts: (value) => `${number(value)} ${value === 1 ? 'Anfrage' : 'Anfragen'} je Lauf`,
  percent: (value) => `${share(value)} %`,
  times: (value) => `${number(value)} ×`,
  arrow: ' → ',
  before: (step) => `vor ${step}`,
  on: (transition) => `auf ${transition}`,
  atStart: (step) => `bei ${step}`,
  handoffPhrase: (kind, strength, place) =>
    kind === strength ? `${kind} ${place}` : `${kind} (${strength}) ${place}`,
  handoffShort: (kind, step) => `${kind} · ${step}`,
  keyCaps: {
    Mod: 'Strg',
    Shift: 'Umschalt',
    Delete: 'Entf',
    Escape: 'Esc',
    PageUp: 'Bild ↑',
    PageDown: 'Bild ↓',
    Home: 'Pos1',
    End: 'Ende',
    Enter: 'Eingabe',
    Space: 'Leertaste',
  },
  more: 'Mehr',
  all: 'Alle',
}
