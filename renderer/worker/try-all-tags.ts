// Works out what a placement hangs on, telling now and then how far it is. A worker that does this does nothing else.
import { sensitivity } from '../../shared/analysis/sensitivity.ts'
import type { SensitivityReply, SensitivityRequest } from './messages.ts'

/** Progress is told this often; more would only fill the queue of the window. */
const EVERY_MS = 50

export function tryAllTags({ workflow }: SensitivityRequest, say: (reply: SensitivityReply) => void): void {
  try {
    const work = sensitivity(workflow, { asOf: new Date().toISOString().slice(0, 10) })
    let told = 0
    for (;;) {
      const step = work.next()
      if (step.done) {
        say({ kind: 'sensitivity', result: step.value })
        return
      }
      const now = performance.now()
      if (now - told < EVERY_MS) continue
      told = now
      say({ kind: 'progress', ...step.value })
    }
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
