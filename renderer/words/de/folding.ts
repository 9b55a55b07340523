// Wörter für Gruppen, Bahnen, zugeklappte Blöcke, den Weg in einen Schritt hinein und die Einfärbung der Schritte.
import { number, share, short } from '../format.ts'
import type { Words } from '../shape.ts'
import { scales } from './scales.ts'

export const folding: Words['folding'] = {
  group: 'Gruppe',
  newGroup: 'Neue Gruppe',
  groupOf: (name, count) => `Gruppe „${name}“, ${count} Schritte`,
  laneOf: (name) => `Bahn von ${name}`,
  grouped: (count) => `${count} Schritte gruppiert`,
  ungrouped: 'Die Gruppe ist aufgelöst; ihre Schritte bleiben',
  open: (count) => (count === 1 ? 'Den Schritt darin zeigen' : `Die ${count} Schritte darin zeigen`),
  close: 'Zu einem Block zuklappen',
  opened: 'Aufgeklappt',
  closed: 'Zu einem Block zugeklappt',
  trail: 'Was gezeigt wird',
  whole: 'Der ganze Ablauf',
  inside: (name) => `Innerhalb von „${name}“`,
  outside: 'Zurück zum Ganzen',
  lanesNeedParties: 'Noch hat kein Schritt eine Stelle: Wählen Sie eine im Inspektor.',
  lanesShown: 'Jede Stelle hat eine Bahn',
  lanesHidden: 'Keine Bahnen',
  lanesLabel: 'Bahnen der Stellen',
  shadedBy: 'Eingefärbt nach',
  shadeOff: 'Keine Einfärbung',
  shadings: {
    heat: 'Folgen × Ungewissheit',
    authority: 'Zustimmung, die ankommt',
    visits: 'Wie oft Läufe vorbeikommen',
    minutes: 'Minuten von Menschen',
  },
  ends: {
    heat: ['leicht und klar', 'schwer und ungewiss'],
    authority: ['keine', 'zwei Personen'],
    visits: ['fast nie', 'mehr als einmal je Lauf'],
    minutes: ['wenig', 'das meiste'],
  },
  short: 'weniger als verlangt',
  heat: (consequence, uncertainty) => `Folgen ${consequence} × Zweifel ${uncertainty}`,
  authority: (arrives, demanded) =>
    demanded >= 1 ? `${strength(arrives)}, nötig: ${strength(demanded)}` : strength(arrives),
  visits: (visits) => (visits < 0.995 ? `${share(visits)} % der Läufe` : `${short(visits)} × je Lauf`),
  minutes: (minutes) => `${number(minutes)} min von Menschen je Lauf`,
}

function strength(authority: number): string {
  if (authority >= 3) return scales.strengths['two-person']
  if (authority >= 2) return scales.strengths.approve
  return authority >= 1 ? scales.strengths.confirm : 'keine Zustimmung'
}
