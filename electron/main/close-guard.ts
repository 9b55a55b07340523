// Runs the close handshake of one window: asks its page, waits while a person thinks, and gives up on a dead page.
import { closeStep } from './policy/close-handshake.ts'
import type { CloseEvent, CloseState } from './policy/close-handshake.ts'

export interface CloseGuardParts {
  readonly askPage: () => void
  readonly closeWindow: () => void
  /** Settles when the page reacts at all. */
  readonly ping: () => Promise<unknown>
  /** How long a page may say nothing before it is pinged, and how long the ping may take. */
  readonly patienceMs: number
  readonly pingMs: number
}

export interface CloseGuard {
  setEdited(edited: boolean): void
  /** Answers whether the window may close now. */
  closeWanted(): boolean
  notify(event: Exclude<CloseEvent, { readonly kind: 'close-wanted' }>): void
}

export function createCloseGuard(parts: CloseGuardParts): CloseGuard {
  let state: CloseState = 'open'
  let edited = false
  let timer: NodeJS.Timeout | undefined

  function apply(event: CloseEvent): boolean {
    const step = closeStep(state, event)
    state = step.state
    if (state !== 'asking') clearTimeout(timer)
    if (step.effect === 'ask-page') {
      parts.askPage()
      watchOver()
    }
    if (step.effect === 'close-window') parts.closeWindow()
    return step.effect === 'let-close'
  }

  function watchOver(): void {
    timer = setTimeout(() => void checkPage(), parts.patienceMs)
  }

  async function checkPage(): Promise<void> {
    const alive = await within(parts.ping(), parts.pingMs)
    if (state !== 'asking') return
    if (alive) watchOver()
    else apply({ kind: 'silent' })
  }

  return {
    setEdited(now) {
      edited = now
    },
    closeWanted: () => apply({ kind: 'close-wanted', edited }),
    notify(event) {
      // What a dead page had open is in the journal; the page that follows begins without edits.
      if (event.kind === 'page-gone') edited = false
      apply(event)
    },
  }
}

function within(reaction: Promise<unknown>, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), limitMs)
    reaction
      .then(() => resolve(true))
      .catch(() => resolve(false))
      .finally(() => clearTimeout(timer))
  })
}
