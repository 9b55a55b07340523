// The tags of one step or of several: how bad, how reversible, how far it reaches, how doubtful.
import type { Changes } from '../../../shared/commands/changes.ts'
import type { Consequence, Step, Uncertainty } from '../../../shared/model/step.ts'
import type { Reversibility, UncertaintyLabel } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { tagSteps } from '../../canvas/edits.ts'
import { words } from '../../words/words.ts'
import { updateSteps } from './edits.ts'
import { Chip, MaybeOneOf, PickOne, TagsField } from './fields/choice-field.tsx'
import { LevelField } from './fields/level-field.tsx'
import { NumberField, TextField } from './fields/text-field.tsx'
import classes from './inspector.module.css'
import { labelOptions } from './options.ts'

type StepOf = Workflow['steps'][number]

interface TagsProps {
  /** One or more steps; a change applies to all of them. */
  readonly steps: readonly StepOf[]
}

const said = words.inspector
const reversibilityOptions = () =>
  words.scales.reversibility.map((label, value) => ({ value: String(value), label }))

export function ConsequenceTags({ steps }: TagsProps) {
  const set = (consequence: Changes<Consequence>, typed?: string): void =>
    change(steps, { consequence }, typed)
  const level = shared(steps, (step) => step.consequence?.level)
  const reversibility = shared(steps, (step) => step.consequence?.reversibility)
  const external = steps.every((step) => step.consequence?.external === true)
  const security = steps.every((step) => step.consequence?.security === true)
  const domains = shared(steps, (step) => step.consequence?.domains, sameList)
  const volume = shared(steps, (step) => step.consequence?.volume)
  const magnitude = shared(steps, (step) => step.consequence?.magnitude)
  const basis = shared(steps, (step) => step.consequence?.basis)
  return (
    <div className={classes.fields}>
      <LevelField
        label={said.consequence}
        path="consequence/level"
        scale="consequence"
        value={level.value}
        mixed={level.mixed}
        onCommit={(value) => tagSteps(idsOf(steps), 'consequence', value)}
      />
      <PickOne
        label={said.reversibility}
        path="consequence/reversibility"
        options={reversibilityOptions()}
        value={reversibility.value === undefined ? undefined : String(reversibility.value)}
        onCommit={(value) => set({ reversibility: value === null ? null : (Number(value) as Reversibility) })}
      />
      <div className={classes.field} role="group" aria-label={said.marks}>
        <div className={classes.chips}>
          <Chip
            label={said.external}
            path="consequence/external"
            on={external}
            onToggle={() => set({ external: !external })}
          />
          <Chip
            label={said.security}
            path="consequence/security"
            on={security}
            onToggle={() => set({ security: !security })}
          />
        </div>
      </div>
      <TagsField
        label={said.domains}
        path="consequence/domains"
        value={domains.value ?? []}
        suggestions={said.domainSuggestions}
        onCommit={(value) => set({ domains: value.length === 0 ? null : [...value] })}
      />
      <div className={classes.pair}>
        <NumberField
          label={said.volume}
          path="consequence/volume"
          value={volume.value}
          min={0}
          max={1e12}
          onCommit={(value) => set({ volume: value }, 'volume')}
        />
        <NumberField
          label={said.magnitude}
          path="consequence/magnitude"
          value={magnitude.value}
          min={0}
          max={1e15}
          onCommit={(value) => set({ magnitude: value }, 'magnitude')}
        />
      </div>
      <div className={classes.hint}>{said.volumeHint}</div>
      <TextField
        label={said.basis}
        path="consequence/basis"
        value={basis.value ?? ''}
        placeholder={said.basisPlaceholder}
        onCommit={(value) => set({ basis: value === '' ? null : value }, 'basis')}
      />
    </div>
  )
}

export function UncertaintyTags({ steps }: TagsProps) {
  const set = (uncertainty: Changes<Uncertainty>, typed?: string): void =>
    change(steps, { uncertainty }, typed)
  const level = shared(steps, (step) => step.uncertainty?.level)
  const label = shared(steps, (step) => step.uncertainty?.label)
  const basis = shared(steps, (step) => step.uncertainty?.basis)
  return (
    <div className={classes.fields}>
      <LevelField
        label={said.uncertainty}
        path="uncertainty/level"
        scale="uncertainty"
        value={level.value}
        mixed={level.mixed}
        onCommit={(value) => tagSteps(idsOf(steps), 'uncertainty', value)}
      />
      <div className={classes.pair}>
        <MaybeOneOf<UncertaintyLabel>
          label={said.uncertaintyLabel}
          path="uncertainty/label"
          options={labelOptions}
          value={label.value}
          none={said.uncertaintyLabelNone}
          onCommit={(value) => set({ label: value })}
        />
        <TextField
          label={said.basis}
          path="uncertainty/basis"
          value={basis.value ?? ''}
          placeholder={said.basisPlaceholder}
          onCommit={(value) => set({ basis: value === '' ? null : value }, 'basis')}
        />
      </div>
    </div>
  )
}

function change(steps: readonly StepOf[], set: Changes<Step>, typed: string | undefined): void {
  updateSteps(idsOf(steps), set, typed === undefined ? {} : { typed })
}

function idsOf(steps: readonly StepOf[]): readonly string[] {
  return steps.map(({ id }) => id)
}

interface Shared<T> {
  readonly value: T | undefined
  /** The steps differ, and `value` says nothing. */
  readonly mixed: boolean
}

function shared<T>(
  steps: readonly StepOf[],
  read: (step: StepOf) => T | undefined,
  same: (a: T | undefined, b: T | undefined) => boolean = Object.is,
): Shared<T> {
  const [first, ...rest] = steps.map(read)
  const mixed = rest.some((value) => !same(first, value))
  return { value: mixed ? undefined : first, mixed }
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
