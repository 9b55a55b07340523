// Saves a file so that a crash, a full disk or another program leaves either the old text or the new, never a mixture.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { HostError } from '../../../shared/host/wire.ts'
import { contentHash } from './content-hash.ts'
import { errorCode, fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'
import { hashFile, mayWrite } from './read-file.ts'
import { removeStaleTemporaries, temporaryName } from './temporary-files.ts'

export interface SaveRequest {
  readonly path: string
  readonly text: string
  /** Hash the caller last saw; null: the file should not exist. */
  readonly baseHash: string | null
  /** `always` writes over whatever is there; `unchanged` answers `conflict` when the disk holds something else. */
  readonly replace: 'always' | 'unchanged'
}

interface Target {
  readonly path: string
  readonly hash: string | null
  /** Permissions and owner of the file that is replaced; null when there is none. */
  readonly access: { readonly mode: number; readonly uid: number; readonly gid: number } | null
}

/**
 * Temporary file in the same folder, fsync, rename, fsync of the folder: only then is it answered. Answers the new hash.
 * Throws a HostError: conflict (details: the hash on disk), forbidden (read-only), not-found (no such folder), io.
 */
export async function saveFile(fs: FileSystem, request: SaveRequest): Promise<string> {
  try {
    const bytes = Buffer.from(request.text, 'utf8')
    const target = await inspect(fs, await throughLinks(fs, request.path))
    if (target.access !== null && !mayWrite(target.access.mode)) throw readOnly(request.path)
    const hash = contentHash(bytes)
    // A save whose answer was lost is repeated: the text is there, and only its durability is in doubt.
    if (target.hash === hash) await syncExisting(fs, target.path)
    else await replaceTarget(fs, target, bytes, request)
    await removeStaleTemporaries(fs, target.path)
    return hash
  } catch (error) {
    throw fileError(error, request.path, 'saved')
  }
}

/** The file that the name finally stands for. A link to a file that is not there yet is followed as well. */
async function throughLinks(fs: FileSystem, file: string): Promise<string> {
  let current = file
  for (let hops = 0; hops < 40; hops++) {
    const folder = await fs.realpath(path.dirname(current))
    current = path.join(folder, path.basename(current))
    const link = await fs.readlink(current).catch(() => null)
    if (link === null) return current
    current = path.resolve(folder, link)
  }
  throw new HostError('not-found', `${path.basename(file)}: its links lead in a circle.`)
}

async function inspect(fs: FileSystem, file: string): Promise<Target> {
  const hash = await hashFile(fs, file)
  if (hash === null) return { path: file, hash, access: null }
  const { mode, uid, gid } = await fs.stat(file)
  return { path: file, hash, access: { mode: mode & 0o7777, uid, gid } }
}

async function replaceTarget(
  fs: FileSystem,
  target: Target,
  bytes: Uint8Array,
  request: SaveRequest,
): Promise<void> {
  refuseConflict(request, target.hash)
  const temporary = temporaryName(target.path, randomBytes(6).toString('hex'))
  try {
    await writeDurably(fs, temporary, bytes, target.access)
    await keepLastGoodCopy(fs, target.path, request)
    await putInPlace(fs, temporary, target, request)
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(fs, path.dirname(target.path))
}

function refuseConflict(request: SaveRequest, hash: string | null): void {
  if (request.replace === 'always' || hash === request.baseHash) return
  const name = path.basename(request.path)
  const message =
    hash === null ? `${name} is no longer on the disk.` : `${name} was changed by another program or window.`
  throw new HostError('conflict', `${message} Nothing was written.`, { hash })
}

async function writeDurably(
  fs: FileSystem,
  file: string,
  bytes: Uint8Array,
  access: Target['access'],
): Promise<void> {
  // 'wx' refuses to follow a link that somebody planted under this name.
  const handle = await fs.open(file, 'wx', access?.mode ?? 0o666)
  try {
    await handle.writeFile(bytes)
    if (access !== null) {
      // Only an administrator may give a file away; for everyone else the owner is already right.
      await handle.chown(access.uid, access.gid).catch(() => undefined)
      // The mode given to open is cut by the umask; a file that was shared must stay shared.
      await handle.chmod(access.mode)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Documents keep their previous text as `name.handoff.bak`; exports do not, they can be made again. The copy is a hard
 * link, so it costs nothing and holds exactly what is on disk at this moment: reading it back closes all but a few
 * microseconds of the gap between comparing and replacing.
 */
async function keepLastGoodCopy(fs: FileSystem, file: string, request: SaveRequest): Promise<void> {
  const backup = `${file}.bak`
  const temporary = temporaryName(backup, randomBytes(6).toString('hex'))
  try {
    await linkOrCopy(fs, file, temporary)
    refuseConflict(request, await hashFile(fs, temporary))
    if (file.endsWith('.handoff')) await fs.rename(temporary, backup)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    refuseConflict(request, null)
  } finally {
    await fs.unlink(temporary).catch(() => undefined)
  }
}

async function linkOrCopy(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to)
  } catch (error) {
    // Some disks (FAT, network shares) have no hard links.
    if (!NO_LINKS.has(errorCode(error) ?? '')) throw error
    await fs.copyFile(from, to)
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

async function putInPlace(
  fs: FileSystem,
  temporary: string,
  target: Target,
  request: SaveRequest,
): Promise<void> {
  if (target.hash !== null || request.replace === 'always') return renamePatiently(fs, temporary, target.path)
  try {
    // A link, unlike a rename, fails when somebody created the file in the meantime.
    await fs.link(temporary, target.path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') refuseConflict(request, await hashFile(fs, target.path))
    if (!NO_LINKS.has(errorCode(error) ?? '')) throw error
    return renamePatiently(fs, temporary, target.path)
  }
  await fs.unlink(temporary)
}

// Virus scanners and indexers on Windows hold a fresh file open for a moment.
async function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      if (process.platform !== 'win32' || !busy || attempt === 5) throw error
      await new Promise((resolve) => setTimeout(resolve, 30 * 2 ** attempt))
    }
  }
}

// Without this the rename itself may be undone by a power cut. Windows cannot open folders and does not need it.
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

async function syncExisting(fs: FileSystem, file: string): Promise<void> {
  const handle = await fs.open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(fs, path.dirname(file))
}

function readOnly(file: string): HostError {
  return new HostError('forbidden', `${path.basename(file)} is read-only. Save it under another name.`)
}
