// Every other value that a single tag of a workflow could have: what sensitivity tries, one at a time.
import type { Command } from '../commands/index.ts'
import {
  CONSEQUENCE_WORDS,
  REVERSIBILITY_WORDS,
  STRENGTHS,
  UNCERTAINTY_LABELS,
  UNCERTAINTY_WORDS,
} from '../model/scales.ts'
import type { Level, Reversibility, UncertaintyLabel } from '../model/scales.ts'
import type { SensitiveTag } from '../model/sensitivity.ts'
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { oddsOfLeaving } from '../graph/odds.ts'
import { compareById } from '../support/compare.ts'

/** One tag of one element, and the condition "if …" in which it has another value. */
export interface TagChange {
  readonly element: { readonly step: string } | { readonly transition: string }
  readonly tag: SensitiveTag
  readonly field: string
  readonly value: string
  /** What the element would be, as the rest of a sentence: "were only compensable". */
  readonly condition: string
  /** How many levels it is from the value of today; 1 for what has no levels. */
  readonly away: number
  readonly command: Command
}

/** A tag that nobody set: all the values that it may have, as edits. */
export interface OpenTag extends Pick<TagChange, 'element' | 'tag' | 'field'> {
  readonly commands: readonly Command[]
}

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4]
const REVERSIBILITIES: readonly Reversibility[] = [0, 1, 2, 3]
/** How much more or less often a way may be taken than the document says. */
const FACTOR = 2
/** How many times more or fewer items at once than the document says: one level of consequence (PLACEMENT.md 1.3). */
const ITEMS = 10
/** A way that is always taken is another drawing, and not another estimate. */
const MOST_ODDS = 0.99

/** All single changes, in the order of ids. Cost: about twelve for an action, fifteen for a model. */
export function tagChanges(workflow: Workflow): readonly TagChange[] {
  const labels = labelsIn(workflow)
  return [
    ...workflow.steps.toSorted(compareById).flatMap((step) => changesOf(step, labels)),
    ...choices(workflow).flatMap(oddsChanges),
  ]
}

/** Tags that somebody should set: how bad an action is, how sure a model is, which way a decision goes. */
export function openTags(workflow: Workflow): readonly OpenTag[] {
  return [...workflow.steps.toSorted(compareById).flatMap(openTagsOf), ...choices(workflow).flatMap(openOdds)]
}

function changesOf(step: Step, labels: ReadonlySet<UncertaintyLabel>): TagChange[] {
  return [
    ...(acts(step) ? consequenceChanges(step) : []),
    ...uncertaintyChanges(step),
    ...(step.kind === 'check' || step.kind === 'human' ? passingChanges(step, labels) : []),
  ]
}

function consequenceChanges(step: Step): TagChange[] {
  const { level, reversibility = 0, external = false, security = false, volume = 1 } = step.consequence ?? {}
  // What nobody has said cannot be wrong; it has a range of outcomes of its own.
  if (level === undefined) return []
  const levels = LEVELS.filter((other) => other !== level).map((other) =>
    stepChange(step, 'consequence', 'consequence/level', other, {
      value: CONSEQUENCE_WORDS[other],
      condition: `had ${other === 0 ? 'no' : CONSEQUENCE_WORDS[other]} consequence instead of ${CONSEQUENCE_WORDS[level]}`,
      away: Math.abs(other - level),
    }),
  )
  const undo = REVERSIBILITIES.filter((other) => other !== reversibility).map((other) =>
    stepChange(step, 'reversibility', 'consequence/reversibility', other, {
      value: REVERSIBILITY_WORDS[other],
      condition: `were ${other === 1 ? 'reversible with effort' : REVERSIBILITY_WORDS[other]}`,
      away: Math.abs(other - reversibility),
    }),
  )
  return [
    ...levels,
    ...undo,
    stepChange(step, 'external', 'consequence/external', !external, {
      value: external ? 'not external' : 'external',
      condition: `were ${external ? 'not external' : 'external'}`,
    }),
    stepChange(step, 'security', 'consequence/security', !security, {
      value: security ? 'not security-sensitive' : 'security-sensitive',
      condition: `were ${security ? 'not security-sensitive' : 'security-sensitive'}`,
    }),
    ...[volume * ITEMS, Math.max(1, volume / ITEMS)].flatMap((other) =>
      other === volume
        ? []
        : [
            stepChange(step, 'volume', 'consequence/volume', other, {
              value: items(other),
              condition: `were done for ${items(other)} at once instead of ${items(volume)}`,
            }),
          ],
    ),
  ]
}

function items(volume: number): string {
  return volume === 1 ? '1 item' : `${volume} items`
}

function uncertaintyChanges(step: Step): TagChange[] {
  const { level, label } = step.uncertainty ?? {}
  if (level === undefined) return []
  const levels = LEVELS.filter((other) => other !== level).map((other) =>
    stepChange(step, 'uncertainty', 'uncertainty/level', other, {
      value: UNCERTAINTY_WORDS[other],
      condition: `added ${other === 0 ? 'no' : UNCERTAINTY_WORDS[other]} doubt instead of ${UNCERTAINTY_WORDS[level]}`,
      away: Math.abs(other - level),
    }),
  )
  if (level === 0) return levels
  const labels = UNCERTAINTY_LABELS.filter((other) => other !== label).map((other) =>
    stepChange(step, 'label', 'uncertainty/label', other, {
      value: other,
      condition: `added doubt of the kind ${other}`,
    }),
  )
  return [...levels, ...labels]
}

