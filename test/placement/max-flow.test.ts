// The greatest flow is the cheapest cut: against every cut of small networks.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addArc, maximumFlow, newNetwork, sinkSide } from '../../shared/placement/max-flow.ts'

const arc = fc.record({
  from: fc.nat(6),
  to: fc.nat(6),
  room: fc.constantFrom(0, 0.1, 0.5, 1, 3.5, 7, 1e-14),
})
const [SOURCE, SINK, NODES] = [0, 6, 7]

type Arc = { readonly from: number; readonly to: number; readonly room: number }

function flowOf(arcs: readonly Arc[]) {
  const network = newNetwork(NODES)
  for (const { from, to, room } of arcs) addArc(network, from, to, room)
  return { flow: maximumFlow(network, SOURCE, SINK), late: sinkSide(network, SINK) }
}

function priceOf(arcs: readonly Arc[], isLate: (node: number) => boolean): number {
  return arcs.reduce((sum, { from, to, room }) => sum + (!isLate(from) && isLate(to) ? room : 0), 0)
}

it('costs what the cheapest of all cuts costs, and names one of that price, the latest', () => {
  fc.assert(
    fc.property(fc.array(arc, { maxLength: 16 }), (arcs) => {
      const { flow, late } = flowOf(arcs)
      const cuts = Array.from({ length: 2 ** 5 }, (_, inner) => (node: number) => {
        return node === SINK || (node !== SOURCE && ((inner >> (node - 1)) & 1) === 1)
      })
      const least = Math.min(...cuts.map((isLate) => priceOf(arcs, isLate)))
      expect(flow).toBeCloseTo(least, 9)
      expect(priceOf(arcs, (node) => late[node] === 1)).toBeCloseTo(least, 9)
      const sizes = cuts
        .filter((isLate) => priceOf(arcs, isLate) < least + 1e-9)
        .map((isLate) => Array.from({ length: NODES }, (_, node) => isLate(node)).filter(Boolean).length)
      expect(late.reduce((sum, is) => sum + is, 0)).toBeLessThanOrEqual(Math.min(...sizes))
    }),
    { numRuns: 300 },
  )
})

it('goes through arcs without a limit, and through chains of any length', () => {
  const network = newNetwork(50_000)
  for (let v = 0; v + 1 < 50_000; v++) addArc(network, v, v + 1, v === 1000 ? 2.5 : Infinity)
  expect(maximumFlow(network, 0, 49_999)).toBe(2.5)
})
