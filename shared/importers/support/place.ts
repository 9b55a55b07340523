// Places in a text, as editors show them.

/** `line:column` of an offset, both counted from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, Math.max(0, offset))
  const line = before.split('\n').length
  return `${line}:${before.length - before.lastIndexOf('\n')}`
}
