// What people ruled about one step: no gate before it, and whether somebody accepts its risk.
import { Button } from '@mantine/core'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { openDialog } from '../../state/dialogs.ts'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { figuresOf } from './demand.tsx'
import { Chip } from './fields/choice-field.tsx'
import classes from './inspector.module.css'

const said = words.inspector

interface StepRulingsProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly step: Workflow['steps'][number]
}

export function StepRulings({ workflow, analysis, step }: StepRulingsProps) {
  if (step.kind === 'end') return null
  const at = step.kind === 'start' ? { start: step.id } : { before: step.id }
  const forbidden = workflow.placing?.forbidden.some((place) => placeKey(place) === placeKey(at)) === true
  const figures = figuresOf(analysis, step.id)
  const demands = figures?.required !== undefined || figures?.waived !== undefined
  const waiver = workflow.placing?.waivers.find((one) => one.step === step.id)
  return (
    <div className={classes.fields}>
      {waiver && (
        <div className={classes.hint}>{said.waiver(waiver.owner, waiver.expires, waiver.reason)}</div>
      )}
      <div className={classes.chips}>
        <Chip
          label={words.commands.handoffsForbid}
          on={forbidden}
          onToggle={() => runCommand({ type: forbidden ? 'allowPlace' : 'forbidPlace', at })}
        />
        {(demands || waiver) && (
          <Button size="compact-sm" onClick={() => openDialog({ kind: 'risk', step: step.id })}>
            {waiver ? said.changeWaiver : words.commands.handoffsAcceptRisk}
          </Button>
        )}
        {waiver && (
          <Button size="compact-sm" onClick={() => runCommand({ type: 'endWaiver', step: step.id })}>
            {said.endWaiver}
          </Button>
        )}
      </div>
    </div>
  )
}
