// A file system whose n-th call fails with an error of our choice; all others reach the disk.
import type { FileHandle } from 'node:fs/promises'
import { nodeFileSystem } from '../../../electron/core/files/file-system.ts'
import type { FileSystem } from '../../../electron/core/files/file-system.ts'

export interface FailingFileSystem {
  readonly fileSystem: FileSystem
  /** Names of the calls made so far, in order: `open`, `handle.sync`, `rename` … */
  readonly calls: readonly string[]
}

/** Calls on open file handles count as well. `failAt` starts at 1; 0 never fails. */
export function failingFileSystem(failAt: number, code: string): FailingFileSystem {
  const calls: string[] = []
  const failing = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get(object, key) {
        const member: unknown = Reflect.get(object, key)
        if (typeof member !== 'function' || typeof key !== 'string') return member
        return async (...words: unknown[]) => {
          calls.push(prefix + key)
          if (calls.length === failAt) {
            // A file that cannot be closed properly is closed all the same, or the test would leak it.
            if (key === 'close') await (member as (this: unknown) => Promise<void>).call(object)
            throw Object.assign(new Error(`${code}: planted`), { code })
          }
          const answer: unknown = await (member as (...words: unknown[]) => unknown).apply(object, words)
          return key === 'open' ? failing(answer as FileHandle, 'handle.') : answer
        }
      },
    })
  return { fileSystem: failing(nodeFileSystem, ''), calls }
}
