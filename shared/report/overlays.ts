// What the canvas can be shaded by: how grave and doubtful each step is, the consent that arrives at it, how often runs
// come by, and what it costs people. Numbers only; the words beside them are the interface's.
import type { Analysis } from '../model/analysis.ts'
import type { Place } from '../model/handoff.ts'
import { profileOf } from '../model/profile.ts'
import type { Workflow } from '../model/workflow.ts'

export const SHADINGS = ['heat', 'authority', 'visits', 'minutes'] as const
export type Shading = (typeof SHADINGS)[number]

export interface Shade {
  /** How dark, from 0 (not at all) to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4
  /** Consequence level, authority 0-3, visits a run, or minutes a run. */
  readonly value: number
  /** Heat: level of the doubt that is there. Authority: what the step demands, 0-3. */
  readonly beside?: number
  /** Authority: less arrives than is demanded. */
  readonly short?: true
}

type Shades = ReadonlyMap<string, Shade>

/** By step; steps that no run reaches, and those of which there is nothing to say, are left out. O(steps + reviews). */
export function shadesOf(shading: Shading, workflow: Workflow, analysis: Analysis): Shades {
  if (shading === 'minutes') return minuteShades(workflow, analysis)
  const shades = new Map<string, Shade>()
  for (const step of workflow.steps) {
    const figures = Object.hasOwn(analysis.steps, step.id) ? analysis.steps[step.id] : undefined
    if (!figures?.reachable) continue
    const shade =
      shading === 'heat' ? heatOf(step, figures) : shading === 'visits' ? often(figures) : consentOf(figures)
    if (shade) shades.set(step.id, shade)
  }
  return shades
}

type Figures = Analysis['steps'][string]

/** The product of the two, from 0 to 16, in four steps. A level that nobody set counts as none. */
function heatOf(step: Workflow['steps'][number], { pending }: Figures): Shade {
  const value = step.consequence?.level ?? 0
  const beside = Math.max(step.uncertainty?.level ?? 0, ...Object.values(pending))
  const heat = value * beside
  return { value, beside, level: heat === 0 ? 0 : heat <= 2 ? 1 : heat <= 4 ? 2 : heat <= 9 ? 3 : 4 }
}

const DEMANDS = { notify: 0.5, confirm: 1, approve: 2, 'two-person': 3 } as const

function consentOf({ authority, required }: Figures): Shade {
  const beside = required === undefined ? 0 : DEMANDS[required]
  const value = authority.mid
  const level = Math.floor(value) as Shade['level']
  // What is only to be told of asks for nobody's consent.
  const short = beside >= 1 && value < beside
  return { value, beside, level, ...(short && { short: true as const }) }
}

function often({ visits }: Figures): Shade {
  return {
    value: visits,
    level: visits <= 0 ? 0 : visits < 0.1 ? 1 : visits < 0.5 ? 2 : visits <= 1.005 ? 3 : 4,
  }
}

/** Minutes a run of the people asked before a step or on a way into it, as things stand once all is placed. */
function minuteShades(workflow: Workflow, { reviewing }: Analysis): Shades {
  const { minutes } = profileOf(workflow.profile)
  const parties = new Map(workflow.parties.map((party) => [party.id, party]))
  const targets = new Map(workflow.transitions.map(({ id, to }) => [id, to]))
  const sums = new Map<string, number>()
  for (const { at, strength, prompts, party } of reviewing.placed.reviews) {
    const step = stepAt(at, targets)
    if (step === undefined) continue
    const each = parties.get(party ?? '')?.minutes?.[strength] ?? minutes[strength]
    sums.set(step, (sums.get(step) ?? 0) + prompts * each)
  }
  const most = Math.max(...sums.values(), 0)
  return new Map(
    [...sums].map(([id, value]) => {
      const level = most > 0 ? (Math.ceil((value / most) * 4) as Shade['level']) : 0
      return [id, { value, level }]
    }),
  )
}

function stepAt(at: Place, targets: ReadonlyMap<string, string>): string | undefined {
  if ('before' in at) return at.before
  return 'start' in at ? at.start : targets.get(at.on)
}
