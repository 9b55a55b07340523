// Where a command writes the document that it changed.
import { UsageError } from './command.ts'
import type { Input } from './input.ts'

/** `out`, or the file itself. Throws a UsageError where Baton would not write it back as it was. */
export function targetOf({ file, readOnly, imported }: Input, out: string | undefined): string {
  if (readOnly) throw new UsageError('The document is of a newer version of Baton, so it is not written.')
  if (out !== undefined) return out
  if (imported) throw new UsageError(`${file} is no Baton document; say with -o where the document goes.`)
  return file
}
