// Words of the dialogs, in German.
import { plural, whole } from '../format.ts'
import type { Words } from '../shape.ts'

export const dialogs: Words['dialogs'] = {
  about: {
    title: 'Über Baton',
    version: (version, platform) => `Version ${version} auf ${platform}`,
    text: 'Das Zeichenwerkzeug für Übergaben. Es zeigt, wo in einem Ablauf Menschen hingehören, weist nach, dass sie dort sind, und gibt die Richtlinie an die Ausführung weiter.',
    private: 'Kein Konto, kein Netz, keine Telemetrie. Ihre Dateien bleiben, wo Sie sie hinlegen.',
    licence: 'MIT-Lizenz.',
    author: 'Ihr Name unter Entscheidungen',
    authorHint: 'Steht bei jedem Befund, den Sie verwerfen. Bis dahin bleibt er in dieser Anwendung.',
  },
  settings: {
    title: 'Einstellungen',
    language: 'Sprache',
    languages: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
    languageHint:
      'Zahlen und Tage richten sich danach. Was in Dateien steht, ändert sich nicht. Die Hilfeseiten gibt es nur auf Englisch.',
    theme: 'Darstellung',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  },
  dismiss: {
    title: 'Über diesen Befund entscheiden',
    statuses: { dismissed: 'Verwerfen', 'covered-by': 'Gedeckt durch', snoozed: 'Zurückstellen' },
    reason: 'Warum',
    reasons: [
      'Außerhalb dieses Ablaufs gedeckt',
      'Die Angabe übertreibt den Schaden',
      'Risiko wird getragen',
      'Trifft hier nicht zu',
    ],
    other: 'In eigenen Worten',
    note: 'Eine Anmerkung, falls es etwas zu sagen gibt',
    coveredBy: 'Was sich darum kümmert',
    chooseCover: 'Auswählen …',
    coverHandoffs: 'Übergaben',
    coverSteps: 'Schritte',
    coverElsewhere: 'Etwas außerhalb dieses Dokuments',
    coverText: 'Was, und wo',
    coverPlaceholder: 'Die Bank verlangt eine zweite Unterschrift',
    until: 'Bis',
    untilPresets: [
      { label: 'Morgen', days: 1 },
      { label: 'In einer Woche', days: 7 },
      { label: 'In einem Monat', days: 30 },
    ],
    scope: 'Für',
    scopes: {
      place: 'Diese Stelle',
      file: (rule) => `${rule} überall in diesem Dokument`,
      workspace: (rule) => `${rule} in allen meinen Dokumenten (steht in der Anwendung, nicht im Dokument)`,
    },
    guard: (rule) =>
      `${rule} schützt die Deckung. Darum lässt sich nur für eine Stelle nach der anderen entscheiden.`,
    hides: (n, scope) =>
      scope === 'place'
        ? n === 1
          ? 'Blendet diesen Befund aus.'
          : `Blendet ${foundText(n)} aus.`
        : `Blendet ${foundText(n)} in diesem Dokument aus und alle, die noch kommen.`,
    hint: 'Wird mit dem Stand von heute festgehalten. Ändert sich daran etwas, kommt der Befund zurück.',
    wideHint: 'Ein Befund, der schwerer wiegt als diese, wird trotzdem gezeigt.',
    more: (n) => `und ${n} weitere`,
    confirm: { dismissed: 'Verwerfen', 'covered-by': 'Als gedeckt vermerken', snoozed: 'Zurückstellen' },
    faults: {
      reason: 'Wählen Sie einen Grund, oder schreiben Sie einen.',
      cover: 'Wählen Sie, was sich darum kümmert.',
      coverText: 'Schreiben Sie, was sich darum kümmert.',
      until: 'Wählen Sie einen Tag.',
    },
    gone: 'Diesen Befund gibt es nicht mehr.',
  },
  import: {
    title: 'Importieren',
    label: 'n8n-JSON oder ein Mermaid-Flussdiagramm einfügen',
    placeholder: 'flowchart TD\n  ask([Anfrage]) --> draft[Antwort entwerfen] --> send[Antwort senden]',
    fileName: 'Eingefügter Text',
    confirm: 'Importieren',
    orFile: 'Stattdessen eine Datei öffnen …',
    hint: 'Daraus wird ein neues Dokument. Das Eingefügte selbst bleibt, wie es ist.',
    empty: 'Fügen Sie zuerst etwas ein.',
  },
  reimport: {
    refused: (file) => `${file} lässt sich nicht importieren`,
    done: (file) => `${file} wurde noch einmal importiert`,
    nothing: 'Darin hat sich nichts geändert.',
    outcome: (added, gone, handoffs) =>
      `${added === 1 ? '1 Schritt' : `${added} Schritte`} neu, ${gone} weg. ${handoffs === 1 ? '1 Übergabe' : `${handoffs} Übergaben`} behalten, ebenso Angaben und Entscheidungen.`,
  },
  report: {
    title: 'Was beim Import herauskam',
    counts: (steps, ways, human) =>
      `${steps === 1 ? '1 Schritt' : `${steps} Schritte`}, ${ways === 1 ? '1 Übergang' : `${ways} Übergänge`}, ${human === 1 ? '1 Stelle' : `${human} Stellen`}, an denen schon ein Mensch beteiligt ist.`,
    from: (format, nodes, edges) =>
      `Aus ${format}: ${nodes} Knoten und ${edges === 1 ? '1 Verbindung' : `${edges} Verbindungen`} gelesen.`,
    repairs: 'Behoben',
    repairsText: 'Damit sich der Ablauf lesen lässt.',
    guesses: 'Angenommen',
    guessesText: 'Die Datei sagt es nicht; sehen Sie hier zuerst nach.',
    blindSpots: 'Aus der Datei nicht zu erkennen',
    blindSpotsText: 'Machen Sie dazu selbst Angaben, wo es darauf ankommt.',
    none: 'Nichts.',
    more: (n) => `und ${n} weitere`,
    confirm: 'Weiter',
    show: (name) => `${name} zeigen`,
  },
  unsaved: {
    title: (n) => (n === 1 ? 'Vor dem Schließen speichern?' : `${n} Dokumente vor dem Schließen speichern?`),
    text: 'Nicht gespeicherte Änderungen gehen beim Schließen verloren.',
    save: 'Speichern',
    discard: 'Nicht speichern',
    cancel: 'Abbrechen',
  },
  recovered: {
    title: (n) =>
      n === 1 ? 'Ein Dokument wurde wiederhergestellt' : `${n} Dokumente wurden wiederhergestellt`,
    text: 'Die letzte Sitzung endete, bevor diese Änderungen gespeichert waren. Auf der Festplatte wurde nichts verändert.',
    keep: 'Änderungen behalten',
    saved: 'Gespeicherten Stand öffnen',
    discard: 'Verwerfen',
    done: 'Alles behalten',
    unsavedFile: 'nie gespeichert',
  },
  browse: {
    openTitle: 'Datei öffnen',
    saveTitle: 'Speichern',
    up: 'Ein Ordner nach oben',
    path: 'Ordner',
    name: 'Dateiname',
    nameAllowed: 'Geben Sie einen Dateinamen ohne Schrägstriche ein.',
    entries: 'Dateien und Ordner',
    folder: 'Ordner',
    file: 'Datei',
    empty: 'In diesem Ordner ist nichts, was sich hier öffnen lässt.',
    truncated: 'Nur die ersten Einträge sind aufgeführt. Geben Sie den Pfad ein, um weiterzukommen.',
    failed: 'Dieser Ordner lässt sich nicht lesen',
    replace: (name) => `${name} gibt es schon und wird ersetzt.`,
    loading: 'Wird gelesen …',
  },
  exported: {
    policyTitle: 'Richtlinie exportieren',
    svgTitle: 'Zeichnung exportieren',
    policyText:
      'Eine JSON-Datei für die Ausführung: Schritte mit Angaben und Zuteilung, Übergänge, Übergaben und das Zertifikat.',
    svgText: 'Die Zeichenfläche als skalierbares Bild, auf Englisch beschriftet.',
    covered: 'Alles, was einen Menschen braucht, ist gedeckt.',
    uncovered: (n) =>
      n === 1
        ? '1 Weg ist nicht gedeckt. Die Richtlinie sagt das; eine Ausführung, die es prüft, lehnt sie ab.'
        : `${n} Wege sind nicht gedeckt. Die Richtlinie sagt das; eine Ausführung, die es prüft, lehnt sie ab.`,
    losses: 'Was die Übergaben verlieren',
    nothingLost: 'Nichts geht verloren: Die Datei sagt alles, was die Übergaben sagen.',
    verdicts: { lost: 'Verloren', weakened: 'Abgeschwächt' },
    save: 'Speichern …',
    download: 'Herunterladen',
  },
  rule: { missing: (rule) => `Zu ${rule} gibt es keine Seite.` },
}

function foundText(n: number): string {
  return `${whole(n)} ${plural(n, 'Befund', 'Befunde')}`
}
