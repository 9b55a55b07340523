// Guesses what a text is that is no Baton document, so that the refusal can say where to go instead.

/** A few words such as `an n8n workflow`, or undefined when nothing is recognised. For messages only. */
export function looksLike(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'a JSON list'
  if (value === null || typeof value !== 'object') return undefined
  return KNOWN.find(([, keys]) => keys.every((key) => Object.hasOwn(value, key)))?.[0]
}

/** The same for text that is no JSON. */
export function looksLikeText(text: string): string | undefined {
  const line = firstLine(text.slice(0, 2000))
  return KNOWN_TEXT.find(([, pattern]) => pattern.test(line))?.[0]
}

/** The first line that is neither blank, nor a Mermaid comment, nor part of its front matter. */
function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const last = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  const body = lines.slice(last + 1).find((line) => line !== '' && !line.startsWith('%%')) ?? ''
  return last > 0 && !/^(?:flowchart|graph|stateDiagram)/.test(body) ? '---' : body
}

const KNOWN: readonly (readonly [string, readonly string[]])[] = [
  ['an n8n workflow', ['nodes', 'connections']],
  ['a graph with nodes and edges', ['nodes', 'edges']],
  ['an Amazon States Language state machine', ['StartAt', 'States']],
  ['a JSON Schema', ['$schema']],
  ['a Node package file', ['name', 'version', 'dependencies']],
]

// On one line, and without repetition inside repetition: no text may make the guess slow.
const KNOWN_TEXT: readonly (readonly [string, RegExp])[] = [
  ['a BPMN or other XML file', /^</],
  ['a Mermaid flowchart', /^(?:flowchart|graph)\b/],
  ['a Mermaid diagram', /^(?:stateDiagram|sequenceDiagram)\b/],
  ['a zip archive', /^PK[^\w\s:]/],
  ['a YAML file', /^(?:---|[A-Za-z_][\w-]*:(?:\s|$))/],
]
