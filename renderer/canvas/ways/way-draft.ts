// What is typed about a transition, what it would change, and the one edit that it comes to. Pure.
import type { Command } from '../../../shared/commands/index.ts'
import { sharedOdds } from '../../../shared/commands/set-odds.ts'
import type { Transition } from '../../../shared/model/transition.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { Result } from '../../../shared/support/result.ts'

export interface WayDraft {
  readonly label: string
  readonly condition: string
  /** In percent, as typed; empty for odds that nobody states. */
  readonly odds: string
}

export function draftOf({ label, condition, probability }: Transition): WayDraft {
  return {
    label: label ?? '',
    condition: condition ?? '',
    odds: probability === undefined ? '' : String(Number((probability * 100).toPrecision(12))),
  }
}

/** The odds as a probability: undefined where none are stated, null where it is no number from 0 to 100. */
export function oddsOf({ odds }: WayDraft): number | undefined | null {
  const text = odds.replace('%', '').replace(',', '.').trim()
  if (text === '') return undefined
  const percent = Number(text)
  return Number.isFinite(percent) && percent >= 0 && percent <= 100
    ? Number((percent / 100).toPrecision(12))
    : null
}

/** The odds that every way out of the step would have, as far as they change; or why it cannot be done. */
export function oddsAfter(
  workflow: Workflow,
  transition: Transition,
  draft: WayDraft,
  kept: readonly string[],
): Result<ReadonlyMap<string, number>> {
  const probability = oddsOf(draft)
  if (probability === undefined || probability === null || probability === transition.probability) {
    return { ok: true, value: new Map() }
  }
  return sharedOdds(workflow, { id: transition.id, probability, kept })
}

/** One edit for all that was typed; null where nothing changes. */
export function commandOf(
  transition: Transition,
  draft: WayDraft,
  kept: readonly string[],
  label: string,
): Command | null {
  const { id } = transition
  const before = draftOf(transition)
  const probability = oddsOf(draft)
  const set = {
    ...(draft.label.trim() !== before.label && { label: draft.label.trim() || null }),
    ...(draft.condition.trim() !== before.condition && { condition: draft.condition.trim() || null }),
    ...(probability === undefined && transition.probability !== undefined && { probability: null }),
  }
  const commands: Command[] = []
  if (Object.keys(set).length > 0) commands.push({ type: 'updateTransition', id, set })
  if (typeof probability === 'number' && probability !== transition.probability) {
    commands.push({ type: 'setOdds', id, probability, kept: [...kept] })
  }
  if (commands.length === 0) return null
  return commands.length === 1 ? commands[0]! : { type: 'batch', label, commands }
}
