// The documented facts that rules of packs can ask for: one table for each subject, and the values of one subject. The
// help page, the checks of a condition and the answers are all made from the same tables.
import type { FindingPlace } from '../model/finding.ts'
import type { Handoff } from '../model/handoff.ts'
import type { PackSubject } from '../model/rule-pack.ts'
import type { Step } from '../model/step.ts'
import type { FeelValue } from '../support/feel.ts'
import { stepsSince } from './packs/distance.ts'
import { DOCUMENT_FACTS } from './packs/document-facts.ts'
import { HANDOFF_FACTS } from './packs/handoff-facts.ts'
import { TRANSITION_FACTS } from './packs/transition-facts.ts'
import { STEP_FACTS } from './packs/step-facts.ts'
import type { Lookup } from './packs/step-facts.ts'
import type { FactDefinition, FactType, PackContext } from './packs/types.ts'
import { isBlocking, stepBehind } from './places.ts'

/** What somebody who writes a condition has to know of a fact. */
export interface FactInfo {
  readonly name: string
  readonly type: FactType
  readonly says: string
}

/** One step, transition or handoff, or the document, with what a condition can ask about it. */
export interface Subject {
  readonly place: FindingPlace
  /** The value of a fact by its documented name; null for any other name. */
  readonly read: (name: string) => FeelValue
  /** The field that holds a fact, as a path by ids. */
  readonly field: (name: string) => string | undefined
}

/** The facts of each subject, in the order of the help page. Those of a neighbour have its name in front: `to.level`. */
export const PACK_FACTS: Readonly<Record<PackSubject, readonly FactInfo[]>> = {
  step: STEP_FACTS.map(info('')),
  transition: [
    ...TRANSITION_FACTS.map(info('')),
    ...STEP_FACTS.map(info('from.', 'The step it leaves: ')),
    ...STEP_FACTS.map(info('to.', 'The step it leads to: ')),
  ],
  handoff: [...HANDOFF_FACTS.map(info('')), ...STEP_FACTS.map(info('step.', 'The step behind it: '))],
  document: DOCUMENT_FACTS.map(info('')),
}

const NAMES: ReadonlyMap<PackSubject, ReadonlyMap<string, FactInfo>> = new Map(
  (Object.keys(PACK_FACTS) as PackSubject[]).map((subject) => [
    subject,
    new Map(PACK_FACTS[subject].map((fact) => [fact.name, fact])),
  ]),
)

/**
 * The documented fact that a name in a condition asks for: `level`, `to.level`, and `own` for `own.costCentre`.
 * Undefined where there is none.
 */
export function factFor(subject: PackSubject, name: string): FactInfo | undefined {
  const facts = NAMES.get(subject)!
  const parts = name.split('.')
  return facts.get(parts[0]!) ?? facts.get(parts.slice(0, 2).join('.'))
}

/** True for what things are called and for figures that move with everything else. */
export function isPassing(name: string): boolean {
  return PASSING.has(name.split('.').at(-1)!)
}

const PASSING: ReadonlySet<string> = new Set(
  [...STEP_FACTS, ...TRANSITION_FACTS, ...HANDOFF_FACTS, ...DOCUMENT_FACTS].flatMap(({ name, passing }) =>
    passing ? [name] : [],
  ),
)

