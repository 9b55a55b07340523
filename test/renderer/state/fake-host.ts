// A host in memory, for tests of the stores: the same contract, files in a map, and every call on record.
import { calls } from '../../../shared/host/contract.ts'
import type { CallName } from '../../../shared/host/contract.ts'
import { createHost } from '../../../shared/host/client.ts'
import type { HostErrorData, Reply } from '../../../shared/host/wire.ts'
import { provideHost } from '../../../renderer/state/host.ts'
import { fingerprint } from '../../../shared/support/sha256.ts'

interface Journal {
  readonly document: string
  path: string | null
  name: string
  savedHash: string | null
  base: string
  patches: string[]
}

export interface FakeHost {
  readonly files: Map<string, string>
  readonly journals: Map<string, Journal>
  readonly settings: Map<string, unknown>
  /** Names of all calls so far, in order. */
  readonly log: CallName[]
  /** The next call of this name fails with this error. */
  fail(name: CallName, error: HostErrorData): void
  emit(name: string, payload: unknown): void
}

/** Makes a fresh host and hands it to the stores. */
export function useFakeHost(options: { readonly nativeDialogs?: boolean } = {}): FakeHost {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const failures = new Map<string, HostErrorData>()
  const fake: FakeHost = {
    files: new Map(),
    journals: new Map(),
    settings: new Map(),
    log: [],
    fail: (name, error) => void failures.set(name, error),
    emit: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
  }
  const transport = {
    async call(name: string, input: unknown): Promise<Reply> {
      fake.log.push(name as CallName)
      const failure = failures.get(name)
      failures.delete(name)
      if (failure) return { ok: false, error: failure }
      // What the stores send must fit the contract, as the real host checks.
      calls[name as CallName].in.parse(input)
      return answer(fake, name as CallName, input as Readonly<Record<string, never>>)
    },
    subscribe(listener: (name: string, payload: unknown) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  provideHost(createHost(transport), {
    nativeMenu: false,
    nativeDialogs: options.nativeDialogs ?? true,
    closeHandshake: false,
    revealFile: false,
    openExternal: false,
  })
  return fake
}

export function hashOf(text: string): string {
  return fingerprint(text)
}

function answer(fake: FakeHost, name: CallName, input: Readonly<Record<string, never>>): Reply {
  const value = (result: unknown): Reply => ({ ok: true, value: result })
  const { path, text, document } = input as unknown as { path: string; text: string; document: string }
  switch (name) {
    case 'file.read': {
      const found = fake.files.get(path)
      if (found === undefined)
        return { ok: false, error: { code: 'not-found', message: `${path} is not there` } }
      return value({ path, name: path.split('/').at(-1), text: found, hash: hashOf(found), writable: true })
    }
    case 'file.write': {
      const { baseHash, overwrite } = input as unknown as { baseHash: string | null; overwrite: boolean }
      const there = fake.files.get(path)
      const hash = there === undefined ? null : hashOf(there)
      if (!overwrite && hash !== baseHash) {
        return { ok: false, error: { code: 'conflict', message: 'changed', details: { hash } } }
      }
      fake.files.set(path, text)
      return value({ hash: hashOf(text) })
    }
    case 'journal.begin':
      fake.journals.set(document, { ...(input as unknown as Journal), base: text, patches: [] })
      return value({})
    case 'journal.append': {
      const { sequence, patch } = input as unknown as { sequence: number; patch: string }
      const journal = fake.journals.get(document)
      if (!journal || sequence !== journal.patches.length + 1) {
        return { ok: false, error: { code: 'bad-input', message: 'a hole in the journal' } }
      }
      journal.patches.push(patch)
      return value({})
    }
    case 'journal.end':
      fake.journals.delete(document)
      return value({})
    case 'journal.recover':
      return value({
        documents: [...fake.journals.values()].map((journal) => ({
          document: journal.document,
          path: journal.path,
          name: journal.name,
          savedHash: journal.savedHash,
          base: journal.base,
          patches: journal.patches,
          editedAt: 0,
        })),
      })
    case 'settings.read':
      return value({ settings: Object.fromEntries(fake.settings) })
    case 'settings.write': {
      const { key, value: set } = input as unknown as { key: string; value: unknown }
      fake.settings.set(key, set)
      return value({})
    }
    case 'file.pickSave':
      return value({ path: '/picked.handoff' })
    default:
      return value({})
  }
}
