// The reviewer's card as plain data: everything that a person must know to answer, worst news first. Texts come from
// files and from models; whoever wrote them may want the answer to be yes, so that what they hide is made visible.
import { approvalsNeeded, askedFirst, decisionsOf } from '../model/handoff-defaults.ts'
import type { Handoff } from '../model/handoff.ts'
import type {
  Decision,
  HandoffKind,
  Level,
  Reversibility,
  Strength,
  TimeoutOutcome,
} from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { codePointName, replaceInvisible } from '../support/invisible.ts'

export interface BriefCard {
  readonly kind: HandoffKind
  readonly strength: Strength
  /** What is at stake: shown above every text that the workflow brings along. */
  readonly stake: Stake
  /** Empty where the workflow asks nothing; whoever shows the card asks about `guards` then. */
  readonly question: string
  readonly title: string
  /** The name of what happens after a yes. */
  readonly guards: string
  readonly afterNo: AfterNo
  readonly evidence: readonly { readonly id: string; readonly label: string; readonly from: string }[]
  readonly decisions: readonly Decision[]
  /** Names of the people asked first; empty where nobody is named. */
  readonly who: readonly string[]
  readonly needed: number
  /** What happens while nobody answers, in order. Empty: nothing, for ever. */
  readonly silence: readonly Silence[]
  /** ISO 8601: how long the request may be answered. */
  readonly expires: string | undefined
}

/** Undefined is "nobody has said", which is never shown as harmless. */
export interface Stake {
  readonly level: Level | undefined
  readonly reversibility: Reversibility | undefined
  readonly external: boolean
  readonly security: boolean
  readonly domains: readonly string[]
  /** More than one item, recipient or iteration at once. */
  readonly volume: number
}

export interface AfterNo {
  /** The name of the step that a no leads to; undefined: the run stops safely. */
  readonly to: string | undefined
  /** How often it may be asked again after a no; undefined: no bound is set. */
  readonly proposals: number | undefined
}

export interface Silence {
  readonly who: readonly string[]
  /** ISO 8601. */
  readonly after: string
  readonly then: TimeoutOutcome
}

/** Longest text of each sort on a card; the rest is cut, and the cut is said. */
const MOST = { question: 600, name: 120, label: 200 } as const

/** The card of one handoff of `workflow`. */
export function briefCard(workflow: Workflow, handoff: Handoff): BriefCard {
  const step = guardedStep(workflow, handoff)
  return {
    kind: handoff.kind,
    strength: handoff.strength,
    stake: stakeOf(step),
    question: visibleText(handoff.question ?? '', MOST.question),
    title: visibleText(handoff.title ?? '', MOST.name),
    guards: nameOf(step),
    afterNo: {
      to: nameOrNothing(workflow.steps.find(({ id }) => id === handoff.onReject?.to)),
      proposals: handoff.onReject?.maxReproposals,
    },
    evidence: (handoff.evidence ?? []).map(({ id, label, from }) => ({
      id,
      label: visibleText(label || id, MOST.label),
      from: visibleText(from ?? '', MOST.name),
    })),
    decisions: decisionsOf(handoff),
    who: askedFirst(handoff).map((id) => partyName(workflow, id)),
    needed: approvalsNeeded(handoff),
    silence: silenceOf(workflow, handoff),
    expires: handoff.expires,
  }
}

/**
 * `text` on one line, at most `most` characters, and with nothing in it that a reader cannot see: a character that is
 * invisible or turns the order of reading is written out, `⟨U+202E⟩`.
 */
export function visibleText(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = Array.from(line)
  const kept = characters.length > most ? characters.slice(0, most).join('') : line
  const shown = replaceInvisible(kept, (character) => `⟨${codePointName(character)}⟩`)
  const left = characters.length - most
  return left > 0 ? `${shown}… (${left} more characters)` : shown
}

function stakeOf(step: Step | undefined): Stake {
  const { level, reversibility, external, security, domains, volume } = step?.consequence ?? {}
  return {
    level,
    reversibility,
    external: external ?? false,
    security: security ?? false,
    domains: (domains ?? []).map((domain) => visibleText(domain, MOST.name)),
    volume: volume ?? 1,
  }
}

function silenceOf(workflow: Workflow, handoff: Handoff): readonly Silence[] {
  const { timeout, escalation = [] } = handoff
  if (!timeout) return []
  const first: Silence = { who: askedFirst(handoff).map((id) => partyName(workflow, id)), ...timing(timeout) }
  const chain = escalation.map((level): Silence => ({
    who: [partyName(workflow, level.role)],
    ...timing(level),
  }))
  // The chain is walked only as far as each level hands on to the next.
  const end = [first, ...chain].findIndex(({ then }) => then !== 'escalate')
  return [first, ...chain].slice(0, end === -1 ? undefined : end + 1)
}

function timing({ after, then }: { readonly after: string; readonly then: TimeoutOutcome }) {
  return { after, then }
}

function guardedStep({ steps, transitions }: Workflow, { at }: Handoff): Step | undefined {
  const id =
    'before' in at ? at.before : 'start' in at ? at.start : transitions.find((t) => t.id === at.on)?.to
  return steps.find((step) => step.id === id)
}

function partyName({ parties }: Workflow, id: string): string {
  return visibleText(parties.find((party) => party.id === id)?.name || id, MOST.name)
}

function nameOf(step: Step | undefined): string {
  return visibleText(step?.name || step?.id || '', MOST.name)
}

function nameOrNothing(step: Step | undefined): string | undefined {
  return step && nameOf(step)
}
