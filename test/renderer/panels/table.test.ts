// The table of steps without a window: what cells say and take, order and filters, and text between tabs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellEdit, pastedCells } from '../../../renderer/panels/table/cell-edits.ts'
import { COLUMN_IDS, COLUMNS, columnOf } from '../../../renderer/panels/table/columns.ts'
import type { ColumnId, TableFacts } from '../../../renderer/panels/table/columns.ts'
import { tableRows } from '../../../renderer/panels/table/table-rows.ts'
import { readTsv, writeTsv } from '../../../renderer/panels/table/tsv.ts'
import { applyCommand } from '../../../shared/commands/apply.ts'
import { readDocument } from '../../../shared/document/read.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { SEED } from '../../support/seed.ts'

const WORKFLOW = workflowOf({
  format: 'handoff',
  version: 1,
  parties: [{ id: 'desk', name: 'Desk', kind: 'role' }],
  steps: [
    { id: 'a', kind: 'action', name: 'Pay', consequence: { level: 4, external: true }, party: 'desk' },
    { id: 'b', kind: 'model', name: 'Draft', uncertainty: { level: 2, label: 'content' } },
    { id: 'c', kind: 'action', name: 'Archive', consequence: { level: 1, volume: 20, domains: ['mail'] } },
    { id: 'd', kind: 'action', name: 'Öffnen "Akte"' },
  ],
})
const FACTS: TableFacts = { workflow: WORKFLOW, handoffs: new Map(), findings: new Map([['b', 2]]) }
const EVERYTHING = { filter: '', columns: COLUMN_IDS, columnFilters: {}, sorting: null }

describe('tableRows', () => {
  it('sorts by level, with those that say nothing last in both directions', () => {
    expect(sorted('consequence', 'ascending')).toEqual(['c', 'a', 'b', 'd'])
    expect(sorted('consequence', 'descending')).toEqual(['a', 'c', 'b', 'd'])
  })
  it('filters by every word, in any column or in one', () => {
    const ids = (options: object): readonly string[] =>
      tableRows(WORKFLOW.steps, FACTS, { ...EVERYTHING, ...options }).map(({ id }) => id)
    expect(ids({ filter: 'desk critical' })).toEqual(['a'])
    expect(ids({ columnFilters: { kind: 'model' } })).toEqual(['b'])
    expect(ids({ columnFilters: { name: 'a' } })).toEqual(['a', 'b', 'c', 'd'])
    expect(ids({ filter: 'desk', columns: ['name'] })).toEqual([])
  })
  it('leaves the document as it is', () => {
    const before = JSON.stringify(WORKFLOW)
    sorted('name', 'descending')
    expect(JSON.stringify(WORKFLOW)).toBe(before)
  })
})

describe('cells', () => {
  it('read back what they say, so that copying and pasting changes nothing but who said it', () => {
    for (const step of WORKFLOW.steps) {
      for (const { id, text, read } of COLUMNS) {
        if (!read) continue
        const result = edited(WORKFLOW, step.id, id, text(step, FACTS))
        const after = result.steps.find((other) => other.id === step.id)!
        expect(text(after, FACTS), `${step.id} ${id}`).toBe(text(step, FACTS))
      }
    }
  })
  it('take digits, words and what spreadsheets write for yes', () => {
    expect(stepAfter('consequence', '3')).toMatchObject({ consequence: { level: 3 } })
    expect(stepAfter('consequence', 'HIGH')).toMatchObject({ consequence: { level: 3 } })
    expect(stepAfter('external', 'TRUE')).toMatchObject({ consequence: { external: true } })
    expect(stepAfter('domains', 'money, customers')).toMatchObject({
      consequence: { domains: ['customers', 'money'] },
    })
    expect(stepAfter('party', 'desk')).toMatchObject({ party: 'desk' })
  })
  it.each([
    ['consequence', '5'],
    ['name', ''],
    ['kind', 'wizard'],
    ['volume', '-1'],
    ['party', 'Nobody'],
    ['label', 'x'],
  ] as const)('refuse for %s what it cannot be: %s', (column, text) => {
    const edit = cellEdit(WORKFLOW, [
      { step: 'a', column: 'verb', text: 'pay' },
      { step: 'd', column, text },
    ])
    expect(edit).toEqual({ kind: 'refused', cell: { step: 'd', column, text } })
  })
  it('change as one command, however many there are', () => {
    const edit = cellEdit(WORKFLOW, [
      { step: 'a', column: 'verb', text: 'pay' },
      { step: 'd', column: 'verb', text: 'pay' },
      { step: 'd', column: 'consequence', text: '2' },
      { step: 'd', column: 'findings', text: '9' },
    ])
    expect(edit).toMatchObject({ kind: 'edit', cells: 3, command: { type: 'batch' } })
  })
})

describe('pastedCells', () => {
  const places = { rows: ['a', 'b', 'c'], columns: ['name', 'kind', 'verb'] as const }
  it('puts one text into the whole range', () =>
    expect(pastedCells([['x']], places, { rows: [0, 2], columns: [2, 2] })).toHaveLength(3))
  it('drops what would fall over the edge', () =>
    expect(
      pastedCells([['x', 'y', 'z'], ['1'], ['2'], ['3']], places, { rows: [1, 1], columns: [1, 1] }),
    ).toEqual([
      { step: 'b', column: 'kind', text: 'x' },
      { step: 'b', column: 'verb', text: 'y' },
      { step: 'c', column: 'kind', text: '1' },
    ]))
})

describe(`text between tabs (seed ${SEED})`, () => {
  it('comes back as it went, with tabs, quotes and line breaks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', 'ä', ' ') })
    const block = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(block, (lines) => {
        expect(readTsv(writeTsv(lines))).toEqual(lines)
      }),
      { seed: SEED },
    )
  })
  it('reads what spreadsheets put at the end', () =>
    expect(readTsv('a\tb\r\n"c ""d"""\te\r\n')).toEqual([
      ['a', 'b'],
      ['c "d"', 'e'],
    ]))
})

function sorted(column: ColumnId, direction: 'ascending' | 'descending'): readonly string[] {
  return tableRows(WORKFLOW.steps, FACTS, { ...EVERYTHING, sorting: { column, direction } }).map(
    ({ id }) => id,
  )
}

function stepAfter(column: ColumnId, text: string): Workflow['steps'][number] {
  return edited(WORKFLOW, 'd', column, text).steps.find(({ id }) => id === 'd')!
}

function edited(workflow: Workflow, step: string, column: ColumnId, text: string): Workflow {
  const edit = cellEdit(workflow, [{ step, column: columnOf(column).id, text }])
  if (edit.kind !== 'edit') throw new Error(`${step} ${column} “${text}”: ${edit.kind}`)
  const result = applyCommand(workflow, edit.command)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

function workflowOf(value: object): Workflow {
  const read = readDocument(JSON.stringify(value))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}
