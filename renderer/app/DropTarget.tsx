// Files dropped anywhere on the window are opened; the page never navigates to them.
import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { pathForFile } from '../host/transport.ts'
import { openPath, openText } from '../state/open.ts'
import { showProblem } from '../state/messages.ts'
import { words } from '../words/words.ts'
import classes from './DropTarget.module.css'

export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState(false)
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(false)
    void openAll([...event.dataTransfer.files])
  }
  return (
    <div
      onDragOver={onDragOver}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={onDrop}
    >
      {children}
      {over && <div className={classes.over}>{words.app.drop}</div>}
    </div>
  )
}

async function openAll(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const path = pathForFile(file)
    try {
      if (path !== null) await openPath(path)
      else openText({ name: file.name, text: await file.text() })
    } catch (error) {
      showProblem(words.app.dropRefused(file.name), error)
    }
  }
}
