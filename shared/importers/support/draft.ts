// The workflow while it is being made, and the one place where it becomes a document: everything is checked there,
// so an importer cannot hand out half a workflow, a dangling reference or an id that is used twice.
import { readWorkflow } from '../../document/read.ts'
import { FORMAT_VERSION } from '../../model/workflow.ts'
import type { Handoff } from '../../model/handoff.ts'
import type { Origin } from '../../model/origin.ts'
import type { Step } from '../../model/step.ts'
import type { Transition } from '../../model/transition.ts'
import type { Note, Point } from '../../model/workflow.ts'
import { ok, refused } from '../../support/result.ts'
import type { Result } from '../../support/result.ts'
import type { Imported } from '../types.ts'
import { chapters } from './book.ts'
import type { Book } from './book.ts'
import { idMaker } from './identity.ts'
import { cleanText, LIMITS } from './text.ts'

/** Nodes that one import may hold. Beyond it the canvas is no help to anybody, and the analysis takes minutes. */
export const MAX_NODES = 20_000
/** Edges that one import may hold. */
export const MAX_EDGES = 60_000

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type DraftStep = Mutable<Step>
export type DraftTransition = Mutable<Transition>
/** A step before it has an id. Its fields are named one by one, because the model also lets unknown ones through. */
export type NewStep = Mutable<
  Pick<
    Step,
    | 'kind'
    | 'name'
    | 'description'
    | 'verb'
    | 'consequence'
    | 'uncertainty'
    | 'clears'
    | 'grant'
    | 'timeout'
    | 'outcome'
    | 'parent'
  >
>

export interface Draft {
  readonly format: string
  name: string
  description: string
  readonly steps: Map<string, DraftStep>
  /** What the file calls a step, by the id of the step. */
  readonly sources: Map<string, string>
  readonly transitions: DraftTransition[]
  readonly handoffs: Handoff[]
  readonly positions: Map<string, Point>
  readonly notes: Note[]
  readonly domains: Set<string>
  readonly book: Book
  /** Counts of the source, as its own tools count. */
  source: { nodes: number; edges: number }
  readonly stepId: (name: string) => string
  readonly transitionId: (name: string) => string
  readonly noteId: (name: string) => string
  readonly handoffId: (name: string) => string
}

export function newDraft(format: string, book: Book): Draft {
  return {
    format,
    name: '',
    description: '',
    steps: new Map(),
    sources: new Map(),
    transitions: [],
    handoffs: [],
    positions: new Map(),
    notes: [],
    domains: new Set(),
    book,
    source: { nodes: 0, edges: 0 },
    stepId: idMaker('step'),
    transitionId: idMaker('transition'),
    noteId: idMaker('note'),
    handoffId: idMaker('handoff'),
  }
}

/**
 * Adds a step, and answers with it so that it can be completed. `source` is what the file itself calls it, whatever
 * its name: a later import of the same file is matched by it.
 */
export function addStep(draft: Draft, step: NewStep, source?: string): DraftStep {
  const added: DraftStep = { ...step, id: draft.stepId(step.name) }
  draft.steps.set(added.id, added)
  const clean = cleanText(source ?? '', LIMITS.name)
  if (clean.text !== '' && !clean.redacted) draft.sources.set(added.id, clean.text)
  return added
}

export interface Way {
  readonly from: string
  readonly to: string
  readonly kind?: Transition['kind']
  readonly label?: string
  readonly condition?: string
}

/** Adds a transition; empty labels and conditions are left out. */
export function connect(draft: Draft, way: Way): DraftTransition {
  const transition: DraftTransition = {
    id: draft.transitionId(`${way.from}_${way.to}`),
    from: way.from,
    to: way.to,
    kind: way.kind ?? 'normal',
  }
  if (way.label) transition.label = way.label
  if (way.condition) transition.condition = way.condition
  draft.transitions.push(transition)
  return transition
}

/** The document and its report; refuses when what was made would not be a valid document. */
export function finish(draft: Draft): Result<Imported> {
  const steps = [...draft.steps.values()]
  if (steps.length === 0) {
    return refused({ path: '', message: 'there are no steps in it, so there is nothing to import' })
  }
  const workflow = readWorkflow({
    format: 'handoff',
    version: FORMAT_VERSION,
    name: draft.name,
    description: draft.description,
    brief: { domains: [...draft.domains].sort() },
    steps,
    transitions: draft.transitions,
    handoffs: draft.handoffs,
    origin: originOf(draft),
    // fromEntries makes own keys of every id, also of one called "constructor".
    layout: { steps: Object.fromEntries(draft.positions), notes: draft.notes },
  })
  if (!workflow.ok) return workflow
  const human = steps.filter((step) => step.kind === 'human').length + draft.handoffs.length
  return ok({
    workflow: workflow.value,
    report: {
      format: draft.format,
      source: draft.source,
      steps: steps.length,
      transitions: draft.transitions.length,
      human,
      ...chapters(draft.book),
    },
  })
}

function originOf({ format, steps, sources, transitions }: Draft): Origin {
  return {
    format,
    steps: [...steps.values()].map(({ id, name }) => {
      const source = sources.get(id)
      return { step: id, ...(source !== undefined && { source }), name }
    }),
    transitions: transitions.map(({ id }) => id),
  }
}
