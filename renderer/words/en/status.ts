// Words of the status part of the interface.
export const status = {} as const
