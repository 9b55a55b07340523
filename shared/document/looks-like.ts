// Guesses what a text is that is no Baton document, so that the refusal can say where to go instead.

/** A few words such as `an n8n workflow`, or undefined when nothing is recognised. For messages only. */
export function looksLike(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'a JSON list'
  if (value === null || typeof value !== 'object') return undefined
  return KNOWN.find(([, keys]) => keys.every((key) => Object.hasOwn(value, key)))?.[0]
}

/** The same for text that is no JSON. */
export function looksLikeText(text: string): string | undefined {
  const start = text.slice(0, 2000).trimStart()
  return KNOWN_TEXT.find(([, pattern]) => pattern.test(start))?.[0]
}

const KNOWN: readonly (readonly [string, readonly string[]])[] = [
  ['an n8n workflow', ['nodes', 'connections']],
  ['a graph with nodes and edges', ['nodes', 'edges']],
  ['an Amazon States Language state machine', ['StartAt', 'States']],
  ['a JSON Schema', ['$schema']],
  ['a Node package file', ['name', 'version', 'dependencies']],
]

const KNOWN_TEXT: readonly (readonly [string, RegExp])[] = [
  ['a BPMN or other XML file', /^</],
  ['a Mermaid flowchart', /^(?:---[\s\S]*?---\s*)?(?:%%[^\n]*\s*)*(?:flowchart|graph)\b/],
  ['a Mermaid diagram', /^(?:---[\s\S]*?---\s*)?(?:stateDiagram|sequenceDiagram)\b/],
  ['a zip archive', /^PK[^\w\s:]/],
  ['a YAML file', /^(?:---|[A-Za-z_][\w-]*:\s)/],
]
