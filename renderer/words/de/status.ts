// Words of the status bar, in German.
import type { Words } from '../shape.ts'

export const status: Words['status'] = {
  title: 'Status',
  uncovered: (n) => (n === 1 ? '1 Weg nicht gedeckt' : `${n} Wege nicht gedeckt`),
  uncoveredHint: 'Den nächsten nicht gedeckten Weg auf der Zeichenfläche zeigen',
  covered: 'Gedeckt',
  waived: (n) => (n === 1 ? '1 Risiko übernommen' : `${n} Risiken übernommen`),
  coveredHint: 'Jede Aktion, die einen Menschen braucht, hat einen. Den Nachweis zeigen.',
  nothing: 'Nichts braucht einen Menschen',
  nothingHint: 'Nach den Angaben ist kein Schritt folgenreich genug. Den Nachweis zeigen.',
  analysing: 'Wird analysiert …',
  failed: 'Analyse gescheitert',
  walkWhy: (at, n, step) => `Nicht gedeckter Weg ${at} von ${n}, zu ${step}`,
  findings: (errors, warnings) =>
    [
      { n: errors, word: 'Fehler' },
      { n: warnings, word: warnings === 1 ? 'Warnung' : 'Warnungen' },
    ] as const,
  minutes: (when) => (when === 'placed' ? 'min Freigaben je Lauf, wenn platziert' : 'min Freigaben je Lauf'),
  everyAction: (minutes) => `jede Aktion ${minutes}`,
  everyStep: (minutes) => `jeder Schritt ${minutes}`,
  showPlacement: 'Die Platzierung zeigen',
  showFindings: 'Die Befunde zeigen',
  save: {
    saved: 'Gespeichert',
    unsaved: 'Ungespeichert',
    recovered: 'Wiederhergestellt',
    conflict: 'Konflikt',
  },
  saveHints: {
    saved: 'Die Datei auf der Festplatte enthält genau diesen Stand.',
    unsaved:
      'Die Änderungen stehen im Wiederherstellungsprotokoll, noch nicht in einer Datei. Klicken Sie zum Speichern.',
    recovered: 'Wiederhergestellt, nachdem die letzte Sitzung vorzeitig endete. Klicken Sie zum Speichern.',
    conflict: 'Auch die Datei auf der Festplatte hat sich geändert. Klicken Sie, um zu entscheiden.',
  },
  zoom: (percent) => `${percent} %`,
  zoomHint: 'Zoom auf 100 %',
  readOnly: 'Nur lesen',
}
