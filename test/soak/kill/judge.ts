// Hears what windows report, and says after each death what was lost that had to survive.
import { DOCUMENT } from './session.ts'
import type { Report } from './session.ts'

export interface Tally {
  edits: number
  acknowledged: number
  /** The longest that an edit waited for its answer, in milliseconds. */
  slowest: number
  readonly losses: string[]
}

export interface Judge {
  hear(report: Report): void
  /** Something was killed just now: what is recovered next is measured against this moment. */
  killed(what: string, at: number): void
  readonly tally: Tally
}

/** An edit older than this when its host or window dies must survive, acknowledged or not. */
const OLD_MS = 1_000

export function createJudge(): Judge {
  const tally: Tally = { edits: 0, acknowledged: 0, slowest: 0, losses: [] }
  const ended = new Set<string>()
  const madeAt = new Map<number, number>()
  let acknowledged = 0
  let death: { readonly what: string; readonly at: number } | undefined

  function judgeRecovery(documents: Extract<Report, { kind: 'recovered' }>['documents']): void {
    const work = documents.find(({ document }) => document === DOCUMENT)
    const upTo = work === undefined ? 0 : work.upTo
    const after = `after ${death?.what ?? 'the start'}`
    for (const { document } of documents) {
      if (ended.has(document)) tally.losses.push(`${after}: ${document} was ended and came back`)
    }
    if (upTo === null) tally.losses.push(`${after}: the edits do not follow one another`)
    else judgeEdits(upTo, after)
    acknowledged = upTo ?? 0
    madeAt.clear()
  }

  function judgeEdits(upTo: number, after: string): void {
    if (upTo < acknowledged) {
      tally.losses.push(`${after}: edits ${upTo + 1} to ${acknowledged} were acknowledged and are lost`)
    }
    const limit = (death?.at ?? 0) - OLD_MS
    const old = [...madeAt].filter(([edit, at]) => edit > upTo && at < limit).map(([edit]) => edit)
    if (old.length > 0)
      tally.losses.push(`${after}: edits ${old.join(', ')} were older than ${OLD_MS} ms and are lost`)
  }

  return {
    tally,
    hear(report) {
      switch (report.kind) {
        case 'recovered':
          judgeRecovery(report.documents)
          break
        case 'made':
          madeAt.set(report.edit, report.at)
          tally.edits++
          break
        case 'acknowledged':
          acknowledged = Math.max(acknowledged, report.edit)
          tally.acknowledged++
          tally.slowest = Math.max(tally.slowest, report.at - (madeAt.get(report.edit) ?? report.at))
          break
        case 'ended':
          ended.add(report.document)
          break
        case 'refused':
          tally.losses.push(`a window was refused: ${report.message}`)
          break
      }
    },
    killed(what, at) {
      death = { what, at }
    },
  }
}
