// What a schema cannot say: ids are given once, and whatever points at something points at something that is there.
import { pathText, quoted } from './path.ts'
import type { PathPart } from './path.ts'
import type { Fault } from '../support/result.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { Workflow } from '../model/workflow.ts'

interface Known {
  readonly parties: ReadonlySet<string>
  readonly steps: ReadonlySet<string>
  readonly transitions: ReadonlySet<string>
}

type Report = (path: readonly PathPart[], message: string) => void

/**
 * Every repeated id, dangling reference and cycle of parents, in the order of the document. O(size).
 * Not faults: a role that no party has (runtimes know roles that a document does not list), positions of steps that
 * are gone, decisions about findings that are gone, scripts
 * that take a transition that is gone. The last three are history, and are kept.
 */
export function checkReferences(workflow: Workflow): readonly Fault[] {
  const faults: Fault[] = []
  const report: Report = (path, message) => faults.push({ path: pathText(path), message })
  const known: Known = {
    parties: uniqueIds(workflow.parties, 'parties', report),
    steps: uniqueIds(workflow.steps, 'steps', report),
    transitions: uniqueIds(workflow.transitions, 'transitions', report),
  }
  uniqueIds(workflow.handoffs, 'handoffs', report)
  uniqueIds(workflow.scenarios, 'scenarios', report)
  uniqueFindings(workflow, report)
  uniqueIds(workflow.rulePacks ?? [], 'rulePacks', report)
  uniqueNotes(workflow, report)
  uniqueGroups(workflow, report)
  checkSteps(workflow, known, report)
  checkTransitions(workflow, known, report)
  checkHandoffs(workflow, known, report)
  checkPlacing(workflow, known, report)
  return faults
}

function uniqueIds(
  entries: readonly { readonly id: string }[],
  collection: string,
  report: Report,
): ReadonlySet<string> {
  const seen = new Map<string, number>()
  entries.forEach(({ id }, index) => {
    const first = seen.get(id)
    if (first === undefined) seen.set(id, index)
    else report([collection, index, 'id'], `${quoted(id)} is already the id of ${collection}[${first}]`)
  })
  return new Set(seen.keys())
}

function uniqueFindings(workflow: Workflow, report: Report): void {
  const seen = new Set<string>()
  workflow.dispositions.forEach(({ finding }, index) => {
    if (seen.has(finding))
      report(['dispositions', index, 'finding'], `a second decision about ${quoted(finding)}`)
    seen.add(finding)
  })
}

function uniqueGroups({ layout }: Workflow, report: Report): void {
  const seen = new Set<string>()
  layout.groups?.forEach(({ id }, index) => {
    if (seen.has(id))
      report(['layout', 'groups', index, 'id'], `${quoted(id)} is already the id of another group`)
    seen.add(id)
  })
}

function uniqueNotes(workflow: Workflow, report: Report): void {
  const seen = new Set<string>()
  workflow.layout.notes.forEach(({ id }, index) => {
    if (seen.has(id))
      report(['layout', 'notes', index, 'id'], `${quoted(id)} is already the id of another note`)
    seen.add(id)
  })
}

function checkSteps(workflow: Workflow, known: Known, report: Report): void {
  workflow.steps.forEach((step, index) => {
    const at = (field: string): readonly PathPart[] => ['steps', index, field]
    refersTo(known.steps, 'step', step.parent, at('parent'), report)
    refersTo(known.steps, 'step', step.compensatedBy, at('compensatedBy'), report)
    refersTo(known.steps, 'step', step.calls, at('calls'), report)
    refersTo(known.parties, 'party', step.party, at('party'), report)
  })
  checkParents(workflow, report)
}

/** Each chain of parents is walked once: a step that was seen to end well is not walked again. */
function checkParents(workflow: Workflow, report: Report): void {
  const parents = new Map(workflow.steps.map((step) => [step.id, step.parent]))
  const settled = new Set<string>()
  workflow.steps.forEach((step, index) => {
    const walk = new Set<string>()
    let id: string | undefined = step.id
    while (id !== undefined && !settled.has(id) && !walk.has(id)) {
      walk.add(id)
      id = parents.get(id)
    }
    if (id !== undefined && walk.has(id)) {
      report(['steps', index, 'parent'], `${quoted(id)} is, by way of its parents, its own parent`)
    }
    for (const seen of walk) settled.add(seen)
  })
}

function checkTransitions(workflow: Workflow, known: Known, report: Report): void {
  workflow.transitions.forEach((transition, index) => {
    refersTo(known.steps, 'step', transition.from, ['transitions', index, 'from'], report)
    refersTo(known.steps, 'step', transition.to, ['transitions', index, 'to'], report)
  })
}

function checkHandoffs(workflow: Workflow, known: Known, report: Report): void {
  workflow.handoffs.forEach((handoff, index) => {
    const at = (...rest: readonly PathPart[]): readonly PathPart[] => ['handoffs', index, ...rest]
    checkPlace(handoff.at, known, at('at'), report)
    refersTo(known.steps, 'step', handoff.onReject?.to, at('onReject', 'to'), report)
  })
}

function checkPlacing({ placing }: Workflow, known: Known, report: Report): void {
  const places = new Map<string, number>()
  placing?.forbidden.forEach((place, index) => {
    const path = ['placing', 'forbidden', index]
    checkPlace(place, known, path, report)
    const first = places.get(placeKey(place))
    if (first === undefined) places.set(placeKey(place), index)
    else report(path, `the same place as placing.forbidden[${first}]`)
  })
  const waived = new Set<string>()
  placing?.waivers.forEach(({ step }, index) => {
    const path = ['placing', 'waivers', index, 'step']
    refersTo(known.steps, 'step', step, path, report)
    if (waived.has(step)) report(path, `a second waiver for ${quoted(step)}`)
    waived.add(step)
  })
}

function checkPlace(place: Place, known: Known, path: readonly PathPart[], report: Report): void {
  if ('before' in place) refersTo(known.steps, 'step', place.before, [...path, 'before'], report)
  else if ('start' in place) refersTo(known.steps, 'step', place.start, [...path, 'start'], report)
  else refersTo(known.transitions, 'transition', place.on, [...path, 'on'], report)
}

function refersTo(
  ids: ReadonlySet<string>,
  noun: string,
  id: string | null | undefined,
  path: readonly PathPart[],
  report: Report,
): void {
  if (id === null || id === undefined || ids.has(id)) return
  report(path, `no ${noun} has the id ${quoted(id)}`)
}
