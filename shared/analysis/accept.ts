// Places suggestions as one edit.
import { completeHandoff, raisedFields } from '../commands/complete-handoff.ts'
import type { Accepted } from '../commands/complete-handoff.ts'
import type { Command } from '../commands/index.ts'
import type { NewHandoff } from '../commands/new-handoffs.ts'
import type { Suggestion } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import { authorityOf } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'

/**
 * The one edit that places `suggestions`. Where a gate already stands at the place and is only too weak, it is
 * raised instead of getting a second one beside it.
 */
export function acceptCommand(workflow: Workflow, suggestions: readonly Accepted[]): Command {
  const raised: Command[] = []
  const added: NewHandoff[] = []
  for (const suggestion of suggestions) {
    const weak = weakGateAt(workflow, suggestion)
    if (weak)
      raised.push({ type: 'updateHandoff', id: weak.id, set: raisedFields(weak, suggestion.strength) })
    else added.push(completeHandoff(workflow, suggestion))
  }
  const place: Command = { type: 'placeHandoffs', handoffs: added }
  if (raised.length === 0) return place
  const label = suggestions.length === 1 ? 'raise handoff' : `place ${suggestions.length} handoffs`
  return { type: 'batch', label, commands: added.length > 0 ? [...raised, place] : raised }
}

function weakGateAt({ handoffs }: Workflow, { kind, strength, at }: Suggestion) {
  if (kind !== 'approval' && kind !== 'sign-off' && kind !== 'exception') return undefined
  return handoffs.find(
    (h) =>
      placeKey(h.at) === placeKey(at) &&
      (h.kind === 'approval' || h.kind === 'sign-off' || h.kind === 'exception') &&
      // Tiers stay as they are: what asks always is placed beside them.
      h.when === undefined &&
      (authorityOf(h.strength) < authorityOf(strength) || h.sample != null || h.standingGrant != null),
  )
}
