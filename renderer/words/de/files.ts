// Wörter zu Dateien: Speichern, Konflikte und was Änderungen schützt.
import type { Words } from '../shape.ts'

export const files: Words['files'] = {
  saved: 'Gespeichert',
  notSaved: (name) => `${name} konnte nicht gespeichert werden`,
  safe: 'Ihre Änderungen sind hier und im Wiederherstellungsprotokoll sicher.',
  saveElsewhere: 'Unter anderem Namen speichern …',
  mine: 'meine Änderungen',
  conflict: {
    changedTitle: 'Die Datei hat sich auf der Festplatte geändert',
    goneTitle: 'Die Datei ist nicht mehr da',
    changed: (name) =>
      `${name} wurde von einem anderen Fenster oder Programm geändert, seit die Datei hier geöffnet wurde. Nichts wurde überschrieben.`,
    gone: (name) =>
      `${name} wurde gelöscht, umbenannt oder verschoben, oder der Ordner ist nicht mehr da. Was Sie hier sehen, ist vollständig.`,
    keepBoth: 'Beide behalten',
    keepBothHint: (name) =>
      `Ihre Fassung wird daneben als ${name} gespeichert. Die Datei auf der Festplatte öffnet sich in einem eigenen Reiter.`,
    compare: 'Erst vergleichen',
    compareHint: 'Zeigt, was verschieden ist. Entscheiden Sie danach.',
    reload: 'Die Datei von der Festplatte nehmen',
    reloadHint: 'Ihre Änderungen seit dem letzten Speichern gehen verloren.',
    overwrite: 'Meine behalten und die Datei überschreiben',
    overwriteHint: 'Die anderen Änderungen gehen verloren. Die letzte gute Kopie bleibt neben der Datei.',
    writeAgain: 'An derselben Stelle neu schreiben',
    writeAgainHint: 'Die Datei ist dann, wie Sie sie hier sehen.',
    saveAs: 'Meine unter anderem Namen speichern …',
    saveAsHint: 'Sie wählen Ordner und Namen.',
    cancel: 'Später entscheiden',
  },
  autosave: 'Dateien von selbst speichern',
  autosaveHint:
    'Nach einer kurzen Pause und wenn Sie das Fenster verlassen. Nie über eine Datei, die anderswo geändert wurde. Die Wiederherstellung ist immer an.',
}
