// The text of a document for a file or the journal, written in pieces: with thousands of steps it takes longer than a
// frame, and somebody may be typing meanwhile.
import { documentPieces } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** So long at a time; a frame is 16 ms, and the edit itself wants its share. */
const SLICE_MS = 6

/** The canonical text. Revisions never change, so edits made meanwhile are not in it. Rejects as `writeDocument` throws. */
export async function documentText(workflow: Workflow): Promise<string> {
  const parts: string[] = []
  let until = performance.now() + SLICE_MS
  for (const piece of documentPieces(workflow)) {
    parts.push(piece)
    if (performance.now() < until) continue
    await new Promise((resolve) => setTimeout(resolve))
    until = performance.now() + SLICE_MS
  }
  return parts.join('')
}
