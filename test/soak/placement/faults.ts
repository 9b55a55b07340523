// Mistakes that somebody could make in the analysis or in its checker, planted into the sources as they are loaded.
import { registerHooks } from 'node:module'

interface PlantedFault {
  readonly name: string
  /** Below `shared/`. */
  readonly file: string
  /** Found exactly once in the file. */
  readonly from: string
  readonly to: string
}

export const FAULTS: readonly PlantedFault[] = [
  {
    name: 'transitions-are-no-places',
    file: 'placement/stations.ts',
    from: 'if (!isAllowedOn(graph, edge)) return false',
    to: 'if (graph) return false',
  },
  {
    name: 'a-confirmation-is-enough-where-there-is-no-way-back',
    file: 'placement/optimise.ts',
    from: 'const enough = levels.indexOf(APPROVE)',
    to: 'const enough = levels.indexOf(APPROVE) - 1',
  },
  {
    name: 'no-way-back-is-always-approved',
    file: 'placement/optimise.ts',
    from: "case 'approved':\n      return approvedTables(factor, problem, costs)",
    to: "case 'approved':\n      return []",
  },
  {
    name: 'optimum-trusts-one-branch',
    file: 'placement/problem.ts',
    from: 'for (const upper of arrivals)',
    to: 'for (const upper of arrivals.slice(0, 1))',
  },
  {
    name: 'joins-take-the-strongest',
    file: 'placement/authority.ts',
    from: 'if (value >= list[v]!) return',
    to: "if (value >= list[v]! || (graph.steps[v]!.kind === 'join' && list[v]! < MOST)) return",
  },
  {
    name: 'doubt-keeps-authority',
    file: 'placement/demands.ts',
    from: 'live[v] = live[v]! || exposed[v]!',
    to: 'live[v] = live[v]!',
  },
  {
    name: 'odds-of-zero-are-walked',
    file: 'graph/edges.ts',
    from: 'if (probability > 0) return [',
    to: 'if (probability >= 0) return [',
  },
  {
    name: 'doubt-raises-nothing',
    file: 'placement/strength.ts',
    from: 'isAtLeast(pending, profile.upliftFrom)',
    to: 'false',
  },
  {
    name: 'volume-does-not-count',
    file: 'placement/strength.ts',
    from: 'consequenceWithVolume(level, step.consequence?.volume ?? 1)',
    to: 'level',
  },
  {
    name: 'transitions-cost-the-whole-step',
    file: 'graph/graph.ts',
    from: 'graph.visits[edge.counted]! * edge.flow',
    to: 'graph.visits[edge.counted]!',
  },
  {
    name: 'joins-run-once-a-branch',
    file: 'graph/visits.ts',
    from: "if (step.kind !== 'join') return 1",
    to: 'return 1',
  },
  {
    name: 'more-gates-for-the-same-minutes',
    file: 'placement/cost.ts',
    from: 'ONE_GATE = 1e9',
    to: 'ONE_GATE = -1e9',
  },
  {
    name: 'bound-counts-shares-twice',
    file: 'placement/cuts.ts',
    from: 'return minutesOf(slot, level) - below',
    to: 'return minutesOf(slot, level) - 0 * below',
  },
  {
    name: 'cuts-trust-what-is-paid',
    file: 'placement/cuts.ts',
    from: 'if (paid(slot) < level) chosen.set(slot, level)',
    to: 'if (paid(slot) === 0) chosen.set(slot, level)',
  },
  {
    name: 'tools-give-authority-back',
    file: 'placement/authority.ts',
    from: 'if (edge.returns) lower(back, edge.to, leaving[v])',
    to: 'if (edge.returns) continue',
  },
  {
    name: 'a-return-starts-the-agent-again',
    file: 'placement/checker/ways.ts',
    from: 'to: agent.id, back: true',
    to: 'to: agent.id',
  },
  {
    name: 'a-no-keeps-authority',
    file: 'placement/authority.ts',
    from: 'if (edge.refused && graph.reachable[edge.from]) lower',
    to: 'if (edge.refused && !graph.reachable[edge.from]) lower',
  },
  {
    name: 'sub-flows-skip-their-contents',
    file: 'graph/edges.ts',
    from: 'for (const from of exits) for (const way of well)',
    to: 'for (const from of [v]) for (const way of well)',
  },
  {
    name: 'failures-go-on-like-success',
    file: 'graph/edges.ts',
    from: 'if (!takesUp) return',
    to: 'if (v >= 0) return',
  },
  {
    name: 'grants-are-ignored',
    file: 'placement/grants.ts',
    from: 'grant ? authorityOf(grant) : 0',
    to: '0',
  },
  {
    name: 'checks-clear-nothing',
    file: 'graph/uncertainty.ts',
    from: 'step.clears?.includes(LABELS[label] as UncertaintyLabel) ?? false',
    to: 'false',
  },
  {
    name: 'walks-show-nothing',
    file: 'placement/walks.ts',
    from: 'demands.required[edge.to]! >= level',
    to: 'demands.required[edge.to]! >= 1',
  },
  {
    name: 'certificate-leaves-out-confirmations',
    file: 'placement/certificate.ts',
    from: 'demands.required[v]! >= 1',
    to: 'demands.required[v]! >= 2',
  },
  {
    name: 'answer-depends-on-the-file',
    file: 'graph/graph.ts',
    from: '[...workflow.steps].sort(compareById)',
    to: '[...workflow.steps]',
  },
  {
    name: 'checker-is-content-with-everything',
    file: 'placement/checker/verify.ts',
    from: 'return { covered: faults.length === 0, faults }',
    to: 'return { covered: true, faults: faults.slice(0, 0) }',
  },
  {
    name: 'checker-stops-at-the-first-step',
    file: 'placement/checker/verify.ts',
    from: 'queue.push(next)',
    to: 'queue.concat(next)',
  },
  {
    name: 'ruled-out-places-get-gates',
    file: 'placement/stations.ts',
    from: 'return transition !== undefined && !graph.forbidden.has(placeKey({ on: transition.id }))',
    to: 'return transition !== undefined && graph !== undefined',
  },
  {
    name: 'plain-steps-trust-a-door-that-is-ruled-out',
    file: 'placement/problem.ts',
    from: '(mayHoldGate(graph, graph.steps[way.to]!) && waysIn(graph, way.to).length === 1)',
    to: 'waysIn(graph, way.to).length === 1',
  },
  {
    name: 'accepted-risks-still-demand',
    file: 'placement/demands.ts',
    from: 'waived.has(v) ? 0 : demand',
    to: 'demand',
  },
  {
    name: 'checker-does-not-know-accepted-risks',
    file: 'placement/checker/claims.ts',
    from: '.filter(([id]) => !accepted.has(id))',
    to: '',
  },
]

/** Has to be called before the sources are imported. Throws for a fault that no longer fits the source. */
export function plant(name: string): void {
  const fault = FAULTS.find((one) => one.name === name)
  if (!fault) throw new Error(`there is no fault called ${name}`)
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(`/shared/${fault.file}`)) return loaded
      const source =
        typeof loaded.source === 'string'
          ? loaded.source
          : new TextDecoder().decode(loaded.source ?? undefined)
      if (source.split(fault.from).length !== 2)
        throw new Error(`${fault.file} does not hold once: ${fault.from}`)
      return { ...loaded, source: source.replace(fault.from, () => fault.to) }
    },
  })
}
