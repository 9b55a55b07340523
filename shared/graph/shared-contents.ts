// Contents that several sub-flows share. Every caller enters the same steps, and where these end, every caller that some
// run reaches goes on: a walk may go in by one caller and on by another, which no run does, so that what is covered here
// is covered all the more in fact. How often each caller goes on is told apart all the same.
import type { Step } from '../model/step.ts'
import type { Edge } from './edge.ts'
import type { Body } from './subflows.ts'
import { expectedVisits } from './visits.ts'

interface Input {
  readonly steps: readonly Step[]
  readonly edges: readonly Edge[]
  readonly bodies: ReadonlyMap<number, Body>
  readonly starts: readonly number[]
}

/** Edges with the visits counted by caller; what callers that no run reaches go on by is left where no run walks it. */
export function shareContents({ steps, edges, bodies, starts }: Input): readonly Edge[] {
  const indexOf = new Map(steps.map(({ id }, v) => [id, v]))
  const callerOf = edges.map(({ transition, from }): number | undefined => {
    const caller = transition && indexOf.get(transition.from)
    const isShared = caller !== undefined && caller !== from && bodies.get(caller)!.callers.length > 1
    return isShared ? caller : undefined
  })
  const reached = reachedWith(steps.length, edges, callerOf, starts)
  const sharesOf = endShares({ steps, edges, bodies, starts }, indexOf, callerOf)
  return edges.map((edge, i) => {
    const caller = callerOf[i]
    if (caller === undefined) return edge
    if (!reached[caller]) return { ...edge, from: caller, counted: caller }
    return { ...edge, counted: caller, flow: edge.probability * (sharesOf(caller).get(edge.from) ?? 0) }
  })
}

// A way on from shared contents is walked once both their end and the caller are reached.
function reachedWith(
  size: number,
  edges: readonly Edge[],
  callerOf: readonly (number | undefined)[],
  starts: readonly number[],
): readonly boolean[] {
  const out: [to: number, other: number][][] = Array.from({ length: size }, () => [])
  edges.forEach(({ from, to }, i) => {
    const caller = callerOf[i] ?? from
    out[from]!.push([to, caller])
    if (caller !== from) out[caller]!.push([to, from])
  })
  const seen = Array.from({ length: size }, () => false)
  const todo = [...starts]
  for (const v of todo) seen[v] = true
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const [to, other] of out[v]!) {
      if (seen[to] || !seen[other]) continue
      seen[to] = true
      todo.push(to)
    }
  }
  return seen
}

type Shares = ReadonlyMap<number, number>

// How often a visit of a caller comes to each of the ends. Contents that run themselves have no such number before they
// have it: each of their ends is then taken to be as frequent as the others, which is right where there is only one.
function endShares(
  { steps, edges, bodies }: Input,
  indexOf: ReadonlyMap<string, number>,
  callerOf: readonly (number | undefined)[],
): (caller: number) => Shares {
  const known = new Map<Body['entries'], Shares>()
  const pending = new Set<Body['entries']>()
  const goesOn = new Set(
    edges.flatMap(({ from }, i) => (callerOf[i] === undefined ? [] : [`${callerOf[i]} ${from}`])),
  )

  function sharesOf(caller: number): Shares {
    const body = bodies.get(caller)!
    const ends = [...new Set([...body.exits, ...body.failures])]
    const before = known.get(body.entries)
    if (before) return before
    if (pending.has(body.entries)) return new Map(ends.map((v) => [v, 1 / ends.length]))
    pending.add(body.entries)
    const shares = countedEnds(body, ends)
    pending.delete(body.entries)
    known.set(body.entries, shares)
    return shares
  }

  function countedEnds(body: Body, ends: readonly number[]): Shares {
    const inside = within(steps, indexOf, body)
    const own = edges.flatMap((edge, i): Edge[] => {
      const caller = callerOf[i]
      if (!inside[edge.to] || !inside[caller ?? edge.from]) return []
      // Contents that call themselves begin again for that call, not for this one.
      if (!edge.transition && !edge.returns && body.callers.includes(edge.from)) return []
      if (caller === undefined) return [edge]
      const flow = edge.probability * (sharesOf(caller).get(edge.from) ?? 0)
      return [{ ...edge, from: caller, counted: caller, flow }]
    })
    const visits = visitsWithin(steps, own, inside, body.entries)
    const shares = new Map(ends.map((v) => [v, inside[v] ? visits[v]! : 0]))
    inside.forEach((isInside, v) => {
      const called = isInside && visits[v]! > 0 ? bodies.get(v) : undefined
      if (!called || called.callers.length < 2) return
      for (const [end, share] of sharesOf(v)) {
        if (!goesOn.has(`${v} ${end}`) && shares.has(end) && !inside[end]) {
          shares.set(end, shares.get(end)! + visits[v]! * share)
        }
      }
    })
    return shares
  }

  return sharesOf
}

function within(
  steps: readonly Step[],
  indexOf: ReadonlyMap<string, number>,
  { callers }: Body,
): readonly boolean[] {
  const owners = new Set(callers)
  const known = new Map<number, boolean>()
  return steps.map((_, v) => {
    const chain: number[] = []
    let answer = false
    for (let at = parentOf(v); at !== undefined; at = parentOf(at)) {
      const before = known.get(at)
      if (before !== undefined || owners.has(at)) {
        answer = before ?? true
        break
      }
      chain.push(at)
    }
    for (const at of chain) known.set(at, answer)
    return answer
  })

  function parentOf(v: number): number | undefined {
    const { parent } = steps[v]!
    return parent === undefined ? undefined : indexOf.get(parent)
  }
}

function visitsWithin(
  steps: readonly Step[],
  edges: readonly Edge[],
  inside: readonly boolean[],
  entries: readonly number[],
): readonly number[] {
  const out: Edge[][] = steps.map(() => [])
  const into: Edge[][] = steps.map(() => [])
  for (const edge of edges) {
    out[edge.from]!.push(edge)
    into[edge.to]!.push(edge)
  }
  return expectedVisits({ steps, out, in: into, starts: entries, reachable: inside }).visits
}
