// What another value of a tag would do, as one sentence.
import type { Place } from '../model/handoff.ts'
import type { Effect, Untagged } from '../model/sensitivity.ts'
import type { Strength } from '../model/scales.ts'
import type { Workflow } from '../model/workflow.ts'

type Gate = Effect['added'][number]

/** How many handoffs a sentence names before it counts the rest. */
const NAMED = 2

const ASKS: Readonly<Record<Strength, string>> = {
  notify: 'a notice',
  confirm: 'a confirmation',
  approve: 'an approval',
  'two-person': 'two people',
}

/** `If “Send offer” were external, it would need two people before it: +6 min a run.` */
export function effectText(workflow: Workflow, condition: string, effect: Omit<Effect, 'message'>): string {
  const subject = elementText(workflow, effect.element)
  const says = [
    ...together(
      effect.uncovered,
      (id) => stepText(workflow, id, effect),
      'would not be covered as it stands',
    ),
    ...together(effect.covered, (id) => stepText(workflow, id, effect), 'would be covered as it stands'),
    ...listed(effect.changed, ({ from, to }) => changedText(workflow, from, to)),
    ...listed(
      effect.moved,
      ({ from, to }) =>
        `${ofGate(from)} ${placeText(workflow, from.at)} would move ${placeText(workflow, to.at, 'to')}`,
    ),
    ...listed(effect.added, (gate) => addedText(workflow, gate, effect)),
    ...listed(
      effect.dropped,
      (gate) => `${ofGate(gate)} ${placeText(workflow, gate.at)} would not be needed`,
    ),
    ...listed(effect.spare, (id) => `${handoffText(workflow, id)} could go`),
    ...listed(effect.neededAgain, (id) => `${handoffText(workflow, id)} would be needed after all`),
  ]
  const minutes = effect.minutes === 0 ? '' : `: ${minutesText(effect.minutes)} a run`
  return `If ${subject} ${condition}, ${says.join('; ')}${minutes}.`
}

/** `Tag this first: it decides between 0 and 10 min a run.` */
export function untaggedText(workflow: Workflow, range: Omit<Untagged, 'message'>): string {
  const [least, most] = range.minutes
  const [fewest, highest] = range.handoffs
  const what = {
    consequence: 'how consequential it is',
    uncertainty: 'how uncertain it is',
    odds: 'how often each way is taken',
  }
  const name = elementText(workflow, range.element)
  const unsaid = `Nobody has said of ${name} ${what[range.tag as keyof typeof what]}`
  const decides = [
    ...(most - least > 1e-9 ? [`between ${round(least)} and ${round(most)} min a run`] : []),
    ...(highest > fewest ? [`between ${fewest} and ${highest} suggested handoffs`] : []),
    ...(range.uncovered.length > 0 ? ['whether the handoffs of today cover everything'] : []),
  ]
  if (decides.length === 0) return `${unsaid}; nothing hangs on it.`
  return `${unsaid}. It decides ${inARow(decides)}.`
}

function addedText(workflow: Workflow, gate: Gate, { element }: Pick<Effect, 'element'>): string {
  const own = 'step' in element && 'before' in gate.at && gate.at.before === element.step
  if (own && gate.kind !== 'notify') return `it would need ${ASKS[gate.strength]} before it`
  if (own) return 'somebody would have to be told of it'
  return `${newGate(gate)} would be needed ${placeText(workflow, gate.at)}`
}

function changedText(workflow: Workflow, from: Gate, to: Gate): string {
  const place = placeText(workflow, from.at)
  if (from.strength === to.strength)
    return `the ${from.kind} ${place} would be ${/^[aeo]/.test(to.kind) ? 'an' : 'a'} ${to.kind}`
  return `${ASKS[to.strength]} instead of ${ASKS[from.strength]} would be needed ${place}`
}

const KIND_WORDS: Readonly<Record<Gate['kind'], string>> = {
  brief: 'brief',
  approval: 'gate',
  exception: 'exception desk',
  clarify: 'question',
  recovery: 'decision after a failure',
  'sign-off': 'sign-off',
  notify: 'notice',
}

function newGate({ kind, strength }: Gate): string {
  if (kind === 'approval') return ASKS[strength]
  return `${kind === 'exception' ? 'an' : 'a'} ${KIND_WORDS[kind]}`
}

function ofGate({ kind }: Gate): string {
  return `the ${KIND_WORDS[kind]}`
}

function together(ids: readonly string[], name: (id: string) => string, says: string): string[] {
  if (ids.length === 0) return []
  const names = ids.slice(0, NAMED).map(name)
  const more = ids.length - NAMED
  const all = more > 0 ? [...names, `${more} more`] : names
  return [`${inARow(all)} ${says}`]
}

/** `a, b and c` */
function inARow(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter((part) => part !== '').join(' and ')
}

function listed<T>(items: readonly T[], say: (item: T) => string): string[] {
  const named = items.slice(0, NAMED).map(say)
  const more = items.length - NAMED
  return more > 0 ? [...named, `${more} more alike`] : named
}

function elementText(workflow: Workflow, element: Effect['element']): string {
  if ('step' in element) return named(workflow, element.step)
  const way = workflow.transitions.find(({ id }) => id === element.transition)
  return way ? `the way from ${named(workflow, way.from)} to ${named(workflow, way.to)}` : element.transition
}

// The subject of the sentence is not named twice.
function stepText(workflow: Workflow, id: string, { element }: Pick<Effect, 'element'>): string {
  return 'step' in element && element.step === id ? 'it' : named(workflow, id)
}

function placeText(workflow: Workflow, at: Place, into?: 'to'): string {
  const to = into === undefined ? '' : 'to '
  if ('before' in at) return `${to}${into ? 'the place ' : ''}before ${named(workflow, at.before)}`
  if ('start' in at) return `${to}${into ? 'the start ' : 'at '}${named(workflow, at.start)}`
  const way = workflow.transitions.find(({ id }) => id === at.on)
  const name = way ? `from ${named(workflow, way.from)} to ${named(workflow, way.to)}` : at.on
  return `${to}${into ? '' : 'on '}the way ${name}`
}

function handoffText(workflow: Workflow, id: string): string {
  const handoff = workflow.handoffs.find((known) => known.id === id)
  if (handoff) return `the handoff “${handoff.title || id}”`
  return named(workflow, id)
}

function named({ steps }: Workflow, id: string): string {
  return `“${steps.find((step) => step.id === id)?.name || id}”`
}

function minutesText(delta: number): string {
  return `${delta > 0 ? '+' : '−'}${round(Math.abs(delta))} min`
}

function round(minutes: number): string {
  return minutes !== 0 && minutes < 0.1
    ? String(Number(minutes.toPrecision(1)))
    : String(Number(minutes.toFixed(1)))
}
