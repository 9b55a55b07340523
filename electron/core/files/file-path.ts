// Decides which paths a window may name at all, before anything touches the disk.
import path from 'node:path'
import { HostError } from '../../../shared/host/wire.ts'

/** The normalised path. Refuses relative paths and NUL bytes; both mean a caller that guesses. */
export function checkedPath(file: string): string {
  if (file.includes('\0')) throw new HostError('bad-input', 'The path contains a NUL byte.')
  if (!path.isAbsolute(file)) throw new HostError('bad-input', `The path is not absolute: ${file}`)
  return path.normalize(file)
}

/** True where `file` is `folder` or lies in it. Both must be absolute and normalised. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return (
    relative === '' ||
    (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative))
  )
}
