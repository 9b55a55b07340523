// What cells of the table change in the document: any number of cells, one command, one undo step.
import type { Command } from '../../../shared/commands/index.ts'
import { counted } from '../../../shared/commands/words.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { canonicalJson } from '../../../shared/support/canonical-json.ts'
import { columnOf } from './columns.ts'
import type { ColumnId } from './columns.ts'

export interface CellText {
  readonly step: string
  readonly column: ColumnId
  readonly text: string
}

export type CellEdit =
  | { readonly kind: 'edit'; readonly command: Command; readonly cells: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly cell: CellText }

/** The command that writes texts into cells. One text that cannot be read refuses all of them; cells that nobody can edit are left out. */
export function cellEdit(workflow: Workflow, cells: readonly CellText[]): CellEdit {
  const groups = new Map<string, { readonly ids: string[]; readonly set: object }>()
  let count = 0
  for (const cell of cells) {
    const { read } = columnOf(cell.column)
    if (!read) continue
    const set = read(cell.text.trim(), workflow)
    if (set === null) return { kind: 'refused', cell }
    const key = canonicalJson(set)
    const group = groups.get(key) ?? { ids: [], set }
    group.ids.push(cell.step)
    groups.set(key, group)
    count += 1
  }
  const commands = [...groups.values()].map(({ ids, set }): Command => ({
    type: 'updateSteps',
    ids,
    set: { ...set },
  }))
  if (commands.length === 0) return { kind: 'nothing' }
  if (commands.length === 1) return { kind: 'edit', command: commands[0]!, cells: count }
  const label = `change ${counted(count, 'cell')}`
  return { kind: 'edit', command: { type: 'batch', label, commands }, cells: count }
}

/** Cells for a block of texts whose top left corner is put at a row and a column; one text fills the whole range. */
export function pastedCells(
  block: readonly (readonly string[])[],
  { rows, columns }: { readonly rows: readonly string[]; readonly columns: readonly ColumnId[] },
  range: { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] },
): readonly CellText[] {
  const [top, bottom] = range.rows
  const [left, right] = range.columns
  const single = block.length === 1 && block[0]!.length === 1
  const height = single ? bottom - top + 1 : block.length
  const cells: CellText[] = []
  for (let y = 0; y < height; y++) {
    const line = block[single ? 0 : y]!
    const width = single ? right - left + 1 : line.length
    for (let x = 0; x < width; x++) {
      const step = rows[top + y]
      const column = columns[left + x]
      if (step !== undefined && column !== undefined)
        cells.push({ step, column, text: line[single ? 0 : x]! })
    }
  }
  return cells
}
