// The recovery journal: every edit is on the disk before it is answered, and belongs to one window at a time.
import type { CallOut } from '../../../shared/host/contract.ts'
import { HostError } from '../../../shared/host/wire.ts'
import type { CallValue } from '../dispatcher.ts'
import type { ClientId } from '../ports.ts'
import { sqliteCode } from './database.ts'
import type { Library } from './library.ts'
import type { Owner, Owners } from './owners.ts'

export interface Journal {
  begin(client: ClientId, document: CallValue<'journal.begin'>): void
  append(client: ClientId, edit: CallValue<'journal.append'>): void
  end(client: ClientId, document: string): void
  recover(client: ClientId): CallOut<'journal.recover'>['documents']
}

interface DocumentRow {
  readonly document: string
  readonly path: string | null
  readonly name: string
  readonly savedHash: string | null
  readonly base: string
  readonly editedAt: number
}
interface OwnedRow extends DocumentRow, Owner {}

/** All methods throw a HostError: conflict (another living window owns it), not-found, io. */
export function createJournal(library: Library, owners: Owners, now: () => number): Journal {
  const { db } = library
  const ownerOf = db.prepare<[string], Owner>(
    'select owner_host host, owner_client client from journal_document where document = ?',
  )
  const putDocument = db.prepare(
    `insert into journal_document (document, path, name, saved_hash, base, edited_at, owner_host, owner_client)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const dropDocument = db.prepare<[string]>('delete from journal_document where document = ?')
  const lastSequence = db
    .prepare<[string], number>('select coalesce(max(sequence), 0) from journal_patch where document = ?')
    .pluck()
  const putPatch = db.prepare<[string, number, string]>(
    'insert into journal_patch (document, sequence, patch) values (?, ?, ?)',
  )
  const take = db.prepare<[string, string, string]>(
    'update journal_document set owner_host = ?, owner_client = ? where document = ?',
  )
  const touch = db.prepare<[number, string, string, string]>(
    'update journal_document set edited_at = ?, owner_host = ?, owner_client = ? where document = ?',
  )
  const allDocuments = db.prepare<[], OwnedRow>(
    `select document, path, name, saved_hash savedHash, base, edited_at editedAt,
            owner_host host, owner_client client from journal_document order by edited_at desc, document`,
  )
  const patchesOf = db
    .prepare<[string], string>('select patch from journal_patch where document = ? order by sequence')
    .pluck()

  function refuseForeign(client: ClientId, owner: Owner | undefined): void {
    if (owner === undefined || isMine(client, owner) || !owners.isAlive(owner)) return
    throw new HostError('conflict', 'This document is being edited in another window.')
  }
  function isMine(client: ClientId, owner: Owner): boolean {
    return owner.host === owners.host && owner.client === client
  }

  function begin(client: ClientId, given: CallValue<'journal.begin'>): void {
    refuseForeign(client, ownerOf.get(given.document))
    dropDocument.run(given.document)
    const { document, path, name, savedHash, text } = given
    putDocument.run(document, path, name, savedHash, text, now(), owners.host, client)
  }

  function append(client: ClientId, edit: CallValue<'journal.append'>): void {
    const owner = ownerOf.get(edit.document)
    if (owner === undefined) throw new HostError('not-found', 'The journal of this document was not begun.')
    refuseForeign(client, owner)
    const expected = (lastSequence.get(edit.document) ?? 0) + 1
    if (edit.sequence < expected) return
    if (edit.sequence > expected) {
      throw new HostError('conflict', `Edit ${expected} is missing before edit ${edit.sequence}.`, {
        expected,
      })
    }
    putPatch.run(edit.document, edit.sequence, edit.patch)
    touch.run(now(), owners.host, client, edit.document)
  }

  function end(client: ClientId, document: string): void {
    refuseForeign(client, ownerOf.get(document))
    dropDocument.run(document)
  }

  // Taken over in the same transaction, so that two windows starting at once do not both offer a document.
  function recover(client: ClientId): CallOut<'journal.recover'>['documents'] {
    const left = allDocuments.all().filter((row) => isMine(client, row) || !owners.isAlive(row))
    return left.map((row) => {
      take.run(owners.host, client, row.document)
      const { document, path, name, savedHash, base, editedAt } = row
      return { document, path, name, savedHash, base, patches: patchesOf.all(document), editedAt }
    })
  }

  return {
    begin: durable(library, begin),
    append: durable(library, append),
    end: durable(library, end),
    recover: durable(library, recover),
  }
}

/** One transaction, committed and synced before it returns; the disk's troubles become a refusal. */
function durable<A extends readonly unknown[], R>(
  library: Library,
  work: (...args: A) => R,
): (...args: A) => R {
  const transaction = library.db.transaction((args: A) => work(...args))
  return (...args) => {
    if (library.kind === 'memory') throw new HostError('io', NOT_KEPT)
    try {
      return transaction.immediate(args)
    } catch (error) {
      const code = sqliteCode(error)
      if (code === undefined) throw error
      const reason = code === 'SQLITE_FULL' ? 'the disk is full' : code
      throw new HostError('io', `Unsaved work could not be kept for recovery: ${reason}.`)
    }
  }
}

const NOT_KEPT = 'Unsaved work cannot be kept for recovery: the data folder cannot be used.'
