// The words of the drawing, in German. The window draws with them; files are drawn in English.
import type { SceneWords } from '../../../shared/report/scene/words.ts'
import { number, share, short } from '../format.ts'

const LABELS: SceneWords['labels'] = {
  intent: 'was gewollt ist',
  'missing-info': 'fehlende Angaben',
  conflict: 'Angaben, die sich widersprechen',
  content: 'geschriebener Inhalt',
  extraction: 'ausgelesene Werte',
  score: 'eine Bewertung',
  untrusted: 'nicht vertrauenswürdige Eingabe',
  degraded: 'eine Ersatzlösung',
  policy: 'Richtlinien',
}

const CONSEQUENCE = ['keine', 'gering', 'mäßig', 'hoch', 'kritisch']
const UNCERTAINTY = ['keine', 'gering', 'mäßig', 'hoch', 'extrem']

export const scene: SceneWords = {
  stepKinds: {
    start: 'Start',
    end: 'Ende',
    step: 'Einfacher Schritt',
    model: 'Modell',
    action: 'Aktion',
    agent: 'Agent',
    check: 'Prüfung',
    decision: 'Entscheidung',
    split: 'Aufteilung',
    join: 'Zusammenführung',
    human: 'Mensch',
    subflow: 'Teilablauf',
    wait: 'Warten',
  },
  transitionKinds: {
    normal: 'Normal',
    exception: 'Ausnahme',
    'low-confidence': 'Wenig Sicherheit',
    ambiguity: 'Mehrdeutig',
    error: 'Fehler',
    retry: 'Wiederholung',
    timeout: 'Frist',
    reject: 'Abgelehnt',
    compensate: 'Ausgleich',
  },
  handoffKinds: {
    brief: 'Auftrag',
    approval: 'Freigabe',
    exception: 'Ausnahme',
    clarify: 'Rückfrage',
    recovery: 'Störung',
    'sign-off': 'Abnahme',
    notify: 'Hinweis',
  },
  strengths: {
    notify: 'Hinweis',
    confirm: 'Bestätigung',
    approve: 'Freigabe',
    'two-person': 'Vier-Augen',
  },
  labels: LABELS,
  unnamed: 'Ohne Namen',
  within: (name) => name,
  percent: (value) => `${share(value)} %`,
  noLongerNeeded: 'nicht nötig',
  suggested: (gate) => `+ ${gate}`,
  minutes: (minutes) => `${short(minutes)} min`,
  minutesPerRun: (minutes) => `${number(minutes)} min/Lauf`,
  clears: (labels) => `klärt ${labels.map((label) => LABELS[label]).join(', ')}`,
  ofRuns: (value) => `${share(value)} % der Läufe`,
  timesARun: (visits) => `${number(visits)} × je Lauf`,
  unreachable: 'nie erreicht',
  stepsInside: (count) => (count === 1 ? '1 Schritt darin' : `${count} Schritte darin`),
  stepOf: (position, count) => `Schritt ${position} von ${count}`,
  consequence: (level) => `Folge ${level === undefined ? 'ohne Angabe' : CONSEQUENCE[level]}`,
  uncertainty: (level) => `Unsicherheit ${level === undefined ? 'ohne Angabe' : UNCERTAINTY[level]}`,
  irreversible: 'nicht rückgängig zu machen',
  external: 'geht nach außen',
  security: 'sicherheitsrelevant',
  gateBefore: (gate) => `${gate.replace(/^\+ /, 'Vorschlag: ')} davor`,
  place: {
    before: (step) => `vor ${step}`,
    start: (step) => `nach ${step}`,
    on: (from, to) => `zwischen ${from} und ${to}`,
  },
  findings: (count) => (count === 1 ? '1 Befund' : `${count} Befunde`),
  transition: (from, to, label) => `von ${from} nach ${to}${label === '' ? '' : `, ${label}`}`,
}
