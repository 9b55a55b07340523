// Ends the host some time after its last window has left; a reload, which leaves and comes back, must not.
export interface IdleTimer {
  windows(count: number): void
  stop(): void
}

/** `afterMs: null` never ends it. Before the first window has come nothing is idle: a person may still be opening it. */
export function createIdleTimer(afterMs: number | null, onIdle: () => void): IdleTimer {
  let timer: NodeJS.Timeout | undefined
  return {
    windows(count) {
      clearTimeout(timer)
      if (count === 0 && afterMs !== null) timer = setTimeout(onIdle, afterMs)
    },
    stop() {
      clearTimeout(timer)
      afterMs = null
    },
  }
}
