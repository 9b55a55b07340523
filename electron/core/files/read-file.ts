// Reads a text file whole, or refuses it with the reason and the limit.
import path from 'node:path'
import { MAX_DOCUMENT_BYTES } from '../../../shared/host/contract.ts'
import type { CallOut } from '../../../shared/host/contract.ts'
import { HostError } from '../../../shared/host/wire.ts'
import { contentHash } from './content-hash.ts'
import { fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'

/** Throws a HostError: not-found, forbidden, too-large, bad-input (a folder, a device, not UTF-8) or io. */
export async function readTextFile(fs: FileSystem, file: string): Promise<CallOut<'file.read'>> {
  try {
    const { bytes, mode } = await readBytes(fs, file)
    const text = decode(bytes, file)
    return { path: file, name: path.basename(file), text, hash: contentHash(bytes), writable: mayWrite(mode) }
  } catch (error) {
    throw fileError(error, file, 'read')
  }
}

/** Hash of the file's bytes, null when there is no file. Throws what the system throws. */
export async function hashFile(fs: FileSystem, file: string): Promise<string | null> {
  try {
    return contentHash((await readBytes(fs, file)).bytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** No write bit for anyone means "leave it alone", also for root, whom the system would let through. */
export function mayWrite(mode: number): boolean {
  return (mode & 0o222) !== 0
}

async function readBytes(fs: FileSystem, file: string): Promise<{ bytes: Buffer; mode: number }> {
  // Asked before opening: opening a pipe would wait for its other end for ever.
  const before = await fs.stat(file)
  if (!before.isFile()) throw new HostError('bad-input', `${path.basename(file)} is not a file.`)
  if (before.size > MAX_DOCUMENT_BYTES) throw tooLarge(file, before.size)
  const handle = await fs.open(file, 'r')
  try {
    const bytes = await handle.readFile()
    if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(file, bytes.length)
    return { bytes, mode: before.mode }
  } finally {
    await handle.close()
  }
}

function tooLarge(file: string, size: number): HostError {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
  const limit = megabytes(MAX_DOCUMENT_BYTES)
  return new HostError(
    'too-large',
    `${path.basename(file)} has ${megabytes(size)}; files up to ${limit} can be opened.`,
  )
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HostError('bad-input', `${path.basename(file)} is not text in UTF-8.`)
  }
}
