// A folder of the host, for the in-app file browser: type a path or walk, with the arrow keys or the mouse.
import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconArrowUp, IconFile, IconFolder } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CallOut } from '../../../shared/host/contract.ts'
import { host } from '../../state/host.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import classes from './dialogs.module.css'

type Folder = CallOut<'file.browse'>
export type FolderEntry = Folder['entries'][number]

const said = words.dialogs.browse

interface FileListProps {
  /** Endings of the files to show, without the dot; empty shows every file. */
  readonly extensions: readonly string[]
  /** The keyboard begins in the path; false where the dialog has a field that comes first. */
  readonly startHere: boolean
  readonly chosen: string | null
  readonly onFolder: (folder: Folder) => void
  readonly onChoose: (entry: FolderEntry) => void
  readonly onTake: (entry: FolderEntry) => void
}

export function FileList({ extensions, startHere, chosen, onFolder, onChoose, onTake }: FileListProps) {
  const { folder, error, go } = useFolder(onFolder)
  const [typed, setTyped] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const entries = folder?.entries.filter((entry) => entry.folder || hasEnding(entry.name, extensions)) ?? []
  const move = (event: KeyboardEvent, index: number): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    list.current?.querySelectorAll('button')[index + by]?.focus()
  }
  return (
    <>
      <div className={classes.pathRow}>
        <Tooltip label={said.up}>
          <ActionIcon
            aria-label={said.up}
            disabled={folder?.parent == null}
            onClick={() => folder?.parent != null && go(folder.parent)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
        </Tooltip>
        <TextInput
          aria-label={said.path}
          data-autofocus={startHere || undefined}
          value={typed ?? folder?.path ?? ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed === null) return
            go(typed)
            setTyped(null)
          }}
        />
      </div>
      {error !== null && (
        <p className={classes.bad} role="alert">
          {said.failed}: {error}
        </p>
      )}
      <ul ref={list} className={classes.files} aria-label={said.entries} aria-busy={folder === null}>
        {entries.map((entry, index) => (
          <li key={entry.path}>
            <button
              type="button"
              className={chosen === entry.path ? `${classes.entry} ${classes.entryOn}` : classes.entry}
              aria-current={chosen === entry.path}
              aria-label={`${entry.name}, ${entry.folder ? said.folder : said.file}`}
              onClick={() => (entry.folder ? go(entry.path) : onChoose(entry))}
              onDoubleClick={() => !entry.folder && onTake(entry)}
              onKeyDown={(event) => {
                move(event, index)
                if (event.key !== 'Enter' || entry.folder) return
                event.preventDefault()
                onTake(entry)
              }}
            >
              {entry.folder ? (
                <IconFolder size={16} aria-hidden="true" />
              ) : (
                <IconFile size={16} aria-hidden="true" />
              )}
              <Clip text={entry.name} />
            </button>
          </li>
        ))}
        {folder !== null && entries.length === 0 && <li className={classes.entry}>{said.empty}</li>}
        {folder === null && error === null && <li className={classes.entry}>{said.loading}</li>}
      </ul>
      {folder?.truncated && <p className={classes.hint}>{said.truncated}</p>}
    </>
  )
}

function useFolder(onFolder: (folder: Folder) => void) {
  const [folder, setFolder] = useState<Folder | null>(null)
  const [error, setError] = useState<string | null>(null)
  // Answers may come back in another order than they were asked; only the last question counts.
  const asked = useRef(0)
  const go = (path: string | null): void => {
    const mine = ++asked.current
    host()
      .call('file.browse', { path })
      .then((found) => {
        if (mine !== asked.current) return
        setFolder(found)
        setError(null)
        onFolder(found)
      })
      .catch((problem: unknown) => {
        if (mine === asked.current) setError(problem instanceof Error ? problem.message : String(problem))
      })
  }
  // Once, when the dialog opens.
  // oxlint-disable-next-line exhaustive-deps
  useEffect(() => go(null), [])
  return { folder, error, go }
}

function hasEnding(name: string, extensions: readonly string[]): boolean {
  if (extensions.length === 0 || extensions.includes('*')) return true
  return extensions.some((extension) => name.toLowerCase().endsWith(`.${extension.toLowerCase()}`))
}
