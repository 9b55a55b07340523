// Turns what the operating system says about a file into a refusal that a person can act on.
import path from 'node:path'
import { HostError } from '../../../shared/host/wire.ts'
import type { HostErrorCode } from '../../../shared/host/wire.ts'

const REASONS = new Map<string, readonly [HostErrorCode, string]>([
  ['ENOENT', ['not-found', 'it does not exist']],
  ['ENOTDIR', ['not-found', 'part of its path is not a folder']],
  ['ELOOP', ['not-found', 'its links lead in a circle']],
  ['ENAMETOOLONG', ['bad-input', 'its name is too long']],
  ['EISDIR', ['bad-input', 'it is a folder']],
  ['EACCES', ['forbidden', 'you do not have permission']],
  ['EPERM', ['forbidden', 'the system does not permit it']],
  ['EROFS', ['forbidden', 'the disk is read-only']],
  ['ENOSPC', ['io', 'the disk is full']],
  ['EDQUOT', ['io', 'your disk quota is used up']],
  ['EFBIG', ['io', 'the disk does not take files of this size']],
  ['EIO', ['io', 'the disk reported an error']],
  ['EBUSY', ['io', 'another program is using it']],
  ['ETXTBSY', ['io', 'another program is running it']],
  ['EMFILE', ['io', 'too many files are open']],
  ['ENFILE', ['io', 'too many files are open']],
])

/** `verb` completes "could not be …": read, saved, listed. A HostError passes through unchanged. */
export function fileError(error: unknown, file: string, verb: string): HostError {
  if (error instanceof HostError) return error
  const code = errorCode(error)
  const [kind, reason] = REASONS.get(code ?? '') ?? ['io', code ?? 'unknown error']
  return new HostError(kind, `${path.basename(file)} could not be ${verb}: ${reason}.`)
}

/** The system's own code such as `ENOENT`, if the error has one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
