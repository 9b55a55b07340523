// Says what a click does while tags are being painted, and ends it.
import { useStore } from 'zustand'
import { words } from '../words/words.ts'
import { canvasStore, setBusy } from './canvas-store.ts'
import { copiedTags } from './tags.ts'
import classes from './PaintBar.module.css'

export function PaintBar() {
  const painting = useStore(canvasStore, ({ busy }) => busy?.kind === 'paint')
  const from = useStore(copiedTags, (state) => state.from)
  if (!painting || !from) return null
  return (
    <div className={classes.bar} role="status">
      <span>{words.editing.painting(from.name || words.common.unnamed)}</span>
      <button type="button" className={classes.end} onClick={() => setBusy(null)}>
        {words.editing.paintEnd}
      </button>
    </div>
  )
}
