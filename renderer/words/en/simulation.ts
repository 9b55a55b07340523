// Words of the simulation part of the interface.
export const simulation = {} as const
