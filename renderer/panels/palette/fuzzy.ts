// Finds what a person means from a few letters: every letter in order, best where words begin and letters touch.

export interface Match {
  /** Higher is better; only comparable for the same query. */
  readonly score: number
  /** Indices of the matched characters in `text`, for highlighting. */
  readonly positions: readonly number[]
}

const WORD_START = 8
const ADJACENT = 6
const FIRST = 4
const GAP = -0.25
/** Letters further apart than this are a coincidence and not a match worth scoring exactly. */
const MAX_TEXT = 300

/**
 * Matches `query` as a subsequence of `text`, ignoring case and spaces of the query; undefined when it is none.
 * The best placement of the letters is found by dynamic programming, O(query × text).
 */
export function fuzzyMatch(query: string, text: string): Match | undefined {
  const letters = query.toLowerCase().replace(/\s+/g, '')
  const hay = text.slice(0, MAX_TEXT)
  const low = hay.toLowerCase()
  // Lower-casing may change the length of exotic text; the positions would then point at the wrong letters.
  if (low.length !== hay.length) return plainMatch(letters, text)
  if (letters === '') return { score: 0, positions: [] }
  return bestPlacement(letters, low, hay)
}

function plainMatch(letters: string, text: string): Match | undefined {
  return text.toLowerCase().includes(letters) ? { score: 1, positions: [] } : undefined
}

function bestPlacement(letters: string, low: string, hay: string): Match | undefined {
  let previous: readonly number[] | null = null
  const from: number[][] = []
  for (const letter of letters) {
    const { scores, came } = place(letter, previous, low, hay)
    from.push(came)
    previous = scores
  }
  return previous === null ? undefined : traced(previous, from, low.length)
}

const NEVER = Number.NEGATIVE_INFINITY

// Best score with this letter at each position, given the best scores of the letter before it.
function place(letter: string, previous: readonly number[] | null, low: string, hay: string) {
  const scores = Array.from({ length: low.length }, () => NEVER)
  const came = Array.from({ length: low.length }, () => -1)
  // The best earlier placement, growing worse with every letter that is skipped.
  let best = previous ? NEVER : 0
  let bestAt = -1
  for (let at = 0; at < low.length; at++) {
    const touching = (previous?.[at - 1] ?? NEVER) + ADJACENT
    if (low[at] === letter) {
      scores[at] = letterScore(hay, at) + Math.max(touching, best)
      came[at] = touching >= best ? at - 1 : bestAt
    }
    best += GAP
    const candidate = previous?.[at] ?? NEVER
    if (candidate >= best) {
      best = candidate
      bestAt = at
    }
  }
  return { scores, came }
}

function letterScore(hay: string, at: number): number {
  if (at === 0) return WORD_START + FIRST
  const before = hay[at - 1]!
  if (/[\s\-_.:/(“"']/.test(before)) return WORD_START
  return /[a-z]/.test(before) && /[A-Z]/.test(hay[at]!) ? WORD_START : 1
}

function traced(
  last: readonly number[],
  from: readonly (readonly number[])[],
  width: number,
): Match | undefined {
  const score = Math.max(NEVER, ...last)
  if (score === NEVER) return undefined
  const positions: number[] = []
  for (let i = from.length - 1, at = last.indexOf(score); i >= 0; i--) {
    positions.unshift(at)
    at = from[i]![at]!
  }
  return { score: score - width * 0.01, positions }
}
