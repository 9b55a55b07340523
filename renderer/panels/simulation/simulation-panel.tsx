// Stepping through one run: what can be chosen now on the left, what has happened on the right.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { Choice, OpenChoice, RunState } from '../../../shared/simulate/types.ts'
import { useActiveId, useAnalysis, useSimulation, useWorkflow } from '../../state/hooks.ts'
import { choicesOf, resetSimulation, stepSimulation } from '../../state/simulation.ts'
import { setMode } from '../../state/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/en.ts'
import { lookupOf, stepName, transitionName } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import { BriefCard } from './brief-card.tsx'
import { RunControls } from './run-controls.tsx'
import { RunLog } from './run-log.tsx'
import classes from './simulation.module.css'

const said = words.simulation

export function SimulationPanel() {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const analysis = useAnalysis()
  const simulation = useSimulation()
  if (tab === null || !workflow) return <EmptyState title={words.common.nothingOpen} />
  const { run } = simulation
  if (!run || !simulation.workflow) {
    const start = (): void => {
      setMode(tab, 'simulate')
      resetSimulation()
    }
    return (
      <EmptyState
        title={said.idleTitle}
        action={
          <Button variant="filled" onClick={start}>
            {said.start}
          </Button>
        }
      >
        {said.idleText}
      </EmptyState>
    )
  }
  return (
    <div className={parts.panel} data-takes-keys>
      <RunControls workflow={workflow} simulation={simulation} />
      <div className={classes.split}>
        <div className={classes.now}>
          {simulation.workflow !== workflow && <p className={classes.notice}>{said.outdated}</p>}
          <Now workflow={simulation.workflow} analysis={analysis} run={run} choices={choicesOf(simulation)} />
        </div>
        <RunLog tab={tab} workflow={simulation.workflow} run={run} />
      </div>
    </div>
  )
}

interface NowProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly run: RunState
  readonly choices: readonly OpenChoice[]
}

function Now({ workflow, analysis, run, choices }: NowProps) {
  const ways = useMemo(
    () => choices.filter(({ choice }) => choice.kind === 'take' || choice.kind === 'call'),
    [choices],
  )
  if (run.status === 'ended')
    return <h3 className={classes.title}>{said.outcomes[run.outcome ?? 'stopped']}</h3>
  return (
    <>
      {run.waiting.map((question) => (
        <BriefCard
          key={`${question.token} ${question.handoff}`}
          workflow={workflow}
          analysis={analysis}
          question={question}
          choices={choices.filter(({ choice }) => 'handoff' in choice && choice.handoff === question.handoff)}
          onChoose={stepSimulation}
        />
      ))}
      {ways.length > 0 && <Ways workflow={workflow} ways={ways} />}
      {run.waiting.length === 0 && ways.length === 0 && (
        <>
          <h3 className={classes.title}>{tokenText(workflow, run)}</h3>
          <p className={classes.mute}>{said.nextHint}</p>
          <Button onClick={() => stepSimulation()}>{said.next}</Button>
        </>
      )}
      {run.waiting.length > 0 && run.status === 'running' && (
        <p className={classes.mute}>{said.stillRunning}</p>
      )}
    </>
  )
}

function Ways({ workflow, ways }: { readonly workflow: Workflow; readonly ways: readonly OpenChoice[] }) {
  return (
    <>
      <h3 className={classes.title}>{said.choose}</h3>
      <div className={classes.choices}>
        {ways.map(({ choice, odds }) => (
          <Button
            key={JSON.stringify(choice)}
            onClick={() => stepSimulation(choice)}
            rightSection={
              odds === undefined ? undefined : (
                <span className={classes.mute}>{words.common.percent(odds)}</span>
              )
            }
            title={choice.kind === 'take' ? transitionName(workflow, choice.transition) : undefined}
          >
            {wayText(workflow, choice)}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => stepSimulation({ kind: 'odds' })}>
          {said.odds}
        </Button>
      </div>
    </>
  )
}

function wayText(workflow: Workflow, choice: Choice): string {
  if (choice.kind === 'call') return said.call(stepName(workflow, choice.step))
  if (choice.kind !== 'take') return said.odds
  const transition = lookupOf(workflow).transitions.get(choice.transition)
  if (!transition) return choice.transition
  return transition.label || said.take(stepName(workflow, transition.to))
}

function tokenText(workflow: Workflow, run: RunState): string {
  return [...new Set(run.tokens.map(({ at }) => stepName(workflow, at)))].join(', ')
}
