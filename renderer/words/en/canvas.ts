// Words of the canvas.
import type { UncertaintyLabel } from '../../../shared/model/scales.ts'
import { formatNumber, formatPercent } from './common.ts'
import { scales } from './scales.ts'

export const canvas = {
  note: 'Note',
  name: 'Canvas',
  help: 'Arrow keys walk along the transitions. Alt and an arrow key moves the step. C connects, A appends.',
  step: 'step',
  handoff: 'handoff',
  suggestion: 'suggested handoff',
  transitionRole: 'transition',
  noLongerNeeded: 'not needed',
  suggested: (gate: string) => `+ ${gate}`,
  minutes: (minutes: number) => `${shortNumber(minutes)} min`,
  minutesPerRun: (minutes: number) => `${formatNumber(minutes)} min/run`,
  clears: (labels: readonly UncertaintyLabel[]) =>
    `clears ${labels.map((label) => scales.labels[label]).join(', ')}`,
  ofRuns: (share: number) => `${formatPercent(share)} % of runs`,
  timesARun: (visits: number) => `${formatNumber(visits)} × a run`,
  unreachable: 'never reached',
  stepOf: (position: number, count: number) => `step ${position} of ${count}`,
  consequence: (level: number | undefined) =>
    `consequence ${level === undefined ? scales.untagged : scales.consequence[level]}`,
  uncertainty: (level: number | undefined) =>
    `uncertainty ${level === undefined ? scales.untagged : scales.uncertainty[level]}`,
  irreversible: 'cannot be undone',
  external: 'leaves the house',
  security: 'security-sensitive',
  gateBefore: (gate: string) => `${gate.replace(/^\+ /, 'suggested: ')} before`,
  findings: (count: number) => (count === 1 ? '1 finding' : `${count} findings`),
  transition: (from: string, to: string, label: string) =>
    `from ${from} to ${to}${label === '' ? '' : `, ${label}`}`,
  agentCalls: 'calls its tools',
  insert: 'Insert a step here',
  addTitle: 'Add a step',
  addSearch: 'Search kinds of step',
  connectTitle: (name: string) => `Connect “${name}” to…`,
  connectSearch: 'Search steps',
  noMatch: 'Nothing matches.',
  rename: 'Name of the step',
  find: 'Find in this workflow',
  findNone: 'no match',
  findCount: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
  minimap: 'Overview of the workflow; click to go there',
  empty: 'This workflow is empty',
  emptyHint: 'Press N or double-click to add the first step, or paste a Mermaid flowchart or n8n nodes.',
  walk: 'Walk',
  suggestionTitle: (gate: string) => `Suggested: ${gate}`,
  accept: 'Accept',
  change: 'Change…',
  dismiss: 'Dismiss…',
  added: (name: string) => `Added ${name}`,
  connected: (from: string, to: string) => `Connected ${from} to ${to}`,
  pasteRefused: 'What is in the clipboard cannot be placed here',
  byHand: 'set by hand',
  deleteLabel: 'delete selection',
  appendLabel: (name: string) => `append “${name}”`,
  moved: (name: string) => `Moved ${name}`,
  copied: (count: number) => (count === 1 ? 'Copied 1 step' : `Copied ${count} steps`),
  accepted: (gate: string) => `Placed: ${gate}`,
} as const

function shortNumber(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 })
}
