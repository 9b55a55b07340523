// Part of X6: what may well run again, and never tires of doing so with nothing changed.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Fact } from '../model/finding.ts'
import type { Step } from '../model/step.ts'
import { loopBody, retryBound } from './loops.ts'
import { isBlocking, named, waitsOn } from './places.ts'
import { RETRY_BOUND } from './recovery-decision.ts'
import type { Found } from './types.ts'

/** A step that repeats itself without a bound, or more often than helps and without a pause. */
export function tirelessStep(graph: Graph, v: number): readonly Found[] {
  const step = graph.steps[v]!
  const { max, backoff } = step.retry ?? {}
  // A few quick tries of something harmless cost nothing worth a word.
  if (max !== undefined && (backoff !== undefined || max <= RETRY_BOUND)) return []
  const pause: Fact = {
    name: 'pause before the next try',
    value: backoff ?? '(none)',
    field: `steps/${step.id}/retry/backoff`,
  }
  return [tireless(graph, v, max, { facts: [ownRetry(step), pause], path: [step.id] })]
}

/** How often a step repeats itself. */
export function ownRetry({ id, retry }: Step): Fact {
  return { name: 'repeats itself', value: retry?.max ?? '(no bound)', field: `steps/${id}/retry/max` }
}

/**
 * The same for what retry transitions repeat. It is the step that is spoken of, once: what is missing around the
 * transition is the business of S8. Steps in `spokenFor` (ids) are left out.
 */
export function tirelessLoops(graph: Graph, spokenFor: ReadonlySet<string>): readonly Found[] {
  const found = new Map<number, Found>()
  for (const edge of graph.edges) {
    if (edge.kind !== 'retry' || !graph.reachable[edge.from] || found.has(edge.to)) continue
    for (const one of tirelessLoop(graph, edge, spokenFor)) found.set(edge.to, one)
  }
  return [...found.values()]
}

function tirelessLoop(graph: Graph, edge: Edge, spokenFor: ReadonlySet<string>): readonly Found[] {
  const body = loopBody(graph, edge)
  const ids = body.map((v) => graph.steps[v]!.id)
  if (ids.length === 0 || ids.some((id) => spokenFor.has(id))) return []
  const bound = retryBound(graph, body)
  if (changesSomething(graph, body) || (bound !== undefined && bound <= RETRY_BOUND)) return []
  const { id } = graph.steps[edge.to]!
  const facts: Fact[] = [
    { name: 'bound', value: bound ?? '(none)', field: `steps/${id}/retry/max` },
    { name: 'steps in the loop', value: ids },
    ...(edge.transition
      ? [
          {
            name: 'tried again by',
            value: edge.transition.id,
            field: `transitions/${edge.transition.id}/kind`,
          },
        ]
      : []),
  ]
  return [tireless(graph, edge.to, bound, { facts, path: ids })]
}

const CHANGING: ReadonlySet<Step['kind']> = new Set(['human', 'wait', 'model', 'agent'])

// A pause, a person, a model that may do better the next time, or a step that makes what another one works from.
function changesSomething(graph: Graph, body: readonly number[]): boolean {
  const inLoop = body.map((v) => graph.steps[v]!)
  const used = new Set(inLoop.flatMap(({ uses = [] }) => uses))
  const inside = new Set(body)
  return (
    inLoop.some(({ kind, retry }) => CHANGING.has(kind) || retry?.backoff !== undefined) ||
    inLoop.some(({ produces = [] }) => produces.some((artefact) => used.has(artefact))) ||
    graph.edges.some((e) => inside.has(e.from) && inside.has(e.to) && waitsOn(graph, e).length > 0) ||
    graph.workflow.handoffs.some(
      (h) => 'before' in h.at && isBlocking(h) && inside.has(graph.indexOf.get(h.at.before) ?? -1),
    )
  )
}

function tireless(
  graph: Graph,
  v: number,
  bound: number | undefined,
  rest: Pick<Found, 'facts'> & { readonly path: readonly string[] },
): Found {
  const { id, retry } = graph.steps[v]!
  const max = Math.min(bound ?? RETRY_BOUND, RETRY_BOUND)
  return {
    ...rest,
    at: { step: id },
    kind: 'repair',
    grade: bound === undefined ? 'grave' : 'plain',
    because:
      bound === undefined ? 'nothing ever stops it' : 'it stops by itself, and only time is lost until then',
    message:
      bound === undefined
        ? `${named(graph, v)} is tried again at once with nothing changed, and nothing says how often.`
        : `${named(graph, v)} is tried again ${bound} times at once, with nothing changed in between.`,
    goesAwayIf: `it is tried at most ${RETRY_BOUND} times, and pauses, a person or other input come in between`,
    fixes: [
      {
        title: `Try at most ${max} times, with a pause in between`,
        command: {
          type: 'updateSteps',
          ids: [id],
          set: { retry: { max, backoff: retry?.backoff ?? 'PT10S' } },
        },
      },
    ],
  }
}
