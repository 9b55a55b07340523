// How a step runs: who does it, how often it tries, what undoes it, when it gives up.
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { updateSteps } from './edits.ts'
import { Chip, MaybeOneOf } from './fields/choice-field.tsx'
import { DurationField, NumberField } from './fields/text-field.tsx'
import classes from './inspector.module.css'
import { parentOptions, partyOptions, stepOptions, tierOptions } from './options.ts'

interface RunningFieldsProps {
  readonly workflow: Workflow
  readonly step: Workflow['steps'][number]
}

const said = words.inspector

export function RunningFields({ workflow, step }: RunningFieldsProps) {
  const ids = [step.id]
  const parents = parentOptions(workflow, step.id)
  return (
    <div className={classes.fields}>
      <MaybeOneOf
        label={said.party}
        path="party"
        options={partyOptions(workflow)}
        value={step.party}
        none={said.partyNone}
        onCommit={(party) => updateSteps(ids, { party })}
      />
      {(step.kind === 'model' || step.kind === 'agent' || step.tier !== undefined) && (
        <MaybeOneOf
          label={said.tier}
          path="tier"
          options={tierOptions}
          value={step.tier}
          none={said.tierNone}
          onCommit={(tier) => updateSteps(ids, { tier })}
        />
      )}
      <div className={classes.pair}>
        <NumberField
          label={said.retryMax}
          path="retry/max"
          value={step.retry?.max}
          min={0}
          max={1_000_000}
          whole
          onCommit={(max) => updateSteps(ids, { retry: { max } }, { typed: 'retry/max' })}
        />
        <DurationField
          label={said.retryBackoff}
          path="retry/backoff"
          value={step.retry?.backoff}
          onCommit={(backoff) => updateSteps(ids, { retry: { backoff } }, { typed: 'retry/backoff' })}
        />
      </div>
      <div className={classes.field}>
        <div className={classes.chips}>
          <Chip
            label={said.idempotent}
            path="idempotent"
            on={step.idempotent === true}
            onToggle={() => updateSteps(ids, { idempotent: step.idempotent !== true })}
          />
        </div>
        <div className={classes.hint}>{said.idempotentHint}</div>
      </div>
      <div className={classes.pair}>
        <MaybeOneOf
          label={said.compensatedBy}
          path="compensatedBy"
          options={stepOptions(workflow, step.id)}
          value={step.compensatedBy ?? undefined}
          none={said.compensatedByNone}
          onCommit={(compensatedBy) => updateSteps(ids, { compensatedBy })}
        />
        <DurationField
          label={said.timeout}
          path="timeout"
          value={step.timeout}
          onCommit={(timeout) => updateSteps(ids, { timeout }, { typed: 'timeout' })}
        />
      </div>
      {(parents.length > 0 || step.parent !== undefined) && (
        <MaybeOneOf
          label={said.parent}
          path="parent"
          options={parents}
          value={step.parent}
          none={said.parentNone}
          onCommit={(parent) => updateSteps(ids, { parent })}
        />
      )}
    </div>
  )
}
