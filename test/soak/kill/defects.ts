// Known-bad variants of the journal, to show that the kill test notices them. Each is a change of one source text.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'rolldown'

interface Defect {
  readonly file: string
  /** Pairs of a text and what stands in its place. */
  readonly changes: readonly (readonly [find: string, replace: string])[]
}

export const DEFECTS = {
  /** Edits are answered first and written half a second later, as a debounced autosave does. */
  'answers-first': {
    file: 'electron/core/store/journal.ts',
    changes: [
      ['export interface Journal', 'const unwritten = []\nlet writer\nexport interface Journal'],
      ['const expected = (lastSequence.get(edit.document) ?? 0) + 1', 'const expected = edit.sequence'],
      [
        'putPatch.run(edit.document, edit.sequence, edit.patch)',
        `unwritten.push([edit.document, edit.sequence, edit.patch])
        const write = () => { for (const row of unwritten.splice(0)) try { putPatch.run(...row) } catch {} }
        writer ??= setInterval(write, 500)`,
      ],
    ],
  },
  /** Everything works until the process ends. */
  'in-memory': {
    file: 'electron/core/store/database.ts',
    changes: [['new Database(file, { timeout: 5_000 })', `new Database(':memory:')`]],
  },
  /** A document that was saved and closed is offered again for ever. */
  'never-forgets': {
    file: 'electron/core/store/journal.ts',
    changes: [['dropDocument.run(document)\n', '\n']],
  },
} as const satisfies Record<string, Defect>

export type DefectName = keyof typeof DEFECTS

/**
 * Bundles the source with the defect in it. Throws when the source no longer holds the texts: a defect that is not
 * planted proves nothing.
 */
export function planting(name: DefectName): Plugin {
  const { file, changes } = DEFECTS[name]
  let changed = readFileSync(file, 'utf8')
  for (const [find, replace] of changes) {
    if (!changed.includes(find)) throw new Error(`${file} has changed: the defect ${name} cannot be planted`)
    changed = changed.replace(find, replace)
  }
  return {
    name: `defect ${name}`,
    load: (id) => (id.endsWith(file) ? changed : null),
  }
}
