// Words for the closed lists of the format, in German.
import type { Words } from '../shape.ts'
import { scene } from './scene.ts'

const { stepKinds, transitionKinds, handoffKinds, strengths, labels } = scene

export const scales: Words['scales'] = {
  stepKinds,
  stepKindHints: {
    start: 'Hier beginnt ein Lauf',
    end: 'Hier ist ein Lauf zu Ende',
    step: 'Arbeit ohne Wirkung nach außen',
    model: 'Ein Sprachmodell antwortet',
    action: 'Bewirkt etwas in der Welt: zahlt, sendet, spielt ein',
    agent: 'Wählt seine Werkzeuge selbst',
    check: 'Eine automatische Prüfung, die manche Zweifel klärt',
    decision: 'Der eine oder der andere Weg',
    split: 'Alle Wege zugleich',
    join: 'Wartet auf alle Wege',
    human: 'Hier arbeitet oder entscheidet schon ein Mensch',
    subflow: 'Ein anderer Ablauf',
    wait: 'Wartet auf eine Zeit oder ein Ereignis',
  },
  transitionKinds,
  handoffKinds,
  strengths,
  labels,
  decisions: {
    approve: 'Freigeben',
    edit: 'Ändern, dann freigeben',
    reject: 'Ablehnen',
    respond: 'Antworten',
    retry: 'Noch einmal versuchen',
    skip: 'Überspringen',
    abort: 'Lauf abbrechen',
    reassign: 'Weitergeben',
  },
  timeoutOutcomes: {
    escalate: 'die nächste Person fragen',
    reject: 'als Nein werten',
    abort: 'den Lauf abbrechen',
    'keep-waiting': 'weiter warten',
  },
  outcomes: { ok: 'Fertig', stopped: 'Sicher angehalten', failed: 'Gescheitert' },
  partyKinds: { person: 'Person', role: 'Rolle', team: 'Team', model: 'Modell', service: 'Dienst' },
  consequence: ['keine', 'gering', 'mäßig', 'hoch', 'kritisch'],
  consequenceShort: ['keine', 'gering', 'mäßig', 'hoch', 'kritisch'],
  uncertainty: ['keine', 'gering', 'mäßig', 'hoch', 'extrem'],
  uncertaintyShort: ['keine', 'gering', 'mäßig', 'hoch', 'extrem'],
  reversibility: ['ja', 'mit Aufwand', 'nur ausgeglichen', 'nie'],
  authority: ['nichts', 'Bestätigung', 'Freigabe', 'Vier-Augen'],
  untagged: 'ohne Angabe',
}
