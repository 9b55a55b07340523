// Words of the home part of the interface.
export const home = {} as const
