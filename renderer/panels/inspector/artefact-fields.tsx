// What a step works from and makes, and whether the world goes on meanwhile: what an approval may become stale by.
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { updateSteps } from './edits.ts'
import { Chip, TagsField } from './fields/choice-field.tsx'
import classes from './inspector.module.css'
import { artefactNames } from './options.ts'

interface ArtefactFieldsProps {
  readonly workflow: Workflow
  readonly step: Workflow['steps'][number]
}

const said = words.inspector

export function ArtefactFields({ workflow, step }: ArtefactFieldsProps) {
  const ids = [step.id]
  const known = artefactNames(workflow)
  return (
    <>
      {step.kind !== 'start' && (
        <TagsField
          label={said.uses}
          path="uses"
          hint={said.usesHint}
          value={step.uses ?? []}
          suggestions={known}
          onCommit={(uses) => updateSteps(ids, { uses: uses.length === 0 ? null : [...uses] })}
        />
      )}
      {step.kind !== 'end' && (
        <TagsField
          label={said.produces}
          path="produces"
          hint={said.producesHint}
          value={step.produces ?? []}
          suggestions={known}
          onCommit={(produces) =>
            updateSteps(ids, { produces: produces.length === 0 ? null : [...produces] })
          }
        />
      )}
      {step.kind !== 'wait' && <ChangesState step={step} />}
    </>
  )
}

/** The world may be another one afterwards. Of a wait it is shown at once, elsewhere it is folded away. */
export function ChangesState({ step }: Pick<ArtefactFieldsProps, 'step'>) {
  const on = step.changesState === true
  return (
    <div className={classes.field}>
      <div className={classes.chips}>
        <Chip
          label={said.changesState}
          path="changesState"
          on={on}
          onToggle={() => updateSteps([step.id], { changesState: on ? null : true })}
        />
      </div>
      <div className={classes.hint}>{said.changesStateHint}</div>
    </div>
  )
}
