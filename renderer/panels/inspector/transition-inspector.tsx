// One way from a step to the next: its kind, its odds among its siblings, and its condition.
import { Button } from '@mantine/core'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { share } from '../../words/format.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { stepName } from '../parts/names.ts'
import { Section } from '../parts/section.tsx'
import { shareOddsEqually, updateTransition } from './edits.ts'
import { Chip, OneOf } from './fields/choice-field.tsx'
import { ConditionField } from './fields/condition-field.tsx'
import { NumberField, TextField } from './fields/text-field.tsx'
import { IdField } from './id-field.tsx'
import classes from './inspector.module.css'
import { More } from './more.tsx'
import { sumOfOdds } from './odds.ts'
import { stepOptions, transitionKindOptions } from './options.ts'

type TransitionOf = Workflow['transitions'][number]

interface TransitionInspectorProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly transition: TransitionOf
}

const said = words.inspector

export function TransitionInspector({ workflow, analysis, transition }: TransitionInspectorProps) {
  return (
    <>
      <Section title={said.transition}>
        <Basics workflow={workflow} transition={transition} />
      </Section>
      <Section title={said.siblings}>
        <Siblings workflow={workflow} analysis={analysis} transition={transition} />
      </Section>
    </>
  )
}

function Basics({ workflow, transition }: Omit<TransitionInspectorProps, 'analysis'>) {
  const { id } = transition
  const steps = stepOptions(workflow, null)
  const isForbidden = workflow.placing?.forbidden.some((at) => 'on' in at && at.on === id) === true
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <OneOf
          label={said.from}
          path="from"
          options={steps}
          value={transition.from}
          onCommit={(from) => void runCommand({ type: 'reconnectTransition', id, from })}
        />
        <OneOf
          label={said.to}
          path="to"
          options={steps}
          value={transition.to}
          onCommit={(to) => void runCommand({ type: 'reconnectTransition', id, to })}
        />
      </div>
      <OneOf
        label={said.transitionKind}
        path="kind"
        options={transitionKindOptions}
        value={transition.kind}
        onCommit={(kind) => updateTransition(id, { kind })}
      />
      <NumberField
        label={said.probability}
        path="probability"
        hint={said.probabilityHint}
        unit="%"
        value={transition.probability === undefined ? undefined : percentOf(transition.probability)}
        min={0}
        max={100}
        onCommit={(percent) =>
          updateTransition(
            id,
            { probability: percent === null ? null : percent / 100 },
            { typed: 'probability' },
          )
        }
      />
      <ConditionField
        label={said.condition}
        path="condition"
        hint={said.conditionHint}
        value={transition.condition}
        faults="shown"
        onCommit={(condition) => updateTransition(id, { condition }, { typed: 'condition' })}
      />
      <TextField
        label={said.label}
        path="label"
        value={transition.label ?? ''}
        onCommit={(text) => updateTransition(id, { label: text === '' ? null : text }, { typed: 'label' })}
      />
      <More said={isForbidden}>
        <div className={classes.chips}>
          <Chip
            label={words.commands.handoffsForbid}
            path="placing/forbidden"
            on={isForbidden}
            onToggle={() =>
              void runCommand({ type: isForbidden ? 'allowPlace' : 'forbidPlace', at: { on: id } })
            }
          />
        </div>
        <IdField key={id} workflow={workflow} of="transition" id={id} />
      </More>
    </div>
  )
}

function Siblings({ workflow, analysis, transition }: TransitionInspectorProps) {
  const siblings = workflow.transitions.filter(({ from }) => from === transition.from)
  const { sum, open, exclusive, fits } = sumOfOdds(workflow, siblings)
  return (
    <div className={classes.fields}>
      <ul className={classes.list}>
        {siblings.map((sibling) => (
          <li key={sibling.id} className={classes.oddsRow}>
            <Clip text={stepName(workflow, sibling.to)} />
            <span>{oddsText(sibling, analysis)}</span>
          </li>
        ))}
      </ul>
      <div className={classes.oddsRow}>
        <span className={fits ? classes.hint : classes.bad} role="status">
          {summary(sum, open, fits)}
        </span>
        {exclusive && (
          <Button onClick={() => shareOddsEqually(siblings)} disabled={siblings.length < 2}>
            {said.shareEqually}
          </Button>
        )}
      </div>
    </div>
  )
}

function summary(sum: number, open: number, fits: boolean): string {
  if (!fits) return said.oddsWrong(share(sum))
  return open === 0 ? said.oddsSum(share(sum)) : said.oddsOpen(open, share(Math.max(0, 1 - sum) / open))
}

function oddsText(transition: TransitionOf, analysis: Analysis | null): string {
  if (transition.probability !== undefined) return words.common.percent(transition.probability)
  const figures =
    analysis && Object.hasOwn(analysis.transitions, transition.id) && analysis.transitions[transition.id]
  return figures ? said.assumed(words.common.percent(figures.probability)) : words.common.notSet
}

// 0.07 × 100 is 7.000000000000001 in floating point; nobody typed that.
function percentOf(probability: number): number {
  return Number((probability * 100).toPrecision(12))
}
