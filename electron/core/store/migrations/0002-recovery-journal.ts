// The recovery journal: the text of every document being edited, and each edit since, with the window that owns it.
import type { Migration } from '../migrate.ts'

export const recoveryJournal: Migration = {
  name: '0002-recovery-journal',
  sql: `
    create table journal_document (
      document text primary key,
      path text,
      name text not null,
      saved_hash text,
      base text not null,
      edited_at integer not null,
      owner_host text not null,
      owner_client text not null
    ) strict;
    create table journal_patch (
      document text not null references journal_document (document) on delete cascade,
      sequence integer not null,
      patch text not null,
      primary key (document, sequence)
    ) strict;
  `,
}
