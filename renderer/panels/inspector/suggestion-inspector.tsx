// A suggested handoff before anybody decided about it: what, why, at what price, and the two answers.
import { Button } from '@mantine/core'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { findingsAt } from '../../../shared/analysis/open-suggestions.ts'
import { acceptSuggestion, changeSuggestion } from '../../state/decisions.ts'
import { openDialog } from '../../state/dialogs.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import { handoffPhrase, walkText } from '../parts/names.ts'
import { Section } from '../parts/section.tsx'
import classes from './inspector.module.css'

interface SuggestionInspectorProps {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  /** The key of its place. */
  readonly place: string
}

export function SuggestionInspector({ workflow, analysis, place }: SuggestionInspectorProps) {
  const placed = analysis?.placement.handoffs.find(({ at }) => placeKey(at) === place)
  if (!analysis || !placed) return <EmptyState title={words.inspector.gone} />
  const [finding] = findingsAt(analysis, place)
  return (
    <Section title={words.placement.suggested}>
      <div className={classes.fields}>
        <div className={classes.demandTitle}>{handoffPhrase(workflow, placed)}</div>
        <div>{words.common.say(placed.why)}</div>
        {placed.walk.length > 1 && (
          <div className={classes.field}>
            <span className={classes.label}>{words.placement.walk}</span>
            <span>{walkText(workflow, placed.walk)}</span>
          </div>
        )}
        <div className={classes.mute}>{words.common.minutesPerRun(placed.minutes)}</div>
        <div className={classes.chips}>
          <Button variant="filled" onClick={() => acceptSuggestion(placed)}>
            {words.placement.accept}
          </Button>
          <Button onClick={() => changeSuggestion(placed)}>{words.common.change}</Button>
          {finding && (
            <Button onClick={() => openDialog({ kind: 'dismiss', finding: finding.id, suggestion: place })}>
              {words.placement.dismiss}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}
