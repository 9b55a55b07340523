// The reviewer's turn, as the reviewer would see it: the question, the evidence, what is at stake, and the answers.
import { Button } from '@mantine/core'
import { Fragment } from 'react'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { STRENGTHS } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { Choice, OpenChoice, Question } from '../../../shared/simulate/types.ts'
import { briefCard, visibleText } from '../../../shared/report/brief-card.ts'
import type { BriefCard as Card } from '../../../shared/report/brief-card.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { words } from '../../words/words.ts'
import { showDuration } from '../inspector/duration-text.ts'
import { lookupOf } from '../parts/names.ts'
import classes from './simulation.module.css'

interface BriefCardProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly question: Question
  readonly choices: readonly OpenChoice[]
  readonly onChoose: (choice: Choice) => void
}

const said = words.simulation.card
const MOST_NAME = 120
const MOST_TEXT = 600

export function BriefCard({ workflow, analysis, question, choices, onChoose }: BriefCardProps) {
  const handoff = lookupOf(workflow).handoffs.get(question.handoff)
  if (!handoff) return null
  const card = briefCard(workflow, handoff)
  const asked =
    card.question ||
    card.title ||
    said.defaultQuestion(capital(words.scales.strengths[question.strength]), card.guards)
  return (
    <section className={classes.card} aria-label={words.simulation.yourTurn}>
      <div className={classes.stake}>
        <span className={classes.mute}>{said.stake}</span>
        <b>{question.kind === 'brief' ? stakeAhead(analysis) : stake(card.stake)}</b>
      </div>
      <div className={classes.cardHead}>
        <GateGlyph look="gate" kind={question.kind} strength={question.strength} size={22} />
        <div>
          <h3 className={classes.question}>{asked}</h3>
          <div className={classes.mute}>{said.asked(whoIsAsked(workflow, question))}</div>
        </div>
      </div>
      <dl className={classes.facts}>
        {question.kind === 'brief' ? (
          <TaskFacts brief={workflow.brief} />
        ) : (
          <>
            <dt>{said.yes}</dt>
            <dd>{said.yesGoesOn(card.guards)}</dd>
            <dt>{said.evidence}</dt>
            <dd>
              <Evidence evidence={card.evidence} />
            </dd>
          </>
        )}
        <Doubt analysis={analysis} step={question.step} />
        <dt>{said.no}</dt>
        <dd>{afterNo(card.afterNo)}</dd>
        <dt>{said.silence}</dt>
        <dd>{silence(card.silence)}</dd>
        {card.expires !== undefined && (
          <>
            <dt>{said.expires}</dt>
            <dd>{said.expiresAfter(showDuration(card.expires))}</dd>
          </>
        )}
        {question.needed > 1 && (
          <>
            <dt>{words.inspector.quorum}</dt>
            <dd>{said.approvals(question.approvals, question.needed)}</dd>
          </>
        )}
      </dl>
      {question.level > 0 && (
        <p className={`${classes.answers} ${classes.mute}`}>{said.escalated(question.level)}</p>
      )}
      <div className={classes.answers}>
        {choices.map(({ choice }) => (
          <Answer key={JSON.stringify(choice)} choice={choice} onChoose={onChoose} />
        ))}
      </div>
    </section>
  )
}

// A brief is confirmed before anything has happened: what it says is the evidence.
function TaskFacts({ brief }: Pick<Workflow, 'brief'>) {
  const lines = [
    [words.inspector.objective, brief.objective],
    [words.inspector.successCondition, brief.successCondition],
    [words.inspector.nonNegotiables, [...brief.nonNegotiables, ...brief.constraints].join(' · ')],
  ] as const
  return (
    <>
      {lines.map(([term, text]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>
            {text.trim() === '' ? (
              <span className={classes.warn}>{said.empty}</span>
            ) : (
              visibleText(text, MOST_TEXT)
            )}
          </dd>
        </Fragment>
      ))}
    </>
  )
}

// Nothing has happened yet when a brief is confirmed: the whole run is at stake.
function stakeAhead(analysis: Analysis | null): string {
  const needed = new Set(Object.values(analysis?.steps ?? {}).map((step) => step.reachable && step.required))
  const strongest = STRENGTHS.findLast((strength) => needed.has(strength))
  return strongest === undefined ? said.stakeNothing : said.stakeRun(words.scales.strengths[strongest])
}

function Answer({
  choice,
  onChoose,
}: {
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}) {
  if (choice.kind === 'silence') {
    return (
      <Button variant="subtle" color="gray" onClick={() => onChoose(choice)}>
        {words.simulation.nobody}
      </Button>
    )
  }
  if (choice.kind !== 'decide') return null
  return (
    <Button variant={choice.decision === 'approve' ? 'filled' : 'default'} onClick={() => onChoose(choice)}>
      {words.scales.decisions[choice.decision]}
    </Button>
  )
}

function Evidence({ evidence }: Pick<Card, 'evidence'>) {
  if (evidence.length === 0) return <span className={classes.warn}>{said.noEvidence}</span>
  return (
    <ul className={classes.evidence}>
      {evidence.map(({ id, label, from }) => (
        <li key={id}>
          {label} {from && <span className={classes.mute}>({from})</span>}
        </li>
      ))}
    </ul>
  )
}

function Doubt({ analysis, step }: { readonly analysis: Analysis | null; readonly step: string }) {
  const pending =
    analysis && Object.hasOwn(analysis.steps, step) ? Object.entries(analysis.steps[step]!.pending) : []
  if (pending.length === 0) return null
  const names: Readonly<Record<string, string>> = words.scales.labels
  return (
    <>
      <dt>{said.doubt}</dt>
      <dd>
        {pending
          .map(([label, level]) => {
            const name = Object.hasOwn(names, label) ? names[label]! : words.inspector.unlabelled
            return `${name} (${words.scales.uncertainty[level ?? 0]})`
          })
          .join(', ')}
      </dd>
    </>
  )
}

function whoIsAsked(workflow: Workflow, { who }: Question): string {
  if (who.length === 0) return said.nobodyNamed
  return who
    .map((id) => visibleText(workflow.parties.find((party) => party.id === id)?.name ?? id, MOST_NAME))
    .join(', ')
}

// Nobody having said is said in words: it is never shown as harmless.
function stake({ level, reversibility, external, security, domains, volume }: Card['stake']): string {
  const marks = [
    level === undefined ? said.stakeNone : said.stakeLevel(words.scales.consequence[level]),
    reversibility === undefined ? said.undoUnknown : said.undo(words.scales.reversibility[reversibility]),
    ...(external ? [words.inspector.external] : []),
    ...(security ? [words.inspector.security] : []),
    ...(volume > 1 ? [said.volume(volume)] : []),
    ...domains,
  ]
  return marks.join(' · ')
}

function afterNo({ to, proposals }: Card['afterNo']): string {
  if (to === undefined) return said.noStops
  return proposals === undefined ? said.noTo(to) : said.noToBounded(to, proposals)
}

function silence(levels: Card['silence']): string {
  if (levels.length === 0) return said.silenceNever
  return levels
    .map(({ after, then }) => said.silenceAfter(showDuration(after), words.scales.timeoutOutcomes[then]))
    .join(' · ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
