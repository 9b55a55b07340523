// Words of the palette, the find bar and the shortcut sheet, in German.
import type { Words } from '../shape.ts'

export const search: Words['search'] = {
  nothing: 'Nichts passt.',
  palette: 'Schritte, Befunde, Befehle suchen',
  paletteTitle: 'Suchen',
  kinds: { command: 'Befehl', step: 'Schritt', finding: 'Befund', handoff: 'Übergabe' },
  find: 'In diesem Ablauf suchen',
  findHint: 'Namen, Angaben, Regeln, Bedingungen',
  findNext: 'Nächster Treffer',
  findPrevious: 'Voriger Treffer',
  findClose: 'Suche schließen',
  matches: (n) => (n === 0 ? 'kein Treffer' : `${n} Treffer`),
  matchOf: (at, n) => `${at} von ${n}`,
  groups: {
    File: 'Datei',
    Edit: 'Bearbeiten',
    Insert: 'Einfügen',
    Tag: 'Angaben',
    Handoffs: 'Übergaben',
    View: 'Ansicht',
    Simulate: 'Simulation',
    Help: 'Hilfe',
  },
  menuBar: 'Menü',
  shortcuts: 'Tastenkürzel',
  shortcutsHint: 'Tasten ohne Strg oder ⌘ gelten auf der Zeichenfläche und in der Gliederung.',
}
