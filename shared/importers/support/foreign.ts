// Says what a text seems to be when no importer knows it, so that the refusal is of use.
import type { Importer } from '../types.ts'

const MARKS: readonly (readonly [string, RegExp])[] = [
  ['a BPMN diagram', /<(?:\w{1,40}:)?definitions\b/],
  ['an XML file', /^\s*<\?xml|^\s*<[a-z]/i],
  ['an AWS Step Functions machine', /"StartAt"\s{0,20}:/],
  ['a list of MCP tools', /"inputSchema"\s{0,20}:/],
  [
    'a LangGraph graph in JSON (paste what draw_mermaid() prints instead)',
    /"edges"\s{0,20}:[\s\S]{0,2000}"__start__"|"__start__"[\s\S]{0,20000}"edges"\s{0,20}:/,
  ],
  ['a Flowise or Langflow export', /"sourceHandle"\s{0,20}:/],
  ['a Dify app', /^kind:\s{0,5}app\b/m],
  ['a GitHub Actions workflow', /^jobs:\s{0,20}$/m],
]

/** One sentence: what it seems to be, and what can be read. */
export function describeForeign(text: string, importers: readonly Importer[]): string {
  const head = text.slice(0, 100_000)
  const known = MARKS.find(([, mark]) => mark.test(head))?.[0]
  const readable = importers.map((importer) => importer.name).join(', ')
  const what =
    known === undefined
      ? 'no known format was found in it'
      : `this looks like ${known}, which cannot be read yet`
  return `${what}; what can be read: ${readable}`
}
