// The help page of a rule, made from the rule itself: what goes wrong, a wrong and a right example, and what the
// product says about each. Markdown, so that the app's help and the command line show the same page.
import { analyse } from '../analysis/analyse.ts'
import type { Finding } from '../model/finding.ts'
import { CONSEQUENCE_WORDS, REVERSIBILITY_WORDS, UNCERTAINTY_WORDS } from '../model/scales.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { RULES } from '../rules/index.ts'
import { durationMinutes } from '../support/duration.ts'
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
  return [says, ['```workflow', ...drawn(workflow), '```'].join('\n')].join('\n\n')
}

function drawn(workflow: Workflow): string[] {
  const steps = workflow.steps.map((step) => `${step.id}${tagsOf(step)}`)
  const ways = workflow.transitions.map(({ from, to, kind, probability, condition }) => {
    const odds = probability === undefined ? '' : ` ${Math.round(probability * 100)} %`
    return `${from} → ${to}${kind === 'normal' ? '' : ` (${kind})`}${odds}${condition ? ` if ${condition}` : ''}`
  })
  const gates = workflow.handoffs.map((handoff) => {
    const place = placeOf(workflow, handoff.at)
    return [`${handoff.kind}: ${handoff.strength} ${place}`, ...termsOf(handoff)].join(', ')
  })
  const people = [
    ...workflow.parties.map(
      ({ id, staff }) => `${id}: ${staff === undefined ? 'a party' : `${staff} on duty`}`,
    ),
    ...(workflow.runsPerDay === undefined ? [] : [`runs a day: ${workflow.runsPerDay}`]),
  ]
  return [steps, ways, gates, people]
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : ['', ...part]))
}

function placeOf(workflow: Workflow, at: Place): string {
  if ('before' in at) return `before ${at.before}`
  return 'start' in at ? `at ${at.start}` : `on ${wayOf(workflow, at.on)}`
}

// What a person is asked under: who, when, about what, and what happens without a "yes".
function termsOf({ assignee, when, quorum, evidence, batch, timeout, onReject }: Handoff): string[] {
  return [
    ...(assignee?.role === undefined ? [] : [`asks ${assignee.role}`]),
    ...(when === undefined ? [] : [`where ${when}`]),
    ...(quorum?.approvals === undefined ? [] : [`people: ${quorum.approvals}`]),
    ...(quorum?.excludeProposer ? ['not whoever proposed it'] : []),
    ...(evidence ?? []).map(({ id, from, label }) => `shows “${label || id}”${from ? ` of ${from}` : ''}`),
    ...(batch?.max === undefined ? [] : [`up to ${batch.max} at once`]),
    ...(timeout ? [`no answer in ${hours(timeout.after)}: ${timeout.then}`] : []),
    ...(onReject?.to === undefined
      ? []
      : [onReject.to === null ? 'a “no” stops the run' : `a “no” leads to ${onReject.to}`]),
  ]
}

function wayOf(workflow: Workflow, transition: string): string {
  const found = workflow.transitions.find(({ id }) => id === transition)
  return found ? `${found.from} → ${found.to}` : transition
}

function tagsOf(step: Step): string {
  const { kind, consequence, uncertainty, grant } = step
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
    ...dutiesOf(step),
  ]
  return tags.length > 0 ? `: ${tags.join(', ')}` : ''
}

function hours(duration: string): string {
  const minutes = durationMinutes(duration)
  return minutes === undefined ? duration : `${Math.round(minutes / 6) / 10} h`
}

// What a step is part of, works from, and can be taken back by.
function dutiesOf({ outcome, parent, consequence, uses, produces, ...step }: Step): string[] {
  const { compensatedBy, idempotent, retry, timeout, tier, party } = step
  return [
    ...(outcome === undefined ? [] : [`the run ends as ${outcome}`]),
    ...(parent === undefined ? [] : [`part of ${parent}`]),
    ...(consequence?.volume === undefined ? [] : [`items: ${consequence.volume}`]),
    ...(uses ?? []).map((name) => `uses “${name}”`),
    ...(produces ?? []).map((name) => `makes “${name}”`),
    ...(compensatedBy ? [`undone by ${compensatedBy}`] : []),
    ...(idempotent === undefined ? [] : [idempotent ? 'can be repeated' : 'must not be repeated']),
    ...(retry?.max === undefined ? [] : [`tried again up to ${retry.max} times`]),
    ...(timeout === undefined ? [] : [`waits ${hours(timeout)} at most`]),
    ...(tier === undefined ? [] : [`done by: ${tier}`]),
    ...(party === undefined ? [] : [`by ${party}`]),
  ]
}
