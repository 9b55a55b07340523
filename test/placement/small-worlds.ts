// Small worlds for the oracle: every digraph of four steps with every tagging, by number, and random ones of five to nine
// steps; and what the product says about them, as a disagreement in words.
import { oracleOf, OUTSIDE } from './small-oracle.ts'
import type { SmallWorld } from './small-oracle.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import type { Step } from '../../shared/model/step.ts'
import { WorkflowSchema } from '../../shared/model/workflow.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { STRENGTHS } from '../../shared/model/scales.ts'
import { carriedAuthority } from '../../shared/placement/authority.ts'
import { counterexamples } from '../../shared/placement/coverage.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { optimise } from '../../shared/placement/optimise.ts'

/** What a step can be: its need, whether it brings in doubt, and the fields that say so to the product. */
const TAGS: readonly { readonly need: number; readonly doubt: boolean; readonly fields: Partial<Step> }[] = [
  { need: 0, doubt: false, fields: { kind: 'step' } },
  { need: 0, doubt: true, fields: { kind: 'model', uncertainty: { level: 2 } } },
  { need: 1, doubt: false, fields: { kind: 'action', consequence: { level: 3, reversibility: 0 } } },
  { need: 3, doubt: false, fields: { kind: 'action', consequence: { level: 4, reversibility: 2 } } },
  {
    need: 2,
    doubt: true,
    fields: { kind: 'action', consequence: { level: 3, external: true }, uncertainty: { level: 2 } },
  },
]
const STEPS = 4
const TAGGINGS = TAGS.length ** STEPS

/** A world and which of the tags each of its steps has. */
export interface Tagged extends SmallWorld {
  readonly tags: readonly number[]
}

/** How many there are: each of 4 × 4 ways is there or not, and each of 4 steps has one of five tags. */
export const EVERY_WORLD = 2 ** (STEPS * STEPS) * TAGGINGS

/**
 * World number `index`. Undefined where another one is the same but for the names of the three steps that a run does not
 * begin at, and has a smaller number. Every third has a gate that is there already, and weights go by the number too.
 */
export function worldAt(index: number): Tagged | undefined {
  const [digraph, tagging] = [Math.floor(index / TAGGINGS), index % TAGGINGS]
  const tags = Array.from({ length: STEPS }, (_, v) => Math.floor(tagging / TAGS.length ** v) % TAGS.length)
  const has = (from: number, to: number): boolean => ((digraph >> (from * STEPS + to)) & 1) === 1
  if (ORDERS.some((order) => numberOf(tags, has, order) < index)) return undefined
  const ways = pairs()
    .filter(([from, to]) => has(from, to))
    .map(([from, to]) => [from, to, 1 + ((digraph + 3 * from + to) % 3)] as const)
  return worldOf(tags, ways, index)
}

/** A random world of five to nine steps; always the same for the same number. */
export function randomWorld(seed: number): Tagged {
  const chance = seeded(seed)
  const count = 5 + Math.floor(chance() * 5)
  const tags = Array.from({ length: count }, () => Math.floor(chance() * TAGS.length))
  const likely = 0.1 + 0.25 * chance()
  const ways: [number, number, number][] = []
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      if (to === from + 1 ? chance() < 0.85 : chance() < likely)
        ways.push([from, to, 1 + Math.floor(chance() * 5)])
    }
  }
  return worldOf(tags, ways, seed)
}

/** What the product says that the oracle does not; undefined where they agree on coverage, walks and minimum. */
export function disagreement(world: Tagged): string | undefined {
  const oracle = oracleOf(world)
  const workflow = workflowOf(world)
  const graph = indexWorkflow(workflow)
  const demands = demandsOf(graph)
  const standing = grantsOf(graph, workflow.handoffs)
  const found = counterexamples(graph, demands, standing, carriedAuthority(graph, demands, standing))
  const walks = found.map(({ action, path }) => `${action} by ${path.length - 1}`).toSorted()
  const expected = [...oracle.open].map(([v, walk]) => `${nameOf(v)} by ${walk.length}`).toSorted()
  if (walks.join() !== expected.join()) return `open: ${walks.join()}; expected ${expected.join()}`
  const wrong = found.find(({ action, transitions }) => !isOpen(world, action, transitions, oracle.live))
  if (wrong) return `the walk ${wrong.path.join(' → ')} shows nothing`
  const { minutes, gates, optimal } = optimise(graph, demands, standing)
  const least = oracle.cheapest()
  const same = Math.abs(minutes - least.minutes) < 1e-7 && gates.length === least.gates && optimal
  return same
    ? undefined
    : `${minutes} min with ${gates.length} gates; expected ${least.minutes} with ${least.gates}`
}

