// Everything that can be said about one step.
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { StepKind } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { Section } from '../parts/section.tsx'
import { ArtefactFields, ChangesState } from './artefact-fields.tsx'
import { Demand, figuresOf, StepAnalysis } from './demand.tsx'
import { updateSteps } from './edits.ts'
import { MaybeOneOf, OneOf, SomeOf, TagsField } from './fields/choice-field.tsx'
import { DurationField, TextField } from './fields/text-field.tsx'
import { IdField } from './id-field.tsx'
import classes from './inspector.module.css'
import { More } from './more.tsx'
import { callOptions, labelOptions, outcomeOptions, stepKindOptions, strengthOptions } from './options.ts'
import { RunningFields } from './running-fields.tsx'
import { StepRulings } from './step-rulings.tsx'
import { ConsequenceTags, UncertaintyTags } from './step-tags.tsx'
import { SuggestedTags } from './suggested-tags.tsx'

type StepOf = Workflow['steps'][number]

interface StepInspectorProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly step: StepOf
}

const said = words.inspector
/** Steps that only steer a run have no tags, unless somebody gave them some. */
const STEERING: ReadonlySet<StepKind> = new Set(['start', 'end', 'decision', 'split', 'join', 'wait'])
const SETTLING: ReadonlySet<StepKind> = new Set(['check', 'human'])

export function StepInspector({ workflow, analysis, step }: StepInspectorProps) {
  const figures = figuresOf(analysis, step.id)
  const steers = STEERING.has(step.kind)
  return (
    <>
      <Section title={said.step}>
        <Basics workflow={workflow} step={step} />
      </Section>
      <SuggestedTags steps={[step]} />
      {(!steers || step.consequence) && (
        <Section title={said.consequenceTitle}>
          <ConsequenceTags steps={[step]} />
        </Section>
      )}
      {(!steers || step.uncertainty) && (
        <Section title={said.uncertaintyTitle}>
          <UncertaintyTags steps={[step]} />
        </Section>
      )}
      {figures && !steers && <Demand figures={figures} />}
      <StepRulings workflow={workflow} analysis={analysis} step={step} />
      {(SETTLING.has(step.kind) || step.clears || step.grant) && (
        <Section title={said.settles}>
          <Settling step={step} />
        </Section>
      )}
      {step.kind !== 'start' && step.kind !== 'end' && (
        <Section title={said.running}>
          <RunningFields workflow={workflow} step={step} />
        </Section>
      )}
      {figures && (
        <Section title={said.routing}>
          <StepAnalysis figures={figures} />
        </Section>
      )}
    </>
  )
}

function Basics({ workflow, step }: Pick<StepInspectorProps, 'workflow' | 'step'>) {
  const ids = [step.id]
  return (
    <div className={classes.fields}>
      <TextField
        label={said.name}
        path="name"
        value={step.name}
        refuse={(text) => (text.trim() === '' ? said.nameNeeded : undefined)}
        onCommit={(name) => updateSteps(ids, { name }, { typed: 'name' })}
      />
      <div className={classes.pair}>
        <OneOf
          label={said.kind}
          path="kind"
          options={stepKindOptions}
          value={step.kind}
          onCommit={(kind) => updateSteps(ids, { kind })}
        />
        <OfKind step={step} />
      </div>
      <div className={classes.hint}>{words.scales.stepKindHints[step.kind]}</div>
      {step.kind === 'wait' && <ChangesState step={step} />}
      {(step.kind === 'subflow' || step.calls !== undefined) && (
        <MaybeOneOf
          label={said.calls}
          path="calls"
          hint={said.callsHint}
          options={callOptions(workflow, step)}
          value={step.calls}
          none={said.callsNone}
          onCommit={(calls) => updateSteps(ids, { calls })}
        />
      )}
      {(step.kind === 'start' || step.domains) && (
        <TagsField
          label={said.domains}
          path="domains"
          hint={said.domainsHint}
          value={step.domains ?? []}
          suggestions={said.domainSuggestions}
          onCommit={(domains) => updateSteps(ids, { domains: domains.length === 0 ? null : [...domains] })}
        />
      )}
      <TextField
        label={said.description}
        path="description"
        rows={1}
        value={step.description ?? ''}
        onCommit={(text) =>
          updateSteps(ids, { description: text === '' ? null : text }, { typed: 'description' })
        }
      />
      <More said={step.uses !== undefined || step.produces !== undefined || step.changesState === true}>
        <ArtefactFields workflow={workflow} step={step} />
        <IdField key={step.id} workflow={workflow} of="step" id={step.id} />
      </More>
    </div>
  )
}

/** The one thing that is asked about steps of a kind: how an end went, how long a wait takes, else what is done. */
function OfKind({ step }: { readonly step: StepOf }) {
  const ids = [step.id]
  if (step.kind === 'end') {
    return (
      <MaybeOneOf
        label={said.outcome}
        path="outcome"
        options={outcomeOptions}
        value={step.outcome}
        onCommit={(outcome) => updateSteps(ids, { outcome })}
      />
    )
  }
  if (step.kind === 'wait' || step.duration !== undefined) {
    return (
      <DurationField
        label={said.duration}
        path="duration"
        value={step.duration}
        onCommit={(duration) => updateSteps(ids, { duration }, { typed: 'duration' })}
      />
    )
  }
  return (
    <TextField
      label={said.verb}
      path="verb"
      value={step.verb ?? ''}
      placeholder={said.verbHint}
      onCommit={(verb) => updateSteps(ids, { verb: verb === '' ? null : verb }, { typed: 'verb' })}
    />
  )
}

function Settling({ step }: { readonly step: StepOf }) {
  return (
    <div className={classes.fields}>
      <SomeOf
        label={said.clears}
        path="clears"
        options={labelOptions}
        value={step.clears ?? []}
        onCommit={(clears) => updateSteps([step.id], { clears: clears.length === 0 ? null : [...clears] })}
      />
      <MaybeOneOf
        label={said.grant}
        path="grant"
        options={strengthOptions}
        value={step.grant}
        none={said.grantNone}
        onCommit={(grant) => updateSteps([step.id], { grant })}
      />
    </div>
  )
}
