// Mermaid flowcharts: drawn by hand, in Markdown, or printed by LangGraph. With a small parser of our own.
import { refused } from '../support/result.ts'
import type { Result } from '../support/result.ts'
import { MAX_DOCUMENT_CHARACTERS } from '../document/limits.ts'
import { placesIn } from './support/place.ts'
import { newBook } from './support/book.ts'
import { finish, newDraft } from './support/draft.ts'
import { cleanText, LIMITS } from './support/text.ts'
import { buildFromChart } from './mermaid/build.ts'
import { parseChart } from './mermaid/parse.ts'
import { findChart, looksLikeMermaid } from './mermaid/source.ts'
import type { Imported, Importer, ReadOptions } from './types.ts'

export const mermaid: Importer = {
  id: 'mermaid',
  name: 'Mermaid flowchart',
  extensions: ['.mmd', '.mermaid', '.md', '.mdx'],
  recognise,
  read,
}

const CONFIDENCE = { chart: 0.9, block: 0.8, other: 0.7 } as const

function recognise(text: string): number {
  const found = looksLikeMermaid(text)
  return found === undefined ? 0 : CONFIDENCE[found]
}

function read(text: string, options: ReadOptions = {}): Result<Imported> {
  if (text.length > MAX_DOCUMENT_CHARACTERS) {
    return refused({
      path: '',
      message: `the text has ${text.length} characters; at most ${MAX_DOCUMENT_CHARACTERS} are read`,
    })
  }
  const chart = findChart(text)
  if (!chart.ok) return chart
  const { graph, faults, tooMany } = parseChart(chart.value)
  if (tooMany !== undefined) return refused({ path: '', message: tooMany })
  // Prose that happens to begin like a chart: nothing in it is linked, and hardly a line can be read.
  const hopeless = graph.edges.length === 0 && faults.length > 0 && graph.nodes.size <= faults.length
  if (hopeless) return refused(...faults.slice(0, 20).map((left) => left.fault))
  const book = newBook()
  const draft = newDraft('mermaid', book)
  draft.name = cleanText(chart.value.title || (options.name ?? 'Mermaid flowchart'), LIMITS.name).text
  buildFromChart(draft, graph, placesIn(text))
  for (const { place, fault } of faults) book.repairs.push({ message: `left out: ${fault.message}`, place })
  if (chart.value.others > 0) {
    book.blindSpots.push({
      message: 'there are more diagrams in the text; the first flowchart was read',
      place: '1:1',
      count: chart.value.others,
    })
  }
  return finish(draft)
}
