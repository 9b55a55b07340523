// A field in the head of a frame for typing the name of a group.
import { useStore } from 'zustand'
import { words } from '../words/words.ts'
import { canvasStore, setBusy } from './canvas-store.ts'
import { renameGroup } from './edits.ts'
import classes from './Frames.module.css'

export function GroupName({ id, name }: { readonly id: string; readonly name: string }) {
  const typing = useStore(canvasStore, ({ busy }) => busy?.kind === 'rename' && busy.step === id)
  if (!typing) return null
  const finish = (text: string | null): void => {
    setBusy(null)
    if (text !== null) renameGroup(id, text)
  }
  return (
    <input
      className={`${classes.typing} nodrag nopan`}
      autoFocus
      defaultValue={name}
      aria-label={words.folding.group}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
      onBlur={(event) => {
        // Enter and Escape have finished already; anything else that takes the focus away keeps what was typed.
        if (canvasStore.getState().busy?.kind === 'rename') finish(event.currentTarget.value)
      }}
    />
  )
}
