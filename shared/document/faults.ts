// Collecting what is wrong: the first hundred faults are told, and the rest is counted up to a point. A hostile file
// can hold millions; keeping them all would take the memory that refusing it was meant to save.
import { ENOUGH_FAULTS, MAX_FAULTS } from './limits.ts'
import type { Fault } from '../support/result.ts'

export interface FaultList {
  readonly told: Fault[]
  count: number
}

/** A list without faults. */
export function noFaults(): FaultList {
  return { told: [], count: 0 }
}

/** Adds faults. */
export function addFaults(list: FaultList, faults: readonly Fault[]): void {
  for (const fault of faults) {
    if (list.told.length < MAX_FAULTS) list.told.push(fault)
    list.count++
  }
}

/** True when there are so many that looking for more is a waste. */
export function isEnough({ count }: FaultList): boolean {
  return count >= ENOUGH_FAULTS
}

/** The first faults, and one more that counts the rest. */
export function toldFaults(list: FaultList): readonly Fault[] {
  const more = list.count - list.told.length
  if (more === 0) return list.told
  return [
    ...list.told,
    { path: '', message: isEnough(list) ? `and at least ${more} more` : `and ${more} more` },
  ]
}

/** The same for faults that are all there already. */
export function capped(faults: readonly Fault[]): readonly Fault[] {
  const list = noFaults()
  addFaults(list, faults)
  return toldFaults(list)
}
