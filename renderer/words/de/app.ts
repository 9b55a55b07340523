// Words of the window's frame, in German.
import type { Words } from '../shape.ts'

export const app: Words['app'] = {
  name: 'Baton',
  cannotStart: 'Baton konnte nicht starten',
  broken: 'Auf diesem Bildschirm ist etwas schiefgegangen',
  brokenSafe:
    'Ihre Dokumente sind sicher: Jede Änderung steht im Wiederherstellungsprotokoll. Zeigen Sie das Fenster wieder an, oder speichern Sie zuerst.',
  showAgain: 'Fenster wieder anzeigen',
  saveAll: 'Alle Dateien speichern',
  messages: 'Meldungen',
  documents: 'Offene Dokumente',
  closeTab: (name) => `${name} schließen`,
  status: {
    saved: 'Gespeichert',
    unsaved: 'Ungespeichert',
    recovered: 'Wiederhergestellt',
    conflict: 'Konflikt',
  },
  toolbar: 'Werkzeugleiste',
  mode: 'Modus',
  search: 'Schritte, Befunde, Befehle suchen',
  place: (count) => (count === 1 ? '1 Übergabe platzieren' : `${count} Übergaben platzieren`),
  exportPolicy: 'Richtlinie exportieren',
  resize: 'Größe ändern',
  bottom: {
    findings: 'Befunde',
    placement: 'Platzierung',
    simulation: 'Simulation',
    proof: 'Nachweis',
    sensitivity: 'Was entscheidet',
    table: 'Tabelle',
    compare: 'Vergleich',
  },
  drop: 'Zum Öffnen ablegen',
  dropRefused: (name) => `${name} konnte nicht gelesen werden`,
}
