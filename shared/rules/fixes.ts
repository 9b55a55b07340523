// Ways to mend what rules find, as commands that the document accepts: what several rules offer.
import { completeHandoff, raisedFields, safeStop } from '../commands/complete-handoff.ts'
import type { Accepted } from '../commands/complete-handoff.ts'
import { newStepId } from '../commands/entries.ts'
import type { Command } from '../commands/index.ts'
import type { FindingPlace } from '../model/finding.ts'
import type { Graph } from '../graph/graph.ts'
import { reach } from '../graph/reach.ts'
import { placeKey } from '../model/handoff.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'
import type { ExistingGate } from './gates.ts'
import { listed, named } from './places.ts'
import type { Fix, PlacementContext } from './types.ts'

/** One fix of several commands, which are one undo step. `label` follows "Undo" and is in lower case. */
export function together(title: string, label: string, commands: readonly Command[]): Fix {
  const [only, ...others] = commands
  return { title, command: only && others.length === 0 ? only : { type: 'batch', label, commands } }
}

/** Places complete handoffs. */
export function placing(workflow: Workflow, suggestions: readonly Accepted[]): Command {
  return { type: 'placeHandoffs', handoffs: suggestions.map((one) => completeHandoff(workflow, one)) }
}

/** Takes a gate out: a handoff, or a human step, whose ways in then lead straight to its way on. */
export function takingOut(place: FindingPlace): Command {
  return {
    type: 'placeHandoffs',
    handoffs: [],
    ...('handoff' in place ? { removeHandoffs: [place.handoff] } : {}),
    ...('step' in place ? { removeSteps: [place.step] } : {}),
  }
}

/** Takes out a gate that is superfluous once the suggestions are placed. */
export function withoutGate(context: PlacementContext, gate: ExistingGate): Fix {
  const before = placedBefore(context, [gate])
  const title = before.length === 0 ? 'Take it out' : 'Take it out, and place what covers instead'
  return together(title, 'take out gate', [...before, takingOut(gate.place)])
}

/**
 * What has to be placed before these gates go: where they release something today, the suggestions that make them
 * superfluous. Nothing is open in between.
 */
export function placedBefore(context: PlacementContext, gates: readonly ExistingGate[]): readonly Command[] {
  const { graph, required, placement } = context
  const release = ({ behind }: ExistingGate): boolean => {
    const ahead = reach([behind], graph.out)
    return required.some((demand, v) => demand >= 1 && ahead[v])
  }
  const covering = placement.handoffs.filter(({ kind }) => CONFERRING.has(kind))
  if (covering.length === 0 || !gates.some(release)) return []
  const standing = new Map(
    graph.workflow.handoffs.flatMap((h) =>
      CONFERRING.has(h.kind) && h.when === undefined ? [[placeKey(h.at), h]] : [],
    ),
  )
  const raised = covering.flatMap((one): Command[] => {
    const weak = standing.get(placeKey(one.at))
    return weak ? [{ type: 'updateHandoff', id: weak.id, set: raisedFields(weak, one.strength) }] : []
  })
  const added = covering.filter(({ at }) => !standing.has(placeKey(at)))
  return added.length > 0 ? [...raised, placing(graph.workflow, added)] : raised
}

const CONFERRING: ReadonlySet<string> = new Set(['approval', 'sign-off', 'exception'])

/** The end at which a run stops safely, and the command that adds one where the workflow has none. */
export function safeStopIn(workflow: Workflow): { readonly id: string; readonly adding: readonly Command[] } {
  const known = safeStop(workflow)
  if (known !== null) return { id: known, adding: [] }
  const id = newStepId(workflow, 'Stopped', 'end')
  return {
    id,
    adding: [{ type: 'addStep', step: { id, kind: 'end', name: 'Stopped', outcome: 'stopped' } }],
  }
}

/** Says that these steps carry a key by which the other side knows a second run. */
export function underKey(graph: Graph, repeated: readonly number[]): Fix {
  return {
    title: `Run ${listed(repeated.map((v) => named(graph, v)))} under a key, so that a second run changes nothing`,
    command: {
      type: 'updateSteps',
      ids: repeated.map((v) => graph.steps[v]!.id),
      set: { idempotent: true },
    },
  }
}

/** Moves a gate to right before an action, and raises it to what the action demands. */
export function movedTo(graph: Graph, { place, handoff }: ExistingGate, action: number, demand: Demand): Fix {
  const title = `Move it to right before ${named(graph, action)}`
  const strength = strengthOf(demand) ?? 'approve'
  const at = { before: graph.steps[action]!.id }
  if (!handoff) {
    const approval = { kind: 'approval', strength, at } as const
    return together(title, 'move gate', [placing(graph.workflow, [approval]), takingOut(place)])
  }
  return {
    title,
    command: { type: 'updateHandoff', id: handoff.id, set: { at, ...raisedFields(handoff, strength) } },
  }
}
