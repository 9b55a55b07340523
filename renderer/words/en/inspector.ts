// Words of the inspector part of the interface.
export const inspector = {} as const
