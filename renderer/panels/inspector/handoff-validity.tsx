// What a "yes" covers and for how long: binding, expiry, batches, samples, standing permission, and the answer's shape.
import { words } from '../../words/words.ts'
import { updateHandoff } from './edits.ts'
import { Chip, MaybeOneOf } from './fields/choice-field.tsx'
import { DurationField, NumberField, TextField } from './fields/text-field.tsx'
import { withMembers } from './handoff-fields.ts'
import type { HandoffFieldsProps } from './handoff-fields.ts'
import { IdField } from './id-field.tsx'
import classes from './inspector.module.css'
import { More } from './more.tsx'
import { readSchema } from './read-schema.ts'

const said = words.inspector

export function HandoffValidity({ workflow, handoff }: HandoffFieldsProps) {
  const { id } = handoff
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <MaybeOneOf
          label={said.binding}
          path="binding"
          options={bindingOptions(handoff.binding)}
          value={handoff.binding}
          none={said.bindingNone}
          onCommit={(binding) => updateHandoff(id, { binding })}
        />
        <DurationField
          label={said.expires}
          path="expires"
          value={handoff.expires}
          onCommit={(expires) => updateHandoff(id, { expires }, { typed: 'expires' })}
        />
      </div>
      <Batch handoff={handoff} />
      <Sample handoff={handoff} />
      <StandingGrant handoff={handoff} />
      <More said={handoff.editSchema !== undefined || handoff.responseSchema !== undefined}>
        <SchemaField handoff={handoff} field="editSchema" label={said.editSchema} />
        <SchemaField handoff={handoff} field="responseSchema" label={said.responseSchema} />
        <IdField key={handoff.id} workflow={workflow} of="handoff" id={handoff.id} />
      </More>
    </div>
  )
}

type Props = Pick<HandoffFieldsProps, 'handoff'>

function Batch({ handoff: { id, batch } }: Props) {
  return (
    <div className={classes.pair} data-field="batch">
      <div className={classes.chips}>
        <Chip
          label={said.batch}
          on={batch != null}
          onToggle={() => updateHandoff(id, { batch: batch == null ? { max: 10 } : null })}
        />
      </div>
      {batch != null && (
        <NumberField
          label={said.batchMax}
          path="batch/max"
          value={batch.max}
          min={1}
          max={1_000_000}
          whole
          onCommit={(max) =>
            updateHandoff(id, { batch: withMembers(batch, { max }) ?? {} }, { typed: 'batch' })
          }
        />
      )}
    </div>
  )
}

function Sample({ handoff: { id, sample } }: Props) {
  return (
    <div className={classes.pair} data-field="sample">
      <div className={classes.chips}>
        <Chip
          label={said.sample}
          on={sample != null}
          onToggle={() => updateHandoff(id, { sample: sample == null ? { rate: 0.1 } : null })}
        />
      </div>
      {sample != null && (
        <NumberField
          label={said.sampleRate}
          path="sample/rate"
          unit="%"
          value={sample.rate === undefined ? undefined : Number((sample.rate * 100).toPrecision(12))}
          min={0}
          max={100}
          onCommit={(percent) =>
            updateHandoff(
              id,
              { sample: withMembers(sample, { rate: percent === null ? null : percent / 100 }) ?? {} },
              { typed: 'sample' },
            )
          }
        />
      )}
      {sample != null && (sample.rate ?? 0) < 1 && <div className={classes.wideHint}>{said.sampleNote}</div>}
    </div>
  )
}

function StandingGrant({ handoff: { id, standingGrant } }: Props) {
  const set = (change: object, typed: string): void =>
    updateHandoff(id, { standingGrant: withMembers(standingGrant ?? {}, change) ?? {} }, { typed })
  return (
    <div className={classes.field} data-field="standingGrant">
      <div className={classes.chips}>
        <Chip
          label={said.standingGrant}
          on={standingGrant != null}
          onToggle={() => updateHandoff(id, { standingGrant: standingGrant == null ? {} : null })}
        />
      </div>
      {standingGrant != null && (
        <div className={classes.card}>
          <TextField
            label={said.grantScope}
            path="standingGrant/scope"
            value={standingGrant.scope ?? ''}
            onCommit={(scope) => set({ scope: scope === '' ? null : scope }, 'scope')}
          />
          <div className={classes.pair}>
            <NumberField
              label={said.grantMax}
              path="standingGrant/max"
              value={standingGrant.max}
              min={-1e15}
              max={1e15}
              onCommit={(max) => set({ max }, 'max')}
            />
            <TextField
              label={said.grantExpires}
              path="standingGrant/expires"
              placeholder="2027-01-01"
              value={standingGrant.expires ?? ''}
              onCommit={(expires) => set({ expires: expires === '' ? null : expires }, 'expires')}
            />
          </div>
          <div className={classes.hint}>{said.grantNote}</div>
        </div>
      )}
    </div>
  )
}

interface SchemaFieldProps extends Props {
  readonly field: 'editSchema' | 'responseSchema'
  readonly label: string
}

function SchemaField({ handoff, field, label }: SchemaFieldProps) {
  const value = handoff[field]
  return (
    <TextField
      label={label}
      path={field}
      rows={2}
      value={value === undefined ? '' : JSON.stringify(value, null, 2)}
      refuse={(text) => {
        const read = readSchema(text)
        return read.ok ? undefined : said.jsonAllowed(read.problem)
      }}
      onCommit={(text) => {
        const read = readSchema(text)
        if (read.ok) updateHandoff(handoff.id, { [field]: read.value }, { typed: field })
      }}
    />
  )
}

function bindingOptions(present: string | undefined) {
  const known = Object.entries(said.bindings).map(([value, label]) => ({ value, label }))
  if (present === undefined || Object.hasOwn(said.bindings, present)) return known
  return [...known, { value: present, label: present }]
}
