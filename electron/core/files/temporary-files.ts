// Names of the temporary files that saving uses, and the removal of those a killed process left behind.
import path from 'node:path'
import { errorCode } from './file-error.ts'
import type { FileSystem } from './file-system.ts'

const SUFFIX = '.baton-tmp'
/** A temporary file younger than this may belong to a save in progress, here or on another machine. */
const STALE_AFTER_MS = 60_000

/** Hidden, in the folder of `file`, and bearing its name and our process id. */
export function temporaryName(file: string, unique: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${unique}${SUFFIX}`)
}

/** Housekeeping: a failure here never fails the save that called it. */
export async function removeStaleTemporaries(fs: FileSystem, file: string): Promise<void> {
  const folder = path.dirname(file)
  const names = await fs.readdir(folder).catch(() => [])
  for (const name of names.filter((candidate) => isTemporaryOf(candidate, path.basename(file)))) {
    const full = path.join(folder, name)
    const age = await fs.stat(full).then(
      (stat) => Date.now() - stat.mtimeMs,
      () => 0,
    )
    if (age > STALE_AFTER_MS && !isRunning(processOf(name))) await fs.unlink(full).catch(() => undefined)
  }
}

function isTemporaryOf(name: string, base: string): boolean {
  if (!name.endsWith(SUFFIX)) return false
  return name.startsWith(`.${base}.`)
}

function processOf(name: string): number {
  return Number(/\.(\d+)-[0-9a-f]+\.baton-tmp$/.exec(name)?.[1] ?? 0)
}

function isRunning(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
