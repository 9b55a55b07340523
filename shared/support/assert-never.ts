// Turns a forgotten case of a union into a compile error, and into a throw if the types were lied to.

/** Throws; reaching it means a union grew a member that some switch does not handle. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
