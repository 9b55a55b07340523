// Where an importer writes down what it repaired, guessed and could not see, while it works.
import type { Change, ImportReport, ReportItem } from '../types.ts'

export type Chapter = 'repairs' | 'guesses' | 'blindSpots'

/** Mutable while one file is read; never shared between two. */
export interface Book {
  readonly repairs: ReportItem[]
  readonly guesses: ReportItem[]
  readonly blindSpots: ReportItem[]
}

/** Items told one by one in each chapter. The rest is folded into one item that keeps the count and the change. */
const MOST_ITEMS = 300

export function newBook(): Book {
  return { repairs: [], guesses: [], blindSpots: [] }
}

/** The three chapters, each cut to a length that a person can read and a window can show. */
export function chapters(book: Book): Pick<ImportReport, Chapter> {
  return {
    repairs: shortened(book.repairs),
    guesses: shortened(book.guesses),
    blindSpots: shortened(book.blindSpots),
  }
}

/** Sum of all changes: what leads from the source's counts to the workflow's. */
export function totalChange(report: Pick<ImportReport, Chapter>): Change {
  let steps = 0
  let transitions = 0
  for (const item of [...report.repairs, ...report.guesses, ...report.blindSpots]) {
    steps += item.change?.steps ?? 0
    transitions += item.change?.transitions ?? 0
  }
  return { steps, transitions }
}

function shortened(items: readonly ReportItem[]): readonly ReportItem[] {
  if (items.length <= MOST_ITEMS) return items
  const rest = items.slice(MOST_ITEMS)
  const change = totalChange({ repairs: rest, guesses: [], blindSpots: [] })
  const changes = change.steps !== 0 || change.transitions !== 0
  const count = rest.reduce((sum, item) => sum + (item.count ?? 1), 0)
  const tail: ReportItem = {
    message: `and ${rest.length} more like these`,
    place: rest[0]!.place,
    count,
    ...(changes ? { change } : {}),
  }
  return [...items.slice(0, MOST_ITEMS), tail]
}
