// Words of the outline part of the interface.
export const outline = {} as const
