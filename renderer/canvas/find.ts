// Looks for text in a workflow: names, descriptions, tags, conditions, labels, notes, and the rules of findings.
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { words } from '../words/words.ts'

/** Ids of the steps and transitions that hold every word of `text`, ignoring case. */
export function findIn(workflow: Workflow, analysis: Analysis | null, text: string): ReadonlySet<string> {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = new Set<string>()
  const look = (id: string, parts: readonly (string | undefined)[]): void => {
    const hay = parts
      .filter((part) => part !== undefined)
      .join('\n')
      .toLowerCase()
    if (wanted.every((word) => hay.includes(word))) found.add(id)
  }
  const rules = rulesByStep(analysis)
  for (const step of workflow.steps) {
    look(step.id, [
      step.name,
      step.description,
      step.verb,
      words.scales.stepKinds[step.kind],
      step.uncertainty?.label,
      step.uncertainty?.level === undefined
        ? undefined
        : `uncertainty ${words.scales.uncertainty[step.uncertainty.level]}`,
      step.consequence?.level === undefined
        ? undefined
        : `consequence ${words.scales.consequence[step.consequence.level]}`,
      step.consequence?.external ? words.canvas.external : undefined,
      step.consequence?.security ? words.canvas.security : undefined,
      ...(step.consequence?.domains ?? []),
      ...(step.domains ?? []),
      ...(rules.get(step.id) ?? []),
      ...handoffTexts(workflow, step.id),
    ])
  }
  for (const { id, label, condition, kind } of workflow.transitions) {
    look(id, [label, condition, kind === 'normal' ? undefined : words.scales.transitionKinds[kind]])
  }
  return found
}

function handoffTexts(workflow: Workflow, step: string): readonly (string | undefined)[] {
  return workflow.handoffs
    .filter(({ at }) => ('before' in at && at.before === step) || ('start' in at && at.start === step))
    .flatMap(({ title, question, kind, strength }) => [title, question, kind, strength])
}

function rulesByStep(analysis: Analysis | null): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>()
  for (const { place, rule, message } of analysis?.findings ?? []) {
    if (!('step' in place)) continue
    rules.set(place.step, [...(rules.get(place.step) ?? []), rule, message])
  }
  return rules
}
