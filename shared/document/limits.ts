// How much one document may hold. Each limit is named in the message of whoever runs into it.

/** UTF-16 units of text. Reading is refused beyond it, before anything else looks at the text. */
export const MAX_DOCUMENT_CHARACTERS = 32 * 1024 * 1024

/** Levels of nested objects and arrays. `JSON.stringify` and `structuredClone` overflow the stack near 20,000. */
export const MAX_DEPTH = 200

/** Entries of any one list, keys of any one object down to the third level: steps, transitions, positions … */
export const MAX_ENTRIES = 100_000

/** The same for what lies deeper: a step with a hundred thousand domains is no step. */
export const MAX_DEEP_ENTRIES = 10_000

/** Faults that are told one by one; the rest is counted. */
export const MAX_FAULTS = 100

/** Faults after which nothing more is checked. */
export const ENOUGH_FAULTS = 10_000
