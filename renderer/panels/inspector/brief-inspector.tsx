// The brief: what the run is for, what it may not do, when it is good enough, and what it permits by itself.
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { setBrief } from './edits.ts'
import { MaybeOneOf, PickOne, TagsField } from './fields/choice-field.tsx'
import { LinesField, NumberField, TextField } from './fields/text-field.tsx'
import classes from './inspector.module.css'
import { strengthOptions } from './options.ts'

interface BriefInspectorProps {
  readonly workflow: Workflow
}

const said = words.inspector
const RISK = (['low', 'moderate', 'high'] as const).map((value) => ({ value, label: said.riskLevels[value] }))

export function BriefFields({ workflow: { brief } }: BriefInspectorProps) {
  return (
    <div className={classes.fields}>
      <TextField
        label={said.objective}
        path="brief/objective"
        placeholder={said.objectiveHint}
        rows={1}
        value={brief.objective}
        onCommit={(objective) => setBrief({ objective }, { typed: 'objective' })}
      />
      <TextField
        label={said.successCondition}
        path="brief/successCondition"
        rows={1}
        hint={
          brief.successCondition.trim() === '' && <span className={classes.bad}>{said.successMissing}</span>
        }
        value={brief.successCondition}
        onCommit={(successCondition) => setBrief({ successCondition }, { typed: 'success' })}
      />
      <LinesField
        label={said.constraints}
        path="brief/constraints"
        hint={said.linesHint}
        value={brief.constraints}
        onCommit={(constraints) => setBrief({ constraints: [...constraints] }, { typed: 'constraints' })}
      />
      <LinesField
        label={said.nonNegotiables}
        path="brief/nonNegotiables"
        hint={said.linesHint}
        value={brief.nonNegotiables}
        onCommit={(lines) => setBrief({ nonNegotiables: [...lines] }, { typed: 'nonNegotiables' })}
      />
      <PickOne
        label={said.riskTolerance}
        path="brief/riskTolerance"
        options={RISK}
        value={brief.riskTolerance}
        onCommit={(riskTolerance) => riskTolerance !== null && setBrief({ riskTolerance })}
      />
      <TextField
        label={said.owner}
        path="brief/owner"
        value={brief.owner}
        onCommit={(owner) => setBrief({ owner }, { typed: 'owner' })}
      />
      <TagsField
        label={said.domains}
        path="brief/domains"
        value={brief.domains}
        suggestions={said.domainSuggestions}
        onCommit={(domains) => setBrief({ domains: [...domains] })}
      />
      <Envelope envelope={brief.envelope} />
    </div>
  )
}

function Envelope({ envelope }: Pick<Workflow['brief'], 'envelope'>) {
  const set = (change: object, typed: string): void => {
    if (envelope) setBrief({ envelope: { ...envelope, ...change } }, { typed })
  }
  return (
    <div className={classes.field} role="group" aria-label={said.envelope} data-field="brief/envelope">
      <MaybeOneOf
        label={said.envelope}
        path="brief/envelope/level"
        options={strengthOptions}
        value={envelope?.level}
        none={said.envelopeNone}
        onCommit={(level) => setBrief({ envelope: level === null ? null : { ...envelope, level } })}
      />
      {envelope && (
        <div className={classes.pair}>
          <NumberField
            label={said.envelopeCap}
            path="brief/envelope/cap"
            value={envelope.cap}
            min={0}
            max={1e15}
            onCommit={(cap) => set({ cap: cap ?? undefined }, 'cap')}
          />
          <TextField
            label={said.grantExpires}
            path="brief/envelope/expires"
            placeholder="2027-01-01"
            value={envelope.expires ?? ''}
            refuse={(text) => (text.length > 40 ? said.expiresAllowed : undefined)}
            onCommit={(text) => set({ expires: text === '' ? undefined : text }, 'expires')}
          />
        </div>
      )}
    </div>
  )
}
