// What the name of a step says about it: a name says nothing for certain, so everything here is a guess that a person
// should look at, and every tag made of it names the word. Imported drawings and suggested tags are read alike.
import type { Level, StepKind, Strength, UncertaintyLabel } from '../model/scales.ts'
import type { EffectName } from './effects.ts'
import { effectOfWords, wordsOf } from './verbs.ts'

export interface Reading {
  readonly kind: StepKind
  /** The word or sign that decided; ends up in the tag. */
  readonly because: string
  readonly effect?: EffectName
  readonly uncertainty?: { readonly level: Level; readonly label: UncertaintyLabel }
  readonly grant?: Strength
  readonly clears?: readonly UncertaintyLabel[]
}

/** Apps that a label may begin with, as in "Slack: tell the team", and what speaking through them is. */
const APPS: readonly (readonly [names: string, effect: EffectName])[] = [
  ['slack teams discord mattermost', 'send-team'],
  ['email mail gmail outlook sms whatsapp telegram twilio sendgrid', 'send'],
  ['twitter linkedin facebook instagram wordpress', 'publish'],
  [
    'jira linear asana trello servicenow notion airtable sheets hubspot salesforce pipedrive zendesk crm',
    'write',
  ],
  ['github gitlab', 'write-shared'],
  ['stripe paypal', 'pay'],
]
const APP_EFFECT = new Map(
  APPS.flatMap(([names, effect]) => names.split(' ').map((name) => [name, effect] as const)),
)

const MODEL =
  /\b(?:llm|gpt(?:-?\d\w{0,3})?|claude|gemini|mistral|llama|openai|chatgpt|rag|ai|language model)\b/i
/** As the noun that the label is about; "agent verdict" and "relevant agent for fixes" speak of one. */
const AGENT = /\bagents?(?: node)?$|^agent:|🤖/iu
const PERSON_SIGN = /[👤👥🧑👩👨🙋🧍⏸]|✋|👍/u
const APPROVAL =
  /\b(?:approvals?|approve[sd]?|approver|sign ?off|signs off|authori[sz]e[sd]?|authori[sz]ation)\b/i
const CONFIRM = /\b(?:confirm(?:s|ation)?)\b/i
const TWO = /\b(?:two person|two people|four eyes|dual approval|second approver|both approve)\b/i
const PERSON =
  /\b(?:human|person|manual|manually|user|users|customer|analyst|reviewer|qa|supervisor|operator|manager|legal|editor|moderator|doctor|lawyer|employee|staff|expert)\b/i
const JUDGING =
  /\b(?:reviews?|approv\w{1,6}|verif\w{1,8}|checks?|confirm\w{0,6}|decide[sd]?|decision|inspect\w{0,4}|escalat\w{1,4}|sign ?off|feedback|input|answers?|test|generate)\b/i
/** Work on or around a judgement that is not the judgement. */
const ABOUT_ONE = /^(?:draft|prepare|format|parse|evaluate|generate|build|log|apply|handle)\b/i
/** Speaks of what came out of a judgement, or whether one is needed. */
const ABOUT = /\b(?:results?|outcome|verdict|status|scores?|passed|needed|required|feedback|rate)\b/i
const ESCALATE = /^(?:escalate|hand over|hand off|handoff|handover)\b|\bescalat\w{1,4} to\b/i
const REVIEW_ALONE = /^(?:\w{1,20} )?(?:manual )?review(?: \w{1,20})?$/i

