// Words of the messages that come by themselves, and of what is only spoken, in German.
import type { Words } from '../shape.ts'

export const messages: Words['messages'] = {
  didNotWork: (what) => `„${what}“ hat nicht funktioniert`,
  atStart: 'Beim Start stimmte etwas nicht',
  lost: 'Die Verbindung zu Baton ist unterbrochen',
  lostText:
    'Aus diesem Fenster lässt sich nichts mehr speichern. Starten Sie Baton neu: Dort werden Ihnen Ihre Änderungen angeboten.',
  restored: (n) => (n === 1 ? '1 Änderung zurückgeholt' : `${n} Änderungen zurückgeholt`),
  unreadableNow: (name) => `${name} hat sich auf der Festplatte geändert und ist nicht mehr lesbar`,
  readAgain: (name) => `${name} wurde neu von der Festplatte gelesen`,
  notReadAgain: (name) => `${name} ließ sich nicht neu lesen`,
  faults: (shown, more) => `${shown}${more > 0 ? ` Und ${more} weitere.` : ''} Nichts wurde geändert.`,
  refused: 'Diese Änderung wurde abgelehnt',
  undone: 'Rückgängig gemacht',
  redone: 'Wiederholt',
  readOnly: 'Dieses Dokument ist schreibgeschützt',
  notWritable: 'In diese Datei darf nicht geschrieben werden.',
  journalStopped:
    'Änderungen erreichen das Wiederherstellungsprotokoll nicht. Speichern Sie Ihre Arbeit jetzt.',
  noSettings: 'Die Einstellungen ließen sich nicht lesen',
  notOpened: (name) => `${name} ließ sich nicht öffnen`,
  noSample: 'Das Beispiel ließ sich nicht öffnen',
  notRead: (name) => `${name} ließ sich nicht lesen`,
  notImported: (name) => `${name} ließ sich nicht importieren`,
  workflows: 'Abläufe',
  allFiles: 'Alle Dateien',
  exported: (name) => `${name} exportiert`,
  notExported: 'Der Export ließ sich nicht schreiben',
  noJournal:
    'Das Wiederherstellungsprotokoll ließ sich nicht lesen. Dateien auf der Festplatte sind unberührt.',
  notRecovered: (name) => `${name} ließ sich nicht wiederherstellen`,
  editsLost: (name, n) => `${name}: Die letzten ${n} Änderungen ließen sich nicht lesen`,
  restIsHere: 'Alles davor ist da.',
  runStopped: 'Der Lauf konnte nicht weitergehen',
  noFindings: 'Keine Befunde',
  decisionLost: 'Die Entscheidung ließ sich nicht festhalten',
  untitledNumber: (n) => `Ohne Titel ${n}`,
}
