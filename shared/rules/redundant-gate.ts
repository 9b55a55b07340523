// X1: a gate that nothing needs any more.
import type { Graph } from '../graph/graph.ts'
import { pivotsToApprove } from '../graph/pivots.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff } from '../model/handoff.ts'
import { authorityOf, strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { takingOut } from './fixes.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { superfluousFor } from './superfluous.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, { id: 'prepare' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'prepare'],
  ['prepare', 'pay'],
  ['pay', 'end'],
] as const

export const redundantGate: PlacementRule = {
  id: 'X1',
  phase: 'placement',
  title: 'A gate asks for attention that nothing needs',
  explanation:
    'Every prompt costs the reviewer some of the attention that the next one needs. A gate can go when everything stays covered without it and it settles no doubt that a later action counts on. Gates on the way of exceptional, ambiguous or failed cases are never counted as superfluous: coverage is not what they are for.',
  examples: {
    bad: {
      says: 'The same thing is approved twice with nothing new in between.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('prepare'), approvalBefore('pay')],
      }),
      expect: ['X1@approve_pay'],
    },
    good: {
      says: 'One approval, right before the act.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => [
    ...superfluousFor(context, 'X1').map(({ gate }) => superfluous(context, gate)),
    ...existingGates(context).flatMap((gate) => tooStrong(context, gate)),
  ],
}

function superfluous(context: PlacementContext, { place, name }: ExistingGate): Found {
  const covering = coveredBy(context, 'handoff' in place ? place.handoff : 'step' in place ? place.step : '')
  return {
    at: place,
    kind: 'remove',
    grade: 'plain',
    because: 'it costs attention and changes nothing about what is covered',
    message: `${name} can go: ${
      covering.length > 0
        ? `${covering.join(', ')} already ${covering.length > 1 ? 'cover' : 'covers'} what follows`
        : 'nothing that follows needs it'
    }.`,
    facts: [
      { name: 'still covered by', value: [...covering] },
      { name: 'uncovered without it', value: 0 },
    ],
    goesAwayIf: 'it is removed, or one of the other gates is',
    fixes: [{ title: 'Take it out', command: takingOut(place) }],
  }
}

// A gate that is needed, and asks for more than anything behind it calls for.
function tooStrong(
  context: PlacementContext,
  { place, name, authority, behind, handoff }: ExistingGate,
): Found[] {
  if (!handoff || handoff.kind === 'exception' || handoff.pinned === true) return []
  if (context.placement.remove.includes(handoff.id)) return []
  const needed = reliedOn(context, handoff, behind)
  const strength = strengthOf(needed)
  if (needed === 0 || needed >= authority || !strength || holdsPointOfNoReturn(context, handoff)) return []
  return [
    {
      at: place,
      kind: 'remove',
      grade: 'plain',
      because: 'it costs attention and changes nothing about what is covered',
      message: `${name} asks for ${handoff.strength}, and nothing that relies on it needs more than ${strength}.`,
      facts: [
        { name: 'strength', value: handoff.strength, field: `handoffs/${handoff.id}/strength` },
        { name: 'strongest demand that relies on it', value: strength },
      ],
      goesAwayIf: `it is lowered to ${strength}, or something that needs more relies on it`,
      fixes: [
        {
          title: `Lower it to ${strength}`,
          command: { type: 'updateHandoff', id: handoff.id, set: { strength, ...onePerson(handoff) } },
        },
      ],
    },
  ]
}

function onePerson({ quorum }: Handoff): { readonly quorum?: Handoff['quorum'] } {
  return quorum ? { quorum: { ...quorum, approvals: 1 } } : {}
}

// The most that is demanded behind a gate, before anything doubtful and before another gate that is as strong as that.
function reliedOn(
  { graph, required, grants, live }: PlacementContext,
  handoff: Handoff,
  behind: number,
): Demand {
  const others = grantsWithout(graph, grants, handoff)
  for (const level of [3, 2, 1] as const) {
    if ('on' in handoff.at && others.before[behind]! >= level) continue
    const seen = new Set([behind])
    const queue = [behind]
    for (const v of queue) {
      if (required[v]! >= level) return level
      if (live[v]) continue
      for (const edge of graph.out[v]!) {
        const barred = others.on[edge.index]! >= level || others.before[edge.to]! >= level
        if (seen.has(edge.to) || (barred && !edge.returns)) continue
        seen.add(edge.to)
        queue.push(edge.to)
      }
    }
  }
  return 0
}

// What everything else confers, as if this one handoff conferred nothing.
function grantsWithout(
  { workflow, steps, indexOf, edgeOf }: Graph,
  grants: PlacementContext['grants'],
  handoff: Handoff,
): PlacementContext['grants'] {
  const rest = workflow.handoffs.filter(
    (h) => h !== handoff && placeKey(h.at) === placeKey(handoff.at) && RELEASING.has(h.kind),
  )
  const most = Math.max(0, ...rest.map((h) => authorityOf(h.strength)))
  if ('on' in handoff.at) {
    const edge = edgeOf.get(handoff.at.on)
    return { ...grants, on: grants.on.map((grant, i) => (i === edge?.index ? most : grant)) }
  }
  const v = indexOf.get('before' in handoff.at ? handoff.at.before : handoff.at.start)
  const own = v === undefined ? undefined : steps[v]!.grant
  const standing = Math.max(most, own ? authorityOf(own) : 0)
  return { ...grants, before: grants.before.map((grant, i) => (i === v ? standing : grant)) }
}

const RELEASING: ReadonlySet<string> = new Set(['approval', 'sign-off', 'exception'])

// An approval where there is no way back any more is needed for that, whatever the actions behind it demand.
function holdsPointOfNoReturn({ graph, required }: PlacementContext, { at }: Handoff): boolean {
  return pivotsToApprove(graph, required).some(({ edge, finals }) => {
    if ('on' in at) return edge.transition?.id === at.on
    const v = graph.indexOf.get('before' in at ? at.before : at.start)
    return v !== undefined && (edge.to === v || finals.includes(v))
  })
}

function nameOfHandoff(graph: Graph, id: string): string {
  const title = graph.workflow.handoffs.find((h) => h.id === id)?.title
  return title ? `“${title}”` : `“${id}”`
}

// The other gates, placed or suggested, through which the actions behind this one are reached.
function coveredBy({ graph, placement }: PlacementContext, id: string): string[] {
  const removed = new Set(placement.remove)
  const existing = graph.workflow.handoffs
    .filter(
      (h) =>
        h.id !== id &&
        !removed.has(h.id) &&
        (h.kind === 'approval' || h.kind === 'sign-off' || h.kind === 'exception'),
    )
    .map((h) => nameOfHandoff(graph, h.id))
  const people = graph.steps
    .filter((s) => s.grant !== undefined && s.id !== id && !removed.has(s.id))
    .map((s) => `“${s.name || s.id}”`)
  const suggested = placement.handoffs
    .filter((h) => h.rules.some((rule) => rule === 'S2' || rule === 'S9'))
    .map((h) =>
      'before' in h.at
        ? `the suggested ${h.strength} before “${h.at.before}”`
        : `the suggested ${h.strength} on a transition`,
    )
  return [...existing, ...people, ...suggested].slice(0, 4)
}
