// X22: the places that people ruled out leave no place for a gate that an action needs.
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { ImpossibleDemand } from '../model/placement.ts'
import { approvalBefore, BRIEF, payment, sketch } from './example.ts'
import { listed, named, namedEdge } from './places.ts'
import type { Fix, Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const
const placing = { forbidden: [{ before: 'pay' }], waivers: [] }

export const ruledOut: PlacementRule = {
  id: 'X22',
  phase: 'placement',
  title: 'No place is left for the gate that an action needs',
  explanation:
    'Every place where a gate could stop this walk has been ruled out, so nothing can cover the action. Allow a gate at one of the places again, add a step where people can be asked, or accept the risk openly, with an owner and a day.',
  examples: {
    bad: {
      says: 'Nobody may be asked before the payment, and it is the first thing that happens.',
      workflow: sketch(steps, ways, { brief: BRIEF, placing }),
      expect: ['X22@pay'],
    },
    good: {
      says: 'A gate already stands at the place; the ruling only keeps further ones from being suggested.',
      workflow: sketch(steps, ways, { brief: BRIEF, placing, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => context.placement.impossible.map((demand) => impossible(context, demand)),
}

function impossible(context: PlacementContext, demand: ImpossibleDemand): Found {
  const { graph } = context
  const { action, strength, inTheWay, path } = demand
  const names = inTheWay.map((at) => placeName(context, at))
  const name = named(graph, graph.indexOf.get(action)!)
  return {
    at: { step: action },
    kind: 'repair',
    grade: 'grave',
    because: 'the action stays uncovered, wherever else somebody is asked',
    message: `${name} needs ${strength}, and no gate can stop this walk to it: ruled out are ${listed(names)}.`,
    facts: [
      { name: 'needs', value: strength },
      { name: 'places in the way', value: inTheWay.map(placeKey) },
    ],
    goesAwayIf: 'a gate may stand at one of these places again, or the risk is accepted',
    fixes: inTheWay.map((at, i): Fix => {
      return { title: `Allow a gate ${names[i]}`, command: { type: 'allowPlace', at } }
    }),
    path,
  }
}

function placeName({ graph }: PlacementContext, at: Place): string {
  if (!('on' in at))
    return `before ${named(graph, graph.indexOf.get('before' in at ? at.before : at.start)!)}`
  return `on ${namedEdge(graph, graph.edgeOf.get(at.on)!)}`
}
