// The talk between a window with edits and its page before it closes, as a table of states. It always ends: a page
// that is gone or does not react no longer holds the window, because the journal has its edits.

/** `asking`: the page was told and a person may be thinking. `closing`: nothing is asked any more. */
export type CloseState = 'open' | 'asking' | 'closing'

export type CloseEvent =
  | { readonly kind: 'close-wanted'; readonly edited: boolean }
  | { readonly kind: 'answered'; readonly close: boolean }
  /** The page did not react to being spoken to; a person who thinks is not silence. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'page-gone' }
  | { readonly kind: 'session-ending' }

export type CloseEffect = 'ask-page' | 'close-window' | 'let-close' | 'none'

export interface CloseStep {
  readonly state: CloseState
  readonly effect: CloseEffect
}

export function closeStep(state: CloseState, event: CloseEvent): CloseStep {
  switch (event.kind) {
    case 'close-wanted':
      if (state === 'closing' || !event.edited) return { state: 'closing', effect: 'let-close' }
      // A second click while the page is asking must not bring up a second question.
      return { state: 'asking', effect: state === 'open' ? 'ask-page' : 'none' }
    case 'answered':
      if (state !== 'asking') return { state, effect: 'none' }
      return event.close ? { state: 'closing', effect: 'close-window' } : { state: 'open', effect: 'none' }
    case 'silent':
    case 'page-gone':
      // Not in the middle of closing, the window stays: its page may be loaded anew.
      return state === 'asking' ? { state: 'closing', effect: 'close-window' } : { state, effect: 'none' }
    case 'session-ending':
      return { state: 'closing', effect: 'none' }
  }
}
