// From the first instance to the last window: who may start, what to open, when to quit.
import type { App } from 'electron'
import path from 'node:path'
import { filesFromWords } from '../core/launch-arguments.ts'

export interface LaunchFiles {
  /** Files asked for so far are given to `take`, and every later request as well. */
  deliverTo(take: (files: readonly string[]) => void): void
}

/** The files of our own command line. Started as `electron <folder> …` there is one word more before them. */
export function ownFiles(words: readonly string[], isPackaged: boolean, folder: string): readonly string[] {
  return filesFromWords(words.slice(isPackaged ? 1 : 2), folder)
}

/**
 * Collects the files that the system and later instances ask for. Must be called before the app is ready: macOS sends
 * `open-file` early.
 */
export function collectFiles(app: Pick<App, 'on'>, first: readonly string[]): LaunchFiles {
  const waiting: (readonly string[])[] = [first]
  let take = (files: readonly string[]): void => void waiting.push(files)
  app.on('open-file', (event, file) => {
    event.preventDefault()
    take(filesFromWords(['--', file], path.sep))
  })
  // The other instance has read its own command line: Chromium reorders the words before it passes them on.
  app.on('second-instance', (_event, _words, _folder, data) => take(filesOf(data)))
  return {
    deliverTo(receiver) {
      take = receiver
      for (const files of waiting.splice(0)) receiver(files)
    },
  }
}

function filesOf(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('files' in data)) return []
  return Array.isArray(data.files) ? filesFromWords(['--', ...(data.files as unknown[])], path.sep) : []
}
