// What a placement asks of people and what they are likely to catch, in lines for a terminal: never without the range.
import type { Analysis } from '../../shared/model/analysis.ts'
import type { PlacementAttention, Range, Review } from '../../shared/model/attention.ts'
import { REVIEWER_KEYS } from '../../shared/model/reviewer.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { formatNumber, formatPercent } from '../../shared/report/numbers.ts'
import { plain } from './terminal.ts'

/** As the document stands, as suggested where that differs, what the most tired reviewer catches, and what is assumed. */
export function attentionLines({ placement, reviewing }: Analysis, workflow: Workflow): readonly string[] {
  const { now, placed, own } = reviewing
  const differs = placement.handoffs.length + placement.remove.length > 0
  return [
    `now: ${figures(now)}`,
    ...(differs ? [`as suggested: ${figures(placed)}`] : []),
    ...tired(placed, workflow),
    `rests on ${REVIEWER_KEYS.length} numbers that are assumed of reviewers and errors, ${own.length === 0 ? 'none' : own.length} of them your own (in the document: profile.reviewer)`,
  ]
}

function figures({ prompts, minutes, catches, refused }: PlacementAttention): string {
  if (prompts.high === 0) return 'nobody is asked'
  return [
    `${number(prompts)} prompts a run`,
    `${number(minutes)} min`,
    `${percent(catches)} of the harm caught`,
    `${number(refused)} right cases refused`,
  ].join(' · ')
}

function tired({ reviews }: PlacementAttention, workflow: Workflow): string[] {
  const [last] = reviews
    .filter(({ prompts }) => prompts > 0)
    .toSorted((a, b) => b.earlier - a.earlier) as readonly Review[]
  if (!last || last.earlier < 1) return []
  const { title, at } = workflow.handoffs.find(({ id }) => id === last.key) ?? {}
  const gate = title || (at && placeKey(at)) || last.key
  return [
    `whoever has seen ${formatNumber(last.earlier)} prompts before catches ${percent(last.catches)} of what is wrong at the gate ${plain(gate)}`,
  ]
}

function number({ low, value, high }: Range): string {
  return withRange(formatNumber(value), '', formatNumber(low), formatNumber(high))
}

function percent({ low, value, high }: Range): string {
  return withRange(formatPercent(value), ' %', formatPercent(low), formatPercent(high))
}

// A range that reads like the figure itself says nothing.
function withRange(value: string, unit: string, low: string, high: string): string {
  return low === value && high === value ? `${value}${unit}` : `${value}${unit} (${low} to ${high}${unit})`
}
