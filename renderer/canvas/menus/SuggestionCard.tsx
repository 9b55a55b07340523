// What a suggested handoff is for, beside the ghost that is selected: why, its cost, and the three things to do.
import { Button } from '@mantine/core'
import { useStore, ViewportPortal } from '@xyflow/react'
import type { ReactFlowState } from '@xyflow/react'
import { runAppCommand } from '../../commands/registry.ts'
import { useAnalysis, useOpenSuggestions, useTabView, useWorkflow } from '../../state/hooks.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import { words } from '../../words/words.ts'
import { rectOf } from '../items.ts'
import { bottom } from '../../../shared/report/scene/rects.ts'
import { gateTitle } from '../../../shared/report/scene/gates.ts'
import type { Scene } from '../../../shared/report/scene/types.ts'
import classes from './SuggestionCard.module.css'

export function SuggestionCard({ scene }: { readonly scene: Scene }) {
  const key = useTabView((view) => view.selection.suggestion)
  const workflow = useWorkflow()
  const analysis = useAnalysis()
  const zoom = useStore(selectZoom)
  const open = useOpenSuggestions(workflow, analysis)
  if (key === null || !workflow) return null
  const placed = open.find(({ at }) => placeKey(at) === key)
  const rect = rectOf(scene, `ghost:${key}`)
  if (!placed || !rect) return null
  return (
    <ViewportPortal>
      <div
        className={`${classes.card} nodrag nopan nowheel`}
        // Text to be read keeps its size, however small the drawing is.
        style={{ transform: `translate(${rect.x - 14}px, ${bottom(rect) + 38}px) scale(${1 / zoom})` }}
        role="group"
        aria-label={gateTitle(placed, words.canvas)}
      >
        <div className={classes.head}>
          <b>{words.canvas.suggestionTitle(gateTitle(placed, words.canvas))}</b>
          <span className={classes.rules}>{placed.rules.join(' ')}</span>
        </div>
        <p>{words.common.say(placed.why)}</p>
        {placed.minutes > 0 && <p className={classes.cost}>{words.common.minutesPerRun(placed.minutes)}</p>}
        <div className={classes.actions}>
          <Button variant="filled" onClick={() => runAppCommand('handoffs.accept')}>
            {words.canvas.accept}
          </Button>
          <Button onClick={() => runAppCommand('handoffs.dismiss')}>{words.canvas.dismiss}</Button>
        </div>
      </div>
    </ViewportPortal>
  )
}

function selectZoom(state: ReactFlowState): number {
  return state.transform[2]
}
