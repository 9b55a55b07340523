// Where a tag came from, as the document says it. In English whatever the window speaks: files are the same everywhere.

export const BY_HAND = 'set by hand'

export function copiedFrom(name: string): string {
  return `copied from “${name}”`
}
