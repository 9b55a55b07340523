// The brief and the handoffs in the outline: what is missing, who decides, how many runs pass.
import type { Analysis } from '../../../shared/model/analysis.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Place } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { useOpenSuggestions, useTabView } from '../../state/hooks.ts'
import { focusField, select, setPane, showWalk } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { handoffName, handoffPhrase, handoffShort } from '../parts/names.ts'
import classes from './outline.module.css'

interface LinesProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis | null
}

const said = words.outline

export function BriefLines({ tab, workflow: { brief } }: Pick<LinesProps, 'tab' | 'workflow'>) {
  const go = (field: string): void => {
    setPane('right', true)
    focusField(tab, { element: '', kind: 'document', field: `brief/${field}` })
  }
  const line = (field: 'objective' | 'successCondition' | 'owner', text: string) => (
    <button type="button" className={classes.line} onClick={() => go(field)}>
      {text.trim() === '' ? (
        <span className={classes.missing}>{said.briefMissing[field]}</span>
      ) : (
        <Clip text={field === 'owner' ? said.briefOwner(text) : text} className={classes.lineText!} />
      )}
    </button>
  )
  return (
    <>
      {line('objective', brief.objective)}
      {line('successCondition', brief.successCondition)}
      {line('owner', brief.owner)}
    </>
  )
}

export function HandoffLines({ tab, workflow, analysis }: LinesProps) {
  const chosen = useTabView((view) => view.selection.handoffs)
  const suggestion = useTabView((view) => view.selection.suggestion)
  const suggested = useOpenSuggestions(workflow, analysis)
  if (workflow.handoffs.length + suggested.length === 0)
    return <p className={classes.note}>{said.noHandoffs}</p>
  return (
    <>
      {workflow.handoffs.map((handoff) => (
        <button
          key={handoff.id}
          type="button"
          className={chosen.includes(handoff.id) ? `${classes.line} ${classes.lineOn}` : classes.line}
          aria-pressed={chosen.includes(handoff.id)}
          onClick={() => select(tab, { handoffs: [handoff.id] })}
        >
          <GateGlyph look="gate" kind={handoff.kind} strength={handoff.strength} size={16} />
          <Clip text={handoffName(workflow, handoff.id)} className={classes.lineText!} />
          <Share visits={visitsAt(analysis, handoff.at)} />
        </button>
      ))}
      {suggested.map((handoff) => {
        const key = placeKey(handoff.at)
        return (
          <button
            key={key}
            type="button"
            className={suggestion === key ? `${classes.line} ${classes.lineOn}` : classes.line}
            aria-pressed={suggestion === key}
            onClick={() => {
              select(tab, { suggestion: key })
              if (handoff.walk.length > 1) showWalk(tab, { steps: handoff.walk, why: handoff.why })
            }}
          >
            <GateGlyph look="ghost" kind={handoff.kind} strength={handoff.strength} size={16} />
            <Clip
              text={said.suggested(handoffPhrase(workflow, handoff))}
              className={`${classes.lineText} ${classes.suggested}`}
            >
              {handoffShort(workflow, handoff)}
            </Clip>
            <Share visits={handoff.visits} />
          </button>
        )
      })}
    </>
  )
}

function Share({ visits }: { readonly visits: number | undefined }) {
  if (visits === undefined || visits === 0) return null
  const text = visits <= 1 ? words.common.percent(visits) : words.common.times(visits)
  return <span className={classes.more}>{text}</span>
}

function visitsAt(analysis: Analysis | null, place: Place): number | undefined {
  if (!analysis) return undefined
  if ('on' in place) {
    return Object.hasOwn(analysis.transitions, place.on) ? analysis.transitions[place.on]!.visits : undefined
  }
  const step = 'before' in place ? place.before : place.start
  return Object.hasOwn(analysis.steps, step) ? analysis.steps[step]!.visits : undefined
}
