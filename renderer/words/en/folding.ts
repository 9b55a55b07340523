// Words of groups, lanes, blocks that open and close, the way to the inside of a step, and what steps are shaded by.
import { number, share, short } from '../format.ts'
import { scales } from './scales.ts'

export const folding = {
  group: 'Group',
  newGroup: 'New group',
  groupOf: (name: string, count: number) => `Group “${name}”, ${count} steps`,
  laneOf: (name: string) => `Lane of ${name}`,
  grouped: (count: number) => `${count} steps grouped`,
  ungrouped: 'The group is dissolved; its steps stay',
  open: (count: number) => (count === 1 ? 'Show the step inside' : `Show the ${count} steps inside`),
  close: 'Close to one block',
  opened: 'Opened',
  closed: 'Closed to one block',
  trail: 'What is shown',
  whole: 'The whole workflow',
  inside: (name: string) => `Inside of “${name}”`,
  outside: 'Back to the whole',
  lanesNeedParties: 'No step has a party yet: choose one under “Done by” in the inspector.',
  lanesShown: 'Each party has a lane',
  lanesHidden: 'No lanes',
  lanesLabel: 'lanes of parties',
  shadedBy: 'Shaded by',
  shadeOff: 'No shading',
  shadings: {
    heat: 'Consequence × uncertainty',
    authority: 'Consent that arrives',
    visits: 'How often runs come by',
    minutes: 'Minutes of people',
  },
  /** From the lightest to the darkest. */
  ends: {
    heat: ['light and clear', 'grave and doubtful'],
    authority: ['none', 'two people'],
    visits: ['hardly ever', 'more than once a run'],
    minutes: ['little', 'most of it'],
  },
  short: 'less than is demanded',
  heat: (consequence: number, uncertainty: number) => `harm ${consequence} × doubt ${uncertainty}`,
  authority: (arrives: number, demanded: number) =>
    demanded >= 1 ? `${strength(arrives)}, needs ${strength(demanded)}` : strength(arrives),
  visits: (visits: number) => (visits < 0.995 ? `${share(visits)} % of runs` : `${short(visits)} × a run`),
  minutes: (minutes: number) => `${number(minutes)} min of people a run`,
} as const

function strength(authority: number): string {
  if (authority >= 3) return scales.strengths['two-person'].toLowerCase()
  if (authority >= 2) return scales.strengths.approve.toLowerCase()
  return authority >= 1 ? scales.strengths.confirm.toLowerCase() : 'no consent'
}
