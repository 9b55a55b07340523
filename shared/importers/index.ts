// The importers, and the one call that finds the right one for a text.
import { refused } from '../support/result.ts'
import type { Result } from '../support/result.ts'
import { mermaid } from './mermaid.ts'
import { n8n } from './n8n.ts'
import { describeForeign } from './support/foreign.ts'
import type { Imported, Importer, ReadOptions } from './types.ts'

export const importers: readonly Importer[] = [mermaid, n8n]

export interface ImportOptions extends ReadOptions {
  /** Id of the importer to use, whatever the text looks like. */
  readonly from?: string
}

/** Reads a text of another format. Refuses with a named fault when no importer knows it or it cannot be read. */
export function importText(text: string, options: ImportOptions = {}): Result<Imported> {
  if (text.trim() === '')
    return refused({
      path: '',
      message: 'line 1, column 1: the file is empty; there is nothing to import',
    })
  if (isOurs(text))
    return refused({ path: '', message: 'this is already a Baton document; open it instead of importing it' })
  if (options.from !== undefined) {
    const chosen = importers.find((importer) => importer.id === options.from)
    const ids = importers.map((importer) => importer.id).join(', ')
    if (!chosen)
      return refused({
        path: 'from',
        message: `there is no importer "${options.from.slice(0, 60)}"; there are ${ids}`,
      })
    return chosen.read(text, options)
  }
  const best = bestFor(text)
  return best ? best.read(text, options) : refused({ path: '', message: describeForeign(text, importers) })
}

/** The importer that is surest of `text`; undefined when none knows it. */
export function bestFor(text: string): Importer | undefined {
  let best: Importer | undefined
  let most = 0
  for (const importer of importers) {
    const sure = importer.recognise(text)
    if (sure <= most) continue
    most = sure
    best = importer
  }
  return best
}

function isOurs(text: string): boolean {
  return (
    /^[\s\ufeff]*\{/.test(text.slice(0, 2000)) &&
    /"format"\s{0,20}:\s{0,20}"handoff"/.test(text.slice(0, 2_000_000))
  )
}
