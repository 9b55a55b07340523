// Looks for text in a workflow: names, descriptions, tags, conditions, labels, notes, and the rules of findings.
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Place } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { words } from '../words/words.ts'

/** Ids of the steps and transitions, and `note:` with those of the notes, that hold every word of `text`, ignoring case. */
export function findIn(workflow: Workflow, analysis: Analysis | null, text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (id: string, parts: readonly (string | undefined)[]): void => {
    if (holds(parts.filter((part) => part !== undefined).join('\n'), text)) found.add(id)
  }
  const rules = rulesByHost(workflow, analysis)
  const asked = textsByHost(workflow)
  const parties = new Map(workflow.parties.map(({ id, name }) => [id, name]))
  for (const step of workflow.steps) {
    look(step.id, [
      step.name,
      step.description,
      step.verb,
      words.scales.stepKinds[step.kind],
      step.uncertainty?.label,
      step.uncertainty?.level === undefined ? undefined : words.canvas.uncertainty(step.uncertainty.level),
      step.consequence?.level === undefined ? undefined : words.canvas.consequence(step.consequence.level),
      step.consequence?.external ? words.canvas.external : undefined,
      step.consequence?.security ? words.canvas.security : undefined,
      ...(step.consequence?.domains ?? []),
      ...(step.domains ?? []),
      ...(rules.get(step.id) ?? []),
      parties.get(step.party ?? ''),
      ...(asked.get(step.id) ?? []),
    ])
  }
  for (const { id, label, condition, kind } of workflow.transitions) {
    look(id, [
      label,
      condition,
      kind === 'normal' ? undefined : words.scales.transitionKinds[kind],
      ...(rules.get(id) ?? []),
      ...(asked.get(id) ?? []),
    ])
  }
  for (const { id, text: written } of workflow.layout.notes) look(`note:${id}`, [written])
  return found
}

/** True where every word of `text` is in `hay`, ignoring case. */
export function holds(hay: string, text: string): boolean {
  const all = hay.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** What people are asked, by the step or transition that they are asked at. */
function textsByHost(workflow: Workflow): ReadonlyMap<string, readonly (string | undefined)[]> {
  const texts = new Map<string, (string | undefined)[]>()
  for (const { at, title, question, kind, strength } of workflow.handoffs) {
    const said = [title, question, words.scales.handoffKinds[kind], words.scales.strengths[strength]]
    texts.set(hostOf(at), [...(texts.get(hostOf(at)) ?? []), ...said])
  }
  return texts
}

function rulesByHost(workflow: Workflow, analysis: Analysis | null): ReadonlyMap<string, readonly string[]> {
  const gates = new Map(workflow.handoffs.map(({ id, at }) => [id, hostOf(at)]))
  const rules = new Map<string, string[]>()
  for (const { place, rule, message } of analysis?.findings ?? []) {
    const host =
      'step' in place
        ? place.step
        : 'transition' in place
          ? place.transition
          : 'handoff' in place
            ? gates.get(place.handoff)
            : undefined
    if (host === undefined) continue
    rules.set(host, [...(rules.get(host) ?? []), rule, message, words.common.say(message)])
  }
  return rules
}

function hostOf(at: Place): string {
  if ('on' in at) return at.on
  return 'before' in at ? at.before : at.start
}
