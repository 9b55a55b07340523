// X13: there is a gate for the action, and a way around it.
import type { FindingPlace } from '../model/finding.ts'
import type { Counterexample } from '../model/placement.ts'
import { authorityOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { named } from './places.ts'
import type { DesignContext, Found, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'draft', kind: 'model' as const, uncertainty: { level: 2 as const, label: 'content' as const } },
  { id: 'check', kind: 'human' as const, grant: 'approve' as const },
  payment('pay'),
  { id: 'end' },
]
const ways = [
  ['start', 'draft'],
  ['draft', 'check', { probability: 0.9 }],
  ['check', 'pay'],
  ['draft', 'pay', { probability: 0.1, kind: 'error' as const }],
  ['pay', 'end'],
] as const

export const bypass: PlacementRule = {
  id: 'X13',
  phase: 'placement',
  title: 'A way leads around the gate',
  explanation:
    'The gate is there, and the routine way passes it. Some other way, often an error, a time-out or a second start, reaches the same action without it. A gate that can be walked around is not a gate: put one on the other way too, or move it to the action, whichever costs less.',
  examples: {
    bad: {
      says: 'When the draft fails, the payment is made without the check.',
      workflow: sketch(steps, ways, { brief: BRIEF }),
      expect: ['X13@check'],
    },
    good: {
      says: 'The gate stands at the action, where every way comes by.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => {
    const byGate = new Map<
      string,
      { readonly place: FindingPlace; readonly name: string; readonly open: Counterexample[] }
    >()
    let known: readonly ExistingGate[] | undefined
    const gates = (): readonly ExistingGate[] => (known ??= existingGates(context))
    const strongest = [...context.grants.before, ...context.grants.on].reduce((a, b) => Math.max(a, b), 0)
    for (const open of context.counterexamples) {
      // Most of what is open has no gate anywhere that would be strong enough.
      if (context.required[context.graph.indexOf.get(open.action)!]! > strongest) continue
      const gate = gateAhead(context, open, gates)
      if (!gate) continue
      const key = JSON.stringify(gate.place)
      const known = byGate.get(key)
      if (known) known.open.push(open)
      else byGate.set(key, { ...gate, open: [open] })
    }
    return [...byGate.values()].map((gate) => bypassed(context, gate))
  },
}

function bypassed(
  { graph }: DesignContext,
  {
    place,
    name,
    open,
  }: { readonly place: FindingPlace; readonly name: string; readonly open: readonly Counterexample[] },
): Found {
  const [first] = open
  const action = named(graph, graph.indexOf.get(first!.action)!)
  return {
    at: place,
    kind: 'repair',
    grade: 'grave',
    because: `${action} needs ${first!.missing} and is reached around the gate`,
    message: `${name} can be bypassed: ${action} is reached without passing it.`,
    facts: [
      { name: 'reached around it', value: open.map(({ action: id }) => id) },
      { name: 'way around', value: [...first!.path] },
    ],
    goesAwayIf: 'the other way has a gate that is strong enough, or the gate stands at the action itself',
    path: first!.path,
  }
}

// The nearest gate, backwards from the action, that is strong enough for it and still counts on arrival.
function gateAhead(context: DesignContext, { action }: Counterexample, gates: () => readonly ExistingGate[]) {
  const { graph, required, live, grants } = context
  const target = graph.indexOf.get(action)!
  const demand = required[target]!
  const seen = new Set([target])
  let ring = [target]
  while (ring.length > 0) {
    const wider: number[] = []
    for (const v of ring) {
      for (const edge of graph.in[v]!) {
        const u = edge.from
        if (grants.on[edge.index]! >= demand) return onEdge(context, edge.transition?.id, demand)
        if (seen.has(u) || live[u] || !graph.reachable[u]) continue
        seen.add(u)
        if (grants.before[u]! >= demand)
          return beforeStep(
            context,
            u,
            gates().find((g) => g.behind === u && g.authority >= demand),
          )
        wider.push(u)
      }
    }
    ring = wider
  }
  return undefined
}

function onEdge({ graph }: DesignContext, transition: string | undefined, demand: number) {
  const handoff = graph.workflow.handoffs.find(
    (h) => 'on' in h.at && h.at.on === transition && authorityOf(h.strength) >= demand,
  )
  return handoff && { place: { handoff: handoff.id }, name: `The gate “${handoff.title || handoff.id}”` }
}

function beforeStep(context: DesignContext, v: number, gate: ExistingGate | undefined) {
  if (gate) return { place: gate.place, name: gate.name }
  const step = context.graph.steps[v]!
  return { place: { step: step.id }, name: named(context.graph, v) }
}
