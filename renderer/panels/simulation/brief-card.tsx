// The reviewer's turn, as the reviewer would see it: the question, the evidence, what is at stake, and the answers.
import { Button } from '@mantine/core'
import { Fragment } from 'react'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { STRENGTHS } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { Choice, OpenChoice, Question } from '../../../shared/simulate/types.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { words } from '../../words/en.ts'
import { showDuration } from '../inspector/duration-text.ts'
import { lookupOf, stepName } from '../parts/names.ts'
import classes from './simulation.module.css'

interface BriefCardProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly question: Question
  readonly choices: readonly OpenChoice[]
  readonly onChoose: (choice: Choice) => void
}

type HandoffOf = Workflow['handoffs'][number]

const said = words.simulation.card

export function BriefCard({ workflow, analysis, question, choices, onChoose }: BriefCardProps) {
  const { handoffs, steps } = lookupOf(workflow)
  const handoff = handoffs.get(question.handoff)
  const step = steps.get(question.step)
  const asked =
    handoff?.question ||
    handoff?.title ||
    said.defaultQuestion(
      capital(words.scales.strengths[question.strength]),
      stepName(workflow, question.step),
    )
  return (
    <section className={classes.card} aria-label={words.simulation.yourTurn}>
      <div className={classes.cardHead}>
        <GateGlyph look="gate" kind={question.kind} strength={question.strength} size={22} />
        <div>
          <h3 className={classes.question}>{asked}</h3>
          <div className={classes.mute}>{said.asked(whoIsAsked(workflow, question))}</div>
        </div>
      </div>
      <dl className={classes.facts}>
        {question.kind === 'brief' ? (
          <TaskFacts workflow={workflow} analysis={analysis} />
        ) : (
          <>
            <dt>{said.evidence}</dt>
            <dd>
              <Evidence handoff={handoff} />
            </dd>
            <dt>{said.stake}</dt>
            <dd>{stake(step?.consequence)}</dd>
            <dt>{said.undo}</dt>
            <dd>{undo(step?.consequence)}</dd>
          </>
        )}
        <Doubt analysis={analysis} step={question.step} />
        <dt>{said.silence}</dt>
        <dd>{silence(handoff)}</dd>
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

// A brief is confirmed before anything has happened: what it says is the evidence, and the whole run is at stake.
function TaskFacts({ workflow: { brief }, analysis }: Pick<BriefCardProps, 'workflow' | 'analysis'>) {
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
          <dd>{text.trim() === '' ? <span className={classes.warn}>{said.empty}</span> : text}</dd>
        </Fragment>
      ))}
      <dt>{said.stake}</dt>
      <dd>{stakeAhead(analysis)}</dd>
    </>
  )
}

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

function Evidence({ handoff }: { readonly handoff: HandoffOf | undefined }) {
  const evidence = handoff?.evidence ?? []
  if (evidence.length === 0) return <span className={classes.warn}>{said.noEvidence}</span>
  return (
    <ul className={classes.evidence}>
      {evidence.map(({ id, label, from }) => (
        <li key={id}>
          {label || id} {from && <span className={classes.mute}>({from})</span>}
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
  return who.map((id) => workflow.parties.find((party) => party.id === id)?.name ?? id).join(', ')
}

function stake(consequence: Workflow['steps'][number]['consequence']): string {
  if (consequence?.level === undefined) return said.stakeNone
  const marks = [
    words.scales.consequence[consequence.level],
    ...(consequence.external ? [words.inspector.external] : []),
    ...(consequence.security ? [words.inspector.security] : []),
    ...(consequence.domains ?? []),
  ]
  return marks.join(' · ')
}

function undo(consequence: Workflow['steps'][number]['consequence']): string {
  const { reversibility } = consequence ?? {}
  return reversibility === undefined ? words.scales.untagged : words.scales.reversibility[reversibility]
}

function silence(handoff: HandoffOf | undefined): string {
  if (!handoff?.timeout) return said.silenceNever
  const { after, then } = handoff.timeout
  return said.silenceAfter(showDuration(after), words.scales.timeoutOutcomes[then])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
