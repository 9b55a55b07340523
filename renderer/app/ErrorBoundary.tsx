// Keeps a mistake of ours from taking the documents with it: they live outside of React, so that they can be saved
// and shown again when something on screen breaks.
import { Component } from 'react'
import type { ReactNode } from 'react'
import { flushJournals } from '../state/journal.ts'
import { documents } from '../state/documents.ts'
import { save } from '../state/save.ts'
import { words } from '../words/words.ts'
import classes from './ErrorBoundary.module.css'

interface State {
  readonly error: Error | null
}

// React offers error boundaries to classes alone.
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override componentDidCatch(): void {
    void flushJournals()
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className={classes.broken} role="alert">
        <h1>{words.app.broken}</h1>
        <p>{words.app.brokenSafe}</p>
        <pre>{error.message}</pre>
        <div className={classes.actions}>
          <button type="button" onClick={() => this.setState({ error: null })}>
            {words.app.showAgain}
          </button>
          <button type="button" onClick={() => void saveAll()}>
            {words.app.saveAll}
          </button>
        </div>
      </div>
    )
  }
}

async function saveAll(): Promise<void> {
  for (const { id, path } of documents.getState().tabs) if (path !== null) await save(id)
}
