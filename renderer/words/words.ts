// The words on screen now. `words` is one tree for good whose leaves are read from the chosen catalogue each time, so
// that a part of it may be kept under a shorter name. A string taken from it and kept would stay in the old language.
import { english } from './en.ts'
import type { Words } from './shape.ts'

type Branch = Readonly<Record<string, unknown>>

let shown: Words = english

/** Every string that a person sees, by panel, in the chosen language. */
export const words: Words = live(english, () => shown) as Words

/** Puts another catalogue in place. What is on screen has to be drawn anew after it. */
export function showWords(catalogue: Words): void {
  shown = catalogue
}

// The keys of the shape, each of them read from `branch` when it is asked for.
function live(shape: Branch, branch: () => Branch): Branch {
  const properties = Object.entries(shape).map(([key, value]): [string, PropertyDescriptor] => {
    if (!isBranch(value)) return [key, { enumerable: true, get: () => branch()[key] }]
    return [key, { enumerable: true, value: live(value, () => branch()[key] as Branch) }]
  })
  return Object.defineProperties(Array.isArray(shape) ? [] : {}, Object.fromEntries(properties)) as Branch
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null
}
