// Says aloud what happened, for those who cannot see it.
import { useMessages } from '../state/hooks.ts'
import type { MessagesState } from '../state/messages.ts'

export function LiveRegion() {
  const { text, count } = useMessages(selectSpoken)
  return (
    <div className="hidden-text" role="status" aria-live="polite">
      {/* A new element for every saying, so that the same words are said again. */}
      <span key={count}>{text}</span>
    </div>
  )
}

function selectSpoken(state: MessagesState): MessagesState['spoken'] {
  return state.spoken
}
