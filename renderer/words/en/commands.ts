// Words of the command table: one label per command id.
export const commands = {} as const