function passingChanges(step: Step, labels: ReadonlySet<UncertaintyLabel>): TagChange[] {
  const clears = step.clears ?? []
  const settled = [...new Set([...clears, ...labels])].toSorted().map((label) => {
    const has = clears.includes(label)
    const next = has ? clears.filter((other) => other !== label) : [...clears, label].toSorted()
    return stepChange(step, 'clears', 'clears', next, {
      value: has ? `not ${label}` : label,
      condition: has ? `did not settle ${label}` : `also settled ${label}`,
    })
  })
  // To be told is to release nothing, so that a notice is no value of its own.
  const grants = [null, ...STRENGTHS.slice(1)].filter((other) => other !== (step.grant ?? null))
  const conferred = grants.map((other) =>
    stepChange(step, 'grant', 'grant', other, {
      value: other ?? 'nothing',
      condition: other === null ? 'released nothing' : `released what follows with ${other}`,
    }),
  )
  return [...settled, ...conferred]
}

function stepChange(
  step: Step,
  tag: SensitiveTag,
  field: string,
  value: unknown,
  says: { readonly value: string; readonly condition: string; readonly away?: number },
): TagChange {
  return {
    element: { step: step.id },
    tag,
    field: `steps/${step.id}/${field}`,
    away: 1,
    ...says,
    command: setField(step, field, value),
  }
}

// `updateSteps` merges into consequence and uncertainty, so that one field can be set alone.
function setField(step: Step, field: string, value: unknown): Command {
  const [first = '', second] = field.split('/')
  const set = second === undefined ? { [first]: value } : { [first]: { [second]: value } }
  return { type: 'updateSteps', ids: [step.id], set }
}

function openTagsOf(step: Step): OpenTag[] {
  const open: OpenTag[] = []
  const add = (tag: SensitiveTag, field: string, commands: readonly Command[]): void =>
    void open.push({ element: { step: step.id }, tag, field: `steps/${step.id}/${field}`, commands })
  // An agent's weight is that of its tools.
  if ((step.kind === 'action' || step.kind === 'subflow') && step.consequence?.level === undefined)
    add('consequence', 'consequence/level', weights(step))
  if ((step.kind === 'model' || step.kind === 'agent') && step.uncertainty?.level === undefined) {
    add(
      'uncertainty',
      'uncertainty/level',
      LEVELS.map((level) => setField(step, 'uncertainty/level', level)),
    )
  }
  return open
}

// With the level, whatever else of the consequence nobody has said is as light or as grave as it can be.
function weights(step: Step): Command[] {
  const { reversibility, external, security } = step.consequence ?? {}
  const grave = {
    ...(reversibility === undefined ? { reversibility: 3 as const } : {}),
    ...(external === undefined ? { external: true } : {}),
    ...(security === undefined ? { security: true } : {}),
  }
  const rest = Object.keys(grave).length > 0 ? [{}, grave] : [{}]
  return LEVELS.flatMap((level) =>
    rest.map((facts): Command => ({
      type: 'updateSteps',
      ids: [step.id],
      set: { consequence: { level, ...facts } },
    })),
  )
}

interface Choice {
  readonly step: Step
  readonly ways: readonly Transition[]
  readonly odds: readonly { readonly probability: number; readonly assumed: boolean }[]
}

function choices({ steps, transitions }: Workflow): Choice[] {
  const leaving = new Map<string, Transition[]>()
  for (const way of transitions.toSorted(compareById)) {
    leaving.set(way.from, [...(leaving.get(way.from) ?? []), way])
  }
  return steps.toSorted(compareById).flatMap((step) => {
    const ways = leaving.get(step.id) ?? []
    if (step.kind !== 'decision' || ways.length < 2) return []
    return [{ step, ways, odds: oddsOfLeaving(step, ways) }]
  })
}

function oddsChanges(choice: Choice): TagChange[] {
  return choice.ways.flatMap((way, index) => {
    const { probability: now, assumed } = choice.odds[index]!
    // Odds of 0 say that a way is not taken at all, and no factor makes them more.
    if (assumed || now === 0) return []
    return [now * FACTOR, now / FACTOR].flatMap((wanted): TagChange[] => {
      const next = Math.min(MOST_ODDS, wanted)
      if (next === now || now === 1) return []
      return [
        {
          element: { transition: way.id },
          tag: 'odds',
          field: `transitions/${way.id}/probability`,
          value: percent(next),
          away: 1,
          condition: `were taken in ${percent(next)} of cases instead of ${percent(now)}`,
          command: withOdds(choice, index, next),
        },
      ]
    })
  })
}

function openOdds(choice: Choice): OpenTag[] {
  const open = choice.odds.flatMap(({ assumed }, index) => (assumed ? [index] : []))
  const [first] = open
  if (first === undefined) return []
  const commands = open.flatMap((index) => [
    withOdds(choice, index, MOST_ODDS),
    withOdds(choice, index, 1 - MOST_ODDS),
  ])
  const id = choice.ways[first]!.id
  return [
    { element: { step: choice.step.id }, tag: 'odds', field: `transitions/${id}/probability`, commands },
  ]
}

// The others share what is left in the proportions that they had.
function withOdds({ ways, odds }: Choice, chosen: number, probability: number): Command {
  const rest = odds.reduce((sum, { probability: p }, index) => (index === chosen ? sum : sum + p), 0)
  return {
    type: 'batch',
    label: 'change odds',
    commands: ways.map(({ id }, index) => ({
      type: 'updateTransition',
      id,
      set: {
        probability:
          index === chosen
            ? probability
            : rest === 0
              ? (1 - probability) / (ways.length - 1)
              : (odds[index]!.probability / rest) * (1 - probability),
      },
    })),
  }
}

function labelsIn({ steps }: Workflow): ReadonlySet<UncertaintyLabel> {
  return new Set(
    steps.flatMap(({ uncertainty }) => (uncertainty?.label && uncertainty.level ? [uncertainty.label] : [])),
  )
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`
}
