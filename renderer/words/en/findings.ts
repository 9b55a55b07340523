// Words of the findings part of the interface.
export const findings = {} as const
