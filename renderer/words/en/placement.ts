// Words of the placement part of the interface.
export const placement = {} as const
