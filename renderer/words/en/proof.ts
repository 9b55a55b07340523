// Words of the proof part of the interface.
export const proof = {} as const