/** Every subject of a kind in a revision, in the order of their ids. Facts are read only when they are asked for. */
export function subjectsOf(context: PackContext, kind: PackSubject, lookup: Lookup): readonly Subject[] {
  const { graph } = context
  const view = { ...context, lookup }
  const stepPart = (v: number, prefix = ''): Part => {
    const step = graph.steps[v]!
    return part(STEP_FACTS, { ...view, step, v }, `steps/${step.id}/`, prefix)
  }
  switch (kind) {
    case 'step':
      return graph.steps.map((step, v) => subject({ step: step.id }, [stepPart(v)]))
    case 'transition':
      return graph.workflow.transitions.map((transition) => {
        const edge = graph.edgeOf.get(transition.id)
        const own = part(TRANSITION_FACTS, { ...view, transition, edge }, `transitions/${transition.id}/`)
        const ends = [
          stepPart(graph.indexOf.get(transition.from)!, 'from.'),
          stepPart(graph.indexOf.get(transition.to)!, 'to.'),
        ]
        return subject({ transition: transition.id }, [own, ...ends])
      })
    case 'handoff':
      return graph.workflow.handoffs.map((handoff) => {
        const behind = stepBehind(graph, handoff)
        const own = part(HANDOFF_FACTS, { ...view, handoff }, `handoffs/${handoff.id}/`)
        return subject(
          { handoff: handoff.id },
          behind === undefined ? [own] : [own, stepPart(behind, 'step.')],
        )
      })
    case 'document':
      return [subject({ document: true }, [part(DOCUMENT_FACTS, view, '')])]
  }
}

/** What is worked out once for all subjects of a revision. O(size). */
export function lookupOf({ graph }: Pick<PackContext, 'graph'>): Lookup {
  const before = new Map<string, Handoff[]>()
  const on = new Map<string, Handoff[]>()
  for (const handoff of graph.workflow.handoffs) {
    const [map, id] =
      'on' in handoff.at
        ? [on, handoff.at.on]
        : [before, 'before' in handoff.at ? handoff.at.before : handoff.at.start]
    map.set(id, [...(map.get(id) ?? []), handoff])
  }
  const asks = (map: ReadonlyMap<string, readonly Handoff[]>, id: string | undefined): boolean =>
    map.get(id ?? '')?.some(isBlocking) ?? false
  const tools = new Map<string, Step[]>()
  for (const step of graph.steps) {
    if (step.parent !== undefined) tools.set(step.parent, [...(tools.get(step.parent) ?? []), step])
  }
  return {
    handoffsBefore: before,
    handoffsOn: on,
    tools,
    parties: new Map(graph.workflow.parties.map((party) => [party.id, party])),
    sinceCheck: stepsSince(graph, {
      at: (v) => graph.steps[v]!.kind === 'check',
      before: () => false,
      on: () => false,
    }),
    sincePerson: stepsSince(graph, {
      at: (v) => graph.steps[v]!.kind === 'human',
      before: (v) => asks(before, graph.steps[v]!.id),
      on: ({ transition }) => asks(on, transition?.id),
    }),
  }
}

/** The facts of a subject of which nobody has said anything, for the examples of a rule. */
export function blankFacts(kind: PackSubject): ReadonlyMap<string, FeelValue> {
  return new Map(PACK_FACTS[kind].map(({ name, type }) => [name, name.endsWith('own') ? {} : BLANKS[type]]))
}

const BLANKS: Readonly<Record<FactType, FeelValue>> = {
  text: null,
  number: null,
  'yes or no': null,
  texts: [],
  list: [],
}

interface Part {
  readonly read: (name: string) => FeelValue | undefined
  readonly field: (name: string) => string | undefined
}

function part<View>(
  definitions: readonly FactDefinition<View>[],
  view: View,
  pointer: string,
  prefix = '',
): Part {
  const find = (name: string): FactDefinition<View> | undefined =>
    name.startsWith(prefix) ? definitions.find((each) => each.name === name.slice(prefix.length)) : undefined
  return {
    read: (name) => find(name)?.read(view),
    field: (name) => {
      const field = find(name)?.field
      return field === undefined ? undefined : `${pointer}${field}`
    },
  }
}

function subject(place: FindingPlace, parts: readonly Part[]): Subject {
  const first = <T>(ask: (part: Part) => T | undefined): T | undefined => {
    for (const each of parts) {
      const answer = ask(each)
      if (answer !== undefined) return answer
    }
    return undefined
  }
  return {
    place,
    read: (name) => first((each) => each.read(name)) ?? null,
    field: (name) => first((each) => each.field(name)),
  }
}

function info(prefix: string, about = '') {
  return ({ name, type, says }: FactInfo): FactInfo => ({
    name: `${prefix}${name}`,
    type,
    says: `${about}${says}`,
  })
}
