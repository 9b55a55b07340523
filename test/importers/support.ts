// Small n8n files to write tests with, and ways to look at what came of them.
import { expect } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { importText } from '../../shared/importers/index.ts'
import type { ImportOptions } from '../../shared/importers/index.ts'
import { totalChange } from '../../shared/importers/support/book.ts'
import type { Imported, ReportItem } from '../../shared/importers/types.ts'
import type { Result } from '../../shared/support/result.ts'
import { WorkflowSchema } from '../../shared/model/workflow.ts'
import type { Step } from '../../shared/model/step.ts'

export type Raw = Record<string, unknown>

/** A node: short type (`gmail`, `lc:agent`, or a whole type with a dot), parameters, anything else. */
export function node(name: string, type: string, parameters: Raw = {}, rest: Raw = {}): Raw {
  const whole = type.startsWith('lc:')
    ? `@n8n/n8n-nodes-langchain.${type.slice(3)}`
    : type.includes('.')
      ? type
      : `n8n-nodes-base.${type}`
  return { name, id: `id of ${name}`, type: whole, typeVersion: 1, position: [0, 0], parameters, ...rest }
}

/** Connections from lines such as `A > B`, `A 1> B` (second output) and `Tool ai_tool> Agent`. */
export function connections(...lines: readonly string[]): Raw {
  const all = new Map<string, Map<string, Raw[][]>>()
  for (const line of lines) {
    const parts = /^(.*?) (?:(\d) ?|(\w+))?> (.*)$/.exec(line)!
    const kind = parts[3] ?? 'main'
    const output = Number(parts[2] ?? 0)
    const kinds = all.get(parts[1]!) ?? new Map<string, Raw[][]>()
    all.set(parts[1]!, kinds)
    const outputs = kinds.get(kind) ?? []
    kinds.set(kind, outputs)
    while (outputs.length <= output) outputs.push([])
    outputs[output]!.push({ node: parts[4]!, type: kind, index: 0 })
  }
  return Object.fromEntries([...all].map(([name, kinds]) => [name, Object.fromEntries(kinds)]))
}

export function file(nodes: readonly Raw[], ...lines: readonly string[]): string {
  return JSON.stringify({ name: 'Test', nodes, connections: connections(...lines) })
}

/** Imports, and checks everything that holds for every import. */
export function imported(text: string, options?: ImportOptions): Imported {
  const result = importText(text, options)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  checkPromises(result.value)
  return result.value
}

/** The document is valid and comes back from its own text; the report adds up. */
export function checkPromises({ workflow, report }: Imported): void {
  const valid = WorkflowSchema.safeParse(workflow)
  expect(valid.error?.issues.slice(0, 3)).toBeUndefined()
  const again = readDocument(writeDocument(workflow))
  expect(again.ok ? [] : again.faults).toEqual([])
  if (again.ok) expect(again.value.workflow).toEqual(workflow)
  const change = totalChange(report)
  expect({
    steps: report.source.nodes + change.steps,
    transitions: report.source.edges + change.transitions,
  }).toEqual({ steps: report.steps, transitions: report.transitions })
  expect([workflow.steps.length, workflow.transitions.length]).toEqual([report.steps, report.transitions])
  for (const item of [...report.repairs, ...report.guesses, ...report.blindSpots]) {
    if (item.step !== undefined) expect(workflow.steps.map((step) => step.id)).toContain(item.step)
  }
  for (const step of workflow.steps) {
    if (step.consequence?.level !== undefined) expect(step.consequence.basis).toMatch(/\S/)
    if (step.uncertainty?.level !== undefined) expect(step.uncertainty.basis).toMatch(/\S/)
  }
}

/** What came out keeps its promises: a document that does, or faults with words. */
export function checkResult(result: Result<Imported>): 'read' | 'refused' {
  if (result.ok) checkPromises(result.value)
  else for (const fault of result.faults) expect(fault.message).toMatch(/\w{3}/)
  return result.ok ? 'read' : 'refused'
}

export function refusal(text: string, options?: ImportOptions): string {
  const result = importText(text, options)
  if (result.ok) throw new Error('it was read')
  return result.faults.map((fault) => fault.message).join('\n')
}

export function stepNamed({ workflow }: Imported, name: string): Step {
  const found = workflow.steps.filter((step) => step.name === name)
  if (found.length !== 1) throw new Error(`${found.length} steps are called ${name}`)
  return found[0]!
}

/** `from -kind-> to "label" {condition}` by the names of the steps, sorted. */
export function ways({ workflow }: Imported): readonly string[] {
  const name = new Map(workflow.steps.map((step) => [step.id, step.name]))
  return workflow.transitions
    .map(({ from, to, kind, label, condition }) =>
      [
        `${name.get(from)} -> ${name.get(to)}`,
        kind === 'normal' ? '' : ` [${kind}]`,
        label ? ` "${label}"` : '',
        condition ? ` {${condition}}` : '',
      ].join(''),
    )
    .sort()
}

export function messages(items: readonly ReportItem[]): string {
  return items.map((item) => item.message).join('\n')
}
