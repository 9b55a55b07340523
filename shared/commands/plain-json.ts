// Values that came from code rather than from a file: what JSON cannot hold must not get into a document.
import { MAX_DEPTH } from '../document/limits.ts'
import { pathText } from '../document/path.ts'
import type { PathPart } from '../document/path.ts'
import { ok } from '../support/result.ts'
import type { Fault, Result } from '../support/result.ts'

/** An argument ends up a few levels deeper in the document than in the command. */
const DEEPEST = MAX_DEPTH - 10

/** A circle with two ways round has 2^depth ends: after this many faults nothing more is looked at. */
const ENOUGH = 10

/**
 * A copy of `value` that reads back from JSON as it is: members that are undefined are left out, -0 is 0. Refuses
 * functions, NaN, infinities, `__proto__` and whatever is nested so deep (or in a circle) that it cannot be read back.
 */
export function plainJson(value: unknown): Result<unknown> {
  const faults: Fault[] = []
  const copy = copied(value, [], faults)
  return faults.length > 0 ? { ok: false, faults } : ok(copy)
}

function copied(value: unknown, path: PathPart[], faults: Fault[]): unknown {
  if (faults.length >= ENOUGH) return undefined
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  if (typeof value !== 'object' || path.length > DEEPEST) return fault(path, faults)
  if (Array.isArray(value)) return value.map((member, i) => below(member, i, path, faults))
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, below(member, key, path, faults)]))
}

function below(value: unknown, part: PathPart, path: PathPart[], faults: Fault[]): unknown {
  path.push(part)
  const copy = part === '__proto__' ? fault(path, faults) : copied(value, path, faults)
  path.pop()
  return copy
}

function fault(path: readonly PathPart[], faults: Fault[]): undefined {
  faults.push({ path: pathText(path), message: 'holds something that a file cannot keep' })
  return undefined
}
