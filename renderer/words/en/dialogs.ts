// Words of the dialogs part of the interface.
export const dialogs = {} as const
