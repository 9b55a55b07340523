// What the app has to say: short messages on screen, and words for a screen reader.
import { createStore } from 'zustand/vanilla'

export interface Message {
  readonly id: number
  readonly tone: 'info' | 'success' | 'problem'
  /** What happened, in one line. */
  readonly title: string
  /** What is safe, and what to do next. */
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export interface MessagesState {
  readonly messages: readonly Message[]
  /** Read out by the live region; the counter lets the same words be said twice. */
  readonly spoken: { readonly text: string; readonly count: number }
}

export const messages = createStore<MessagesState>()(() => ({ messages: [], spoken: { text: '', count: 0 } }))

let nextId = 1

/** Shows a message until it is dismissed; problems stay, others leave after a few seconds (the view's business). */
export function showMessage(message: {
  readonly tone: Message['tone']
  readonly title: string
  readonly text?: string
  readonly action?: Message['action']
}): void {
  const shown: Message = { text: '', action: null, ...message, id: nextId++ }
  messages.setState((state) => ({ messages: [...state.messages.slice(-3), shown] }))
}

export function dismissMessage(id: number): void {
  messages.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }))
}

/** Says `text` through the live region without showing anything. */
export function announce(text: string): void {
  messages.setState((state) => ({ spoken: { text, count: state.spoken.count + 1 } }))
}

/** Shows whatever was thrown, in words fit for a person. */
export function showProblem(title: string, error: unknown): void {
  showMessage({ tone: 'problem', title, text: error instanceof Error ? error.message : String(error) })
}