/** The part of a label that says what it is: without what stands in brackets, and without underscores. */
export function headOf(label: string): string {
  const bracket = label.indexOf('(')
  const head = bracket > 2 ? label.slice(0, bracket) : label
  return head
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_/-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a person does here; undefined when the label speaks of nobody. */
export function readPerson(label: string): Reading | undefined {
  const head = headOf(label)
  // A message about a review is a message, and "Approved?" asks what was said.
  if (speaksThroughApp(label)) return undefined
  if (label.trim().endsWith('?')) return undefined
  if (ABOUT_ONE.test(head) && !PERSON_SIGN.test(label)) return undefined
  const sign = PERSON_SIGN.exec(label)?.[0]
  if (ABOUT.test(head) && sign === undefined) return undefined
  const asked = APPROVAL.exec(head)?.[0] ?? (sign || PERSON.test(head) ? CONFIRM.exec(head)?.[0] : undefined)
  if (TWO.test(label)) return { kind: 'human', because: TWO.exec(label)![0], grant: 'two-person' }
  if (asked !== undefined)
    return { kind: 'human', because: sign ?? asked, grant: CONFIRM.test(asked) ? 'confirm' : 'approve' }
  if (sign !== undefined) return { kind: 'human', because: sign }
  // Who does it stands before the colon, or first.
  const subject = head.includes(':')
    ? head.slice(0, head.indexOf(':'))
    : head.split(' ').slice(0, 3).join(' ')
  const person = PERSON.exec(subject)?.[0]
  const alone = person !== undefined && head.toLowerCase() === person.toLowerCase()
  if (person !== undefined && (alone || JUDGING.test(head) || /^(?:human|person|manual)/i.test(person))) {
    return { kind: 'human', because: person }
  }
  const escalates = ESCALATE.exec(head)?.[0] ?? (REVIEW_ALONE.test(head) ? 'review' : undefined)
  return escalates === undefined ? undefined : { kind: 'human', because: escalates }
}

/** A model or an agent at work. */
export function readModel(label: string): Reading | undefined {
  const head = headOf(label)
  if (speaksThroughApp(label)) return undefined
  const agent = AGENT.exec(head)?.[0]
  if (agent !== undefined && !label.endsWith('?')) {
    return { kind: 'agent', because: agent, effect: 'none', uncertainty: { level: 3, label: 'content' } }
  }
  const model = MODEL.exec(head)?.[0]
  if (model === undefined || (label.endsWith('?') && !label.includes(':'))) return undefined
  const rates = /\b(?:classif\w{1,8}|scor\w{1,4}|rank\w{0,4}|rout\w{1,4}|triage|judge|check)\b/i.test(head)
  return {
    kind: 'model',
    because: model,
    effect: 'none',
    uncertainty: { level: 2, label: rates ? 'score' : 'content' },
  }
}

/** What a step does to the world, by the app it begins with or by its verb; undefined when no word says. */
export function readWork(label: string): Reading | undefined {
  const head = headOf(label)
  const reply = /^(?:respond|reply|answer|return)\b/i.exec(head)?.[0]
  if (reply !== undefined && /\b(?:respond|reply|answer)\b/i.test(reply)) {
    const effect = /\b20[24]\b/.test(head) ? 'acknowledge' : 'answer'
    return { kind: 'action', because: reply, effect }
  }
  const app = label.includes(':') ? firstWord(head) : ''
  const spoken = APP_EFFECT.get(app)
  if (spoken !== undefined) return { kind: 'action', because: app, effect: spoken }
  const subject = label.includes(':') ? head.slice(head.indexOf(':') + 1) : head
  const verb = effectOfWords(subject) ?? effectOfWords(head)
  const scored = /\b(?:classif\w{1,8}|scor(?:e|es|ing))\b/i.exec(head)?.[0]
  if (!verb || WEAK.has(verb.word))
    return scored === undefined ? undefined : { kind: 'step', because: scored, uncertainty: SCORE }
  const kind = verb.effect === 'read' || verb.effect === 'none' ? 'step' : 'action'
  return {
    kind,
    because: verb.word,
    effect: verb.effect,
    ...(scored === undefined ? {} : { uncertainty: SCORE }),
  }
}

/** In a drawing these name a thing, or what the run keeps in mind, as often as something done to the world. */
const WEAK = new Set([
  'log',
  'record',
  'mark',
  'queue',
  'set',
  'put',
  'book',
  'open',
  'call',
  'message',
  'post',
  'order',
])

/** A score that no model is said to give may be plain arithmetic: a little doubt, not a live source. */
const SCORE = { level: 1, label: 'score' } as const

/** "Slack: …", "Email: …": whatever follows, it is a message. */
function speaksThroughApp(label: string): boolean {
  return label.includes(':') && APP_EFFECT.has(firstWord(headOf(label)))
}

function firstWord(head: string): string {
  return wordsOf(head.replace(/^e mail/i, 'email'))[0] ?? ''
}
