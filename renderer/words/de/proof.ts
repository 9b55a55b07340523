// Words of the proof panel, in German.
import type { Words } from '../shape.ts'

export const proof: Words['proof'] = {
  title: 'Nachweis',
  coveredTitle: 'Gedeckt',
  nothingTitle: 'Nichts braucht einen Menschen',
  openTitle: (n) => (n === 1 ? '1 Aktion ist nicht gedeckt' : `${n} Aktionen sind nicht gedeckt`),
  showWalk: 'Auf der Zeichenfläche zeigen',
  checkedTitle: 'Von einem zweiten Programm geprüft',
  refusedTitle: 'Das zweite Programm stimmt nicht zu',
  how: 'Wie das berechnet wird',
  actionsTitle: 'Was jede Aktion braucht, und was sie deckt',
  columns: { action: 'Aktion', needs: 'Braucht', because: 'Weil', carriedBy: 'Gedeckt durch' },
  notYet: 'Noch nicht gedeckt.',
  placedOnly: 'mit den Vorschlägen:',
  gatesTitle: 'Warum jede Übergabe dort steht',
  suggested: 'vorgeschlagen',
  cheapestTitle: 'Würde etwas Günstigeres reichen?',
  waivedTitle: 'Risiken, für die jemand einsteht',
  filesTitle: 'Zum Ablegen oder anderswo Prüfen',
  certificateText:
    'Mit dem Zertifikat kann jeder das prüfen, ohne der Platzierung von Baton zu vertrauen: baton verify liest es mit eigenem Code.',
  saveCertificate: 'Zertifikat speichern …',
  saveMarkdown: 'Als Markdown speichern …',
  savePage: 'Als Seite speichern …',
  hashes: { document: 'Dokument', certified: 'Ohne seine Übergaben', certificate: 'Zertifikat' },
  stale: 'Das gilt für den Stand vor Ihrer letzten Änderung; die neue Antwort kommt gleich.',
}