/** The walk begins where consent counts for nothing, hangs together, ends at the action, and no gate on it is enough. */
function isOpen(
  world: Tagged,
  action: string,
  transitions: readonly string[],
  live: readonly number[],
): boolean {
  const walk = transitions.map((id) => Number(id.slice(1)))
  const need = world.needs[Number(action.slice(1))]!
  const weak = (place: number): boolean => (world.gates.get(place) ?? 0) < need
  return (
    live.includes(world.ways[walk[0]!]![0]) &&
    walk.every((i, k) => k === 0 || world.ways[i]![0] === world.ways[walk[k - 1]!]![1]) &&
    nameOf(world.ways[walk.at(-1)!]![1]) === action &&
    walk.every((i) => weak(world.needs.length + i) && weak(world.ways[i]![1]))
  )
}

function worldOf(tags: readonly number[], inner: SmallWorld['ways'], number: number): Tagged {
  const ways: SmallWorld['ways'] = [[OUTSIDE, 0, 1], ...inner]
  const place = (number * 7919) % (tags.length + ways.length)
  return {
    tags,
    needs: tags.map((tag) => TAGS[tag]!.need),
    doubts: tags.map((tag) => TAGS[tag]!.doubt),
    ways,
    gates: number % 3 === 0 ? new Map([[place, 1 + (number % 2) + (number % 5 === 0 ? 1 : 0)]]) : new Map(),
  }
}

const EMPTY = WorkflowSchema.parse({ format: 'handoff', version: 1 })

/** The same as a document. */
export function workflowOf({ tags, ways, gates }: Tagged): Workflow {
  const total = tags.map((_, v) => ways.reduce((sum, [from, , weight]) => sum + (from === v ? weight : 0), 1))
  const steps = tags.map((tag, v) => ({ id: nameOf(v), name: '', ...TAGS[tag]!.fields }) as Step)
  const transitions = ways.map(([from, to, weight], i) => ({
    id: `w${i}`,
    from: from === OUTSIDE ? 'start' : nameOf(from),
    to: nameOf(to),
    kind: 'normal' as const,
    probability: from === OUTSIDE ? 1 : weight / total[from]!,
  }))
  const ends = tags.map((_, v) => ({
    id: `x${v}`,
    from: nameOf(v),
    to: 'end',
    kind: 'normal' as const,
    probability: 1 / total[v]!,
  }))
  return {
    ...EMPTY,
    steps: [{ id: 'start', kind: 'start', name: '' }, ...steps, { id: 'end', kind: 'end', name: '' }],
    transitions: [...transitions, ...ends],
    handoffs: [...gates].map(([place, level]) => ({
      id: 'h',
      kind: 'approval',
      strength: STRENGTHS[level]!,
      at: place < tags.length ? { before: nameOf(place) } : { on: `w${place - tags.length}` },
    })),
  }
}

const ORDERS = [
  [0, 1, 3, 2],
  [0, 2, 1, 3],
  [0, 2, 3, 1],
  [0, 3, 1, 2],
  [0, 3, 2, 1],
]

/** The number of the world in which step v is called `order[v]`. */
function numberOf(
  tags: readonly number[],
  has: (from: number, to: number) => boolean,
  order: readonly number[],
): number {
  let digraph = 0
  for (const [from, to] of pairs()) if (has(from, to)) digraph |= 1 << (order[from]! * STEPS + order[to]!)
  const tagging = tags.reduce((sum, tag, v) => sum + tag * TAGS.length ** order[v]!, 0)
  return digraph * TAGGINGS + tagging
}

function pairs(): (readonly [number, number])[] {
  return Array.from({ length: STEPS * STEPS }, (_, i) => [Math.floor(i / STEPS), i % STEPS] as const)
}

function nameOf(v: number): string {
  return `s${v}`
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
