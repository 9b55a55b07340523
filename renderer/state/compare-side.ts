// The other side of a comparison: the file as it is on disk, the copy kept beside it, what git has, or another file.
import { readDocument } from '../../shared/document/read.ts'
import { HostError } from '../../shared/host/wire.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { words } from '../words/words.ts'
import type { DocumentTab } from './documents.ts'
import { fileChanged } from './disk.ts'
import { host } from './host.ts'
import { pickText } from './pick.ts'
import { placed } from './placed.ts'

export const SIDES = ['saved', 'opened', 'backup', 'head', 'file'] as const
export type SideKind = (typeof SIDES)[number]

export type SideRead =
  | { readonly kind: 'read'; readonly workflow: Workflow; readonly name: string }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'cancelled' }

const said = words.compare

/** Reads a side. Never rejects: what goes wrong is an answer fit to be shown. */
export async function readSide(tab: DocumentTab, side: SideKind): Promise<SideRead> {
  try {
    if (side === 'opened') return { kind: 'read', workflow: placed(tab.first), name: '' }
    if (side === 'file') return await readPicked()
    if (tab.path === null) return { kind: 'failed', why: said.noFile }
    return readText(await textOf(tab.path, side), '')
  } catch (error) {
    return { kind: 'failed', why: reasonOf(error, side) }
  }
}

/** True for a side that only a document with a file has. */
export function needsFile(side: SideKind): boolean {
  return isOnDisk(side) || side === 'head'
}

/** True for a side that saving the document changes. */
export function isOnDisk(side: SideKind): boolean {
  return side === 'saved' || side === 'backup'
}

async function textOf(path: string, side: 'saved' | 'backup' | 'head'): Promise<string> {
  if (side === 'head') return (await host().call('file.readRevision', { path, revision: 'HEAD' })).text
  if (side === 'backup') return (await host().call('file.read', { path: `${path}.bak` })).text
  const { text, hash } = await host().call('file.read', { path })
  // The host takes what was read for known: a change that nobody has been told of yet would never be told.
  await fileChanged(path, hash)
  return text
}

async function readPicked(): Promise<SideRead> {
  const picked = await pickText({ name: said.side.file, extensions: ['handoff', 'json', 'mmd', 'bak'] })
  return picked ? readText(picked.text, picked.name) : { kind: 'cancelled' }
}

function readText(text: string, name: string): SideRead {
  const own = readDocument(text)
  if (own.ok) return { kind: 'read', workflow: placed(own.value.workflow), name }
  const imported = importText(text, { name })
  if (imported.ok) return { kind: 'read', workflow: placed(imported.value.workflow), name }
  return { kind: 'failed', why: own.faults.map(({ path, message }) => `${path} ${message}`.trim()).join(' ') }
}

function reasonOf(error: unknown, side: SideKind): string {
  if (side === 'backup' && error instanceof HostError && error.code === 'not-found') return said.noBackup
  return error instanceof Error ? error.message : String(error)
}
