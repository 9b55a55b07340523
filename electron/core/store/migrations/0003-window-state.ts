// Where each window was on the screen when it was last closed.
import type { Migration } from '../migrate.ts'

export const windowState: Migration = {
  name: '0003-window-state',
  sql: `
    create table window_state (
      name text primary key,
      x integer not null,
      y integer not null,
      width integer not null,
      height integer not null,
      maximized integer not null
    ) strict;
  `,
}
