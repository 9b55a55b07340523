// The help page of a rule, made from the rule itself: what goes wrong, a wrong and a right example, and what the
// product says about each. Markdown, so that the app's help and the command line show the same page.
import { analyse } from '../analysis/analyse.ts'
import type { Finding } from '../model/finding.ts'
import { CONSEQUENCE_WORDS, REVERSIBILITY_WORDS, UNCERTAINTY_WORDS } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { RULES } from '../rules/index.ts'
import { severityOf } from '../rules/severities.ts'
import type { Example, Rule } from '../rules/types.ts'
import { factText } from './fact-text.ts'

/** The rule with this id, whatever the case of its letters; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id.toLowerCase() === id.trim().toLowerCase())
}

/** Markdown of a rule's page. The findings on it come from running the rule on its own examples. */
export function rulePage(rule: Rule): string {
  const { bad, good } = rule.examples
  return [
    `# ${rule.id} · ${rule.title}`,
    rule.explanation,
    '## A wrong example',
    exampleText(bad),
    '### What Baton says',
    ...findingsIn(rule, bad).map(findingText),
    '## A right example',
    exampleText(good),
    '## How serious it is',
    severityText(rule),
  ].join('\n\n')
}

function findingsIn(rule: Rule, { workflow }: Example): readonly Finding[] {
  return analyse(workflow).findings.filter((finding) => finding.rule === rule.id)
}

function findingText({ id, message, severityBecause, goesAwayIf, facts }: Finding): string {
  const rests = facts.map((fact) => `${fact.name}: ${factText(fact)}`)
  return [
    `**${id}**: ${message}`,
    `- ${severityBecause}`,
    `- ${goesAwayIf}`,
    `- It rests on: ${rests.join('; ')}.`,
  ].join('\n')
}

function severityText(rule: Rule): string {
  const words = { error: 'an error', warning: 'a warning', info: 'a note' }
  const grave = severityOf(rule.id, 'grave')
  const plain = severityOf(rule.id, 'plain')
  if (grave === plain) return `Always ${words[grave]}.`
  return `At worst ${words[grave]}, else ${words[plain]}; the finding says which and why.`
}

function exampleText({ says, workflow }: Example): string {
  return [says, ['```text', ...drawn(workflow), '```'].join('\n')].join('\n\n')
}

function drawn(workflow: Workflow): string[] {
  const steps = workflow.steps.map((step) => `${step.id}${tagsOf(step)}`)
  const ways = workflow.transitions.map(({ from, to, kind, probability }) => {
    const odds = probability === undefined ? '' : ` ${Math.round(probability * 100)} %`
    return `${from} → ${to}${kind === 'normal' ? '' : ` (${kind})`}${odds}`
  })
  const gates = workflow.handoffs.map(({ kind, strength, at }) => {
    const place =
      'before' in at
        ? `before ${at.before}`
        : 'start' in at
          ? `at ${at.start}`
          : `on ${wayOf(workflow, at.on)}`
    return `${kind}: ${strength} ${place}`
  })
  return [...steps, '', ...ways, ...(gates.length > 0 ? ['', ...gates] : [])]
}

function wayOf(workflow: Workflow, transition: string): string {
  const found = workflow.transitions.find(({ id }) => id === transition)
  return found ? `${found.from} → ${found.to}` : transition
}

function tagsOf({ kind, consequence, uncertainty, grant }: Step): string {
  const tags = [
    ...(kind === 'step' || kind === 'start' || kind === 'end' ? [] : [kind]),
    ...(consequence?.level === undefined ? [] : [`consequence ${CONSEQUENCE_WORDS[consequence.level]}`]),
    ...(consequence?.reversibility === undefined ? [] : [REVERSIBILITY_WORDS[consequence.reversibility]]),
    ...(consequence?.external ? ['leaves the house'] : []),
    ...(consequence?.security ? ['security-sensitive'] : []),
    ...(uncertainty?.level === undefined
      ? []
      : [`uncertainty ${UNCERTAINTY_WORDS[uncertainty.level]} (${uncertainty.label ?? 'no kind'})`]),
    ...(grant ? [`grants ${grant}`] : []),
  ]
  return tags.length > 0 ? `: ${tags.join(', ')}` : ''
}
