// Orders what the palette found: by label, and behind that by the other words of an entry. Pure.
import { fuzzyMatch } from './fuzzy.ts'
import type { Match } from './fuzzy.ts'

interface Searched {
  readonly label: string
  readonly words: string
}

export interface Ranked<T> {
  readonly item: T
  readonly match: Match
}

/** How much worse a match in the other words is than one in the label. */
const BESIDE = 12

/** Best first; ties keep their order. An empty query keeps everything as it is. */
export function rankEntries<T extends Searched>(query: string, entries: readonly T[]): readonly Ranked<T>[] {
  const ranked = entries.flatMap((item) => {
    const match = fuzzyMatch(query, item.label) ?? besideLabel(query, item.words)
    return match ? [{ item, match }] : []
  })
  return ranked.toSorted((a, b) => b.match.score - a.match.score)
}

// Scattered letters in words that are not on screen look like a mistake: here, whole beginnings of words count.
function besideLabel(query: string, more: string): Match | undefined {
  const known = more.toLowerCase().split(/\s+/)
  const typed = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fits = typed.every((word) => word.length > 1 && known.some((other) => other.startsWith(word)))
  return fits && typed.length > 0 ? { score: query.length - BESIDE, positions: [] } : undefined
}
