// Opening and saving on hosts without dialogs of their own.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import { FileList } from './file-list.tsx'
import type { FolderEntry } from './file-list.tsx'

const said = words.dialogs.browse

interface BrowseOpenProps {
  readonly extensions: readonly string[]
  readonly answer: (path: string | null) => void
}

export function BrowseOpenDialog({ extensions, answer }: BrowseOpenProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const take = (path: string): void => {
    finishDialog()
    answer(path)
  }
  return (
    <DialogFrame title={said.openTitle} width={600}>
      <FileList
        extensions={extensions}
        startHere
        chosen={chosen}
        onFolder={() => setChosen(null)}
        onChoose={(entry) => setChosen(entry.path)}
        onTake={(entry) => take(entry.path)}
      />
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button variant="filled" disabled={chosen === null} onClick={() => chosen !== null && take(chosen)}>
          {words.common.open}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

interface BrowseSaveProps {
  readonly suggestedName: string
  readonly extension: string
  readonly answer: (path: string | null) => void
}

export function BrowseSaveDialog({ suggestedName, extension, answer }: BrowseSaveProps) {
  const [name, setName] = useState(suggestedName)
  const [folder, setFolder] = useState<{
    readonly path: string
    readonly entries: readonly FolderEntry[]
  } | null>(null)
  const fileName = withEnding(name.trim(), extension)
  const allowed = isFileName(name.trim())
  const existing = folder?.entries.find((entry) => entry.name === fileName)
  const save = (): void => {
    if (!folder || !allowed) return
    finishDialog()
    answer(joined(folder.path, fileName))
  }
  return (
    <DialogFrame title={said.saveTitle} width={600}>
      <TextInput
        data-autofocus
        label={said.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && save()}
        {...(!allowed && { error: said.nameAllowed })}
        {...(allowed && existing && { description: said.replace(fileName) })}
      />
      <FileList
        extensions={[extension]}
        startHere={false}
        chosen={existing?.path ?? null}
        onFolder={setFolder}
        onChoose={(entry) => setName(entry.name)}
        onTake={(entry) => setName(entry.name)}
      />
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button variant="filled" disabled={!allowed || !folder} onClick={save}>
          {words.common.save}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

function isFileName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what this refuses
  const refused = /[\\/\u0000-\u001f]/
  return name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !refused.test(name)
}

function withEnding(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`
}

// The host's own separator is the one in the folder that it just listed.
function joined(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`
}
