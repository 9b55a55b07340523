// What the run asks now: cards for the people whose turn it is, ways to choose from, or just the next step.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { Choice, OpenChoice, RunState } from '../../../shared/simulate/types.ts'
import { useAnalysis, useSimulation, useWorkflow } from '../../state/hooks.ts'
import { choicesOf, stepSimulation } from '../../state/simulation.ts'
import { words } from '../../words/words.ts'
import { lookupOf, stepName, transitionName } from '../parts/names.ts'
import { BriefCard } from './brief-card.tsx'
import { runKeys } from './run-keys.ts'
import classes from './simulation.module.css'

const said = words.simulation

export function RunNow() {
  const present = useWorkflow()
  const analysis = useAnalysis()
  const simulation = useSimulation()
  const { run, workflow } = simulation
  if (!run || !workflow) return null
  return (
    <div className={classes.now} onKeyDown={runKeys}>
      {workflow !== present && <p className={classes.notice}>{said.outdated}</p>}
      <Now workflow={workflow} analysis={analysis} run={run} choices={choicesOf(simulation)} />
    </div>
  )
}

interface NowProps {
  readonly workflow: Workflow
  readonly analysis: ReturnType<typeof useAnalysis>
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
