// Bad input is an answer, not an exception: a value, or the faults that kept us from one.

/** One thing wrong with some input, and where: `path` is a JSON path such as `steps[3].kind`. */
export interface Fault {
  readonly path: string
  readonly message: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** A success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A refusal with at least one fault. */
export function refused<T>(...faults: readonly Fault[]): Result<T> {
  return { ok: false, faults }
}
