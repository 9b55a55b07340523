// Words of the help part of the interface.
export const help = {} as const
