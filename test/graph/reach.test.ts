// Components and reachability against the plain definitions, on random graphs.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { components } from '../../shared/graph/components.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { reach } from '../../shared/graph/reach.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'

const any = arbitraryWorkflow({ steps: [1, 12], more: 14, gates: 0, exceptions: true })

it('two steps are in one component exactly when each leads to the other, and later ones lead to earlier ones', () => {
  fc.assert(
    fc.property(any, (workflow) => {
      const { out } = indexWorkflow(workflow)
      const leads = out.map((_, v) => reach([v], out))
      const found = components(out)
      const componentOf = out.map((_, v) => found.findIndex((members) => members.includes(v)))
      expect(found.flat().toSorted((a, b) => a - b)).toEqual(out.map((_, v) => v))
      const pairs = out.flatMap((_, u) => out.map((__, v) => ({ u, v })))
      const wrong = pairs.filter(({ u, v }) => {
        const [from = -1, to = -1] = [componentOf[u], componentOf[v]]
        const together = leads[u]?.[v] === true && leads[v]?.[u] === true
        return together !== (from === to) || (leads[u]?.[v] === true && to > from)
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 200 },
  )
})

it('a step is reached exactly when a chain of walked ways leads to it', () => {
  fc.assert(
    fc.property(any, (workflow) => {
      const graph = indexWorkflow(workflow)
      const here = new Set(workflow.steps.filter(({ kind }) => kind === 'start').map(({ id }) => id))
      for (const id of here) {
        for (const { from, to, probability } of workflow.transitions)
          if (from === id && probability !== 0) here.add(to)
      }
      expect(graph.steps.map(({ id }) => id).filter((_, v) => graph.reachable[v])).toEqual(
        graph.steps.map(({ id }) => id).filter((id) => here.has(id)),
      )
    }),
    { numRuns: 200 },
  )
})
