// Who should do each step: plain automation, a cheap model, a strong model, or a person (PLACEMENT.md, rule S12).
import type { Graph } from '../graph/graph.ts'
import { clears, labelIndex, LABELS } from '../graph/uncertainty.ts'
import type { Routing } from '../model/analysis.ts'
import { UNCERTAINTY_WORDS } from '../model/scales.ts'
import type { Level } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Demand } from '../model/strength.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'

/** Doubt of these kinds is not settled by a bigger model: somebody has to say what is meant. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['intent', 'conflict'])
const FOR_PEOPLE_FROM = 3

/** The tier of a step and the reason for it. Cost: O(edges) for a step that a model does, O(1) for any other. */
export function routingOf(graph: Graph, demands: Demands, grants: Grants, v: number): Routing {
  const step = graph.steps[v]!
  if (step.kind === 'human') return { tier: 'human', because: 'A person does this step.' }
  if (!isGuesswork(step)) {
    return { tier: 'automation', because: 'No model is needed: the step does the same thing every time.' }
  }
  const { level = 0, label } = step.uncertainty ?? {}
  if (label !== undefined && FOR_PEOPLE.has(label) && level >= FOR_PEOPLE_FROM) {
    return {
      tier: 'human',
      because: `It has to guess ${label === 'intent' ? 'what is meant' : 'which of two things holds'} (uncertainty ${UNCERTAINTY_WORDS[level]}), and a bigger model would only guess better: somebody should say.`,
    }
  }
  return modelFor(doubtAt(demands, step, v), stakeOf(graph, demands, grants, v), checkAfter(graph, v))
}

/** True for what a model does, and for anything else that may come out one way or the other. */
function isGuesswork({ kind, uncertainty }: Step): boolean {
  return kind === 'model' || kind === 'agent' || (uncertainty?.level ?? 0) >= 1
}

interface Doubt {
  readonly level: Level
  readonly label: string
  readonly isOwn: boolean
}

interface Stake {
  readonly demand: Demand
  /** The nearest step that demands that much; empty where nothing demands anything. */
  readonly name: string
}

function modelFor(doubt: Doubt, stake: Stake, check: string | undefined): Routing {
  const follows = stakeWords(stake)
  if (doubt.level <= 1 && stake.demand <= 0.5) {
    return { tier: 'cheap-model', because: `${doubtWords(doubt)}, and ${follows}.` }
  }
  const orCheap =
    check === undefined
      ? 'A small model would do with a check after it that finds its mistakes.'
      : `With ${check} after it, a small model may do as well.`
  if (doubt.level <= 2 || stake.demand <= 1) {
    return { tier: 'premium-model', because: `${doubtWords(doubt)}, and ${follows}. ${orCheap}` }
  }
  return {
    tier: 'premium-model',
    because: `${doubtWords(doubt)}, and ${follows}: a strong model, and a gate between the two.`,
  }
}

function doubtWords({ level, label, isOwn }: Doubt): string {
  if (level === 0) return 'Nothing here is uncertain'
  const about = label === 'unlabelled' ? '' : ` (${label})`
  const word = UNCERTAINTY_WORDS[level]
  return isOwn
    ? `Its own uncertainty is ${word}${about}`
    : `Uncertainty that is ${word}${about} comes in from before`
}

function stakeWords({ demand, name }: Stake): string {
  const strength = strengthOf(demand)
  if (!strength) return 'nothing before the next gate needs anybody'
  const needs = strength === 'notify' ? 'is something that somebody is told of' : `needs ${strength}`
  return `before the next gate comes “${name}”, which ${needs}`
}

// The highest doubt that the step works under; its own where that is as high as what comes in.
function doubtAt({ pending }: Demands, step: Step, v: number): Doubt {
  const own = step.uncertainty?.level ?? 0
  let worst: Doubt = { level: own, label: LABELS[labelIndex(step)]!, isOwn: true }
  pending.forEach((levels, i) => {
    const level = levels[v]! as Level
    if (level > worst.level) worst = { level, label: LABELS[i]!, isOwn: false }
  })
  return worst
}

const MOST_DEMANDED = 3

// The strongest demand that can be reached from a step before any gate is passed, and the nearest step that makes it.
function stakeOf(graph: Graph, demands: Demands, grants: Grants, from: number): Stake {
  const seen = new Uint8Array(graph.steps.length)
  seen[from] = 1
  const queue = [from]
  let most: Stake = { demand: 0, name: '' }
  for (const v of queue) {
    const { name, id } = graph.steps[v]!
    if (demands.required[v]! > most.demand) most = { demand: demands.required[v]!, name: name || id }
    if (most.demand === MOST_DEMANDED) break
    for (const edge of graph.out[v]!) {
      if (seen[edge.to] === 1 || grants.on[edge.index]! > 0 || grants.before[edge.to]! > 0) continue
      seen[edge.to] = 1
      queue.push(edge.to)
    }
  }
  return most
}

// A check right after the step that settles just the doubt which the step adds.
function checkAfter(graph: Graph, v: number): string | undefined {
  const [way, ...others] = graph.out[v]!
  const next = way && others.length === 0 ? graph.steps[way.to]! : undefined
  if (next?.kind !== 'check' || !clears(next, labelIndex(graph.steps[v]!))) return undefined
  return `“${next.name || next.id}”`
}
