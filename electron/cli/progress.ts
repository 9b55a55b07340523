// A progress bar on standard error, for work that takes longer than a second, on a terminal only.
import type { Terminal } from './command.ts'

const WAIT_MS = 1000
const WIDTH = 24

export interface Progress {
  readonly update: (done: number) => void
  readonly end: () => void
}

/** `total` is in the same unit as what `update` is told. */
export function progressBar(terminal: Terminal, total: number): Progress {
  const started = performance.now()
  let shown = false
  return {
    update(done) {
      if (!terminal.progress || performance.now() - started < WAIT_MS) return
      shown = true
      const filled = Math.round((WIDTH * done) / Math.max(1, total))
      terminal.err(
        `\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.round((100 * done) / total)} %`,
      )
    },
    end() {
      if (shown) terminal.err('\r\u001b[K')
    },
  }
}
