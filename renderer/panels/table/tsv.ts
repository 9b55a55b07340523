// Cells as text between tabs, as every spreadsheet copies and pastes them.

/** Text with tabs, line breaks or quotes stands in quotes. */
export function writeTsv(block: readonly (readonly string[])[]): string {
  return block.map((line) => line.map(quoted).join('\t')).join('\n')
}

/** Reads what `writeTsv` writes and what spreadsheets put into the clipboard; the line break at the end is no row. */
export function readTsv(text: string): readonly (readonly string[])[] {
  const block: string[][] = [[]]
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  let at = 0
  while (at <= source.length) {
    const { cell, next } = readCell(source, at)
    block.at(-1)!.push(cell)
    if (source[next] === '\n') block.push([])
    at = next + 1
  }
  return block
}

function readCell(source: string, at: number): { readonly cell: string; readonly next: number } {
  if (source[at] === '"') {
    const inQuotes = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y
    inQuotes.lastIndex = at
    const match = inQuotes.exec(source)
    if (match) return { cell: match[1]!.replace(/""/g, '"'), next: inQuotes.lastIndex }
  }
  const end = /[\t\n]/g
  end.lastIndex = at
  const next = end.exec(source)?.index ?? source.length
  return { cell: source.slice(at, next), next }
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
