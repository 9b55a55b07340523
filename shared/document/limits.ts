// How much one document may hold. Each limit is named in the message of whoever runs into it.

/** UTF-16 units of text. Reading is refused beyond it, before anything else looks at the text. */
export const MAX_DOCUMENT_CHARACTERS = 32 * 1024 * 1024

/** Levels of nested objects and arrays. `JSON.stringify` and `structuredClone` overflow the stack near 20,000. */
export const MAX_DEPTH = 200

/** Entries in each collection: steps, transitions, handoffs, parties, decisions, scenarios, notes. */
export const MAX_ENTRIES = 100_000

/** Faults that are told one by one; the rest is counted. */
export const MAX_FAULTS = 100
