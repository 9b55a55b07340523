// The library's first form: recent files, the user's settings, and the places the app remembers for itself.
import type { Migration } from '../migrate.ts'

export const recentsAndSettings: Migration = {
  name: '0001-recents-and-settings',
  sql: `
    create table recent (
      path text primary key,
      opened_at integer not null,
      -- Dates can repeat and clocks can jump; this alone is the order.
      turn integer not null
    ) strict;
    create table setting (key text primary key, value text not null) strict;
    create table place (name text primary key, path text not null) strict;
  `,
}
