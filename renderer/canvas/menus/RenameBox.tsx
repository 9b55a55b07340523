// A field over a step for typing its name.
import { ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import { renameStep } from '../edits.ts'
import type { Scene } from '../../../shared/report/scene/types.ts'
import classes from './RenameBox.module.css'

const WIDTH = 200

export function RenameBox({ scene }: { readonly scene: Scene }) {
  const id = useStore(canvasStore, (state) => (state.busy?.kind === 'rename' ? state.busy.step : null))
  const step = scene.steps.find((each) => each.id === id)
  if (!step) return null
  const width = Math.max(WIDTH, step.rect.width)
  const x = step.rect.x + step.rect.width / 2 - width / 2
  const finish = (name: string | null): void => {
    setBusy(null)
    if (name !== null) renameStep(step.id, name)
    askCanvas('focus', step.id)
  }
  return (
    <ViewportPortal>
      <input
        className={`${classes.name} nodrag nopan`}
        style={{ transform: `translate(${x}px, ${step.rect.y - 2}px)`, width }}
        autoFocus
        defaultValue={step.name}
        aria-label={words.canvas.rename}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') finish(event.currentTarget.value)
          if (event.key === 'Escape') finish(null)
        }}
        onBlur={(event) => {
          // Enter and Escape have finished already; anything else that takes the focus away keeps what was typed.
          if (canvasStore.getState().busy?.kind !== 'rename') return
          setBusy(null)
          renameStep(step.id, event.currentTarget.value)
        }}
      />
    </ViewportPortal>
  )
}
