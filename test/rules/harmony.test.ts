// The rules as one voice: no gate is told to go and to be raised, every button does what it says, and nothing that is
// accepted opens what was covered. On every sample, every golden workflow, every example and random ones.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { RULES } from '../../shared/rules/index.ts'
import { anyWorkflow, brokenFixes, contradictions, openedByAll } from './harmony.ts'

const SEED = 20_261_125

const FOLDERS = ['../../resources/samples', '../fixtures/golden'].map((one) =>
  path.join(import.meta.dirname, one),
)
const DRAWN = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.handoff'))
    .map((file) => [file, opened(path.join(folder, file))] as const),
)
const EXAMPLES = RULES.flatMap(({ id, examples }) =>
  (['bad', 'good'] as const).map((kind) => [`${kind} example of ${id}`, examples[kind].workflow] as const),
)

const PROPERTIES = [
  ['no gate is told two things that cannot both be', contradictions],
  ['every button mends what it stands at, and opens nothing', brokenFixes],
  ['all suggestions and all removals together leave everything covered', openedByAll],
] as const

describe.each(PROPERTIES)('%s', (_, property) => {
  test.each([...DRAWN, ...EXAMPLES])('%s', (_name, workflow) => {
    expect(property(workflow)).toEqual([])
  })

  test(`500 random workflows (seed ${SEED})`, { timeout: 120_000 }, () => {
    const holds = fc.property(anyWorkflow, (workflow) => {
      expect(property(workflow)).toEqual([])
    })
    fc.assert(holds, { seed: SEED, numRuns: 500 })
  })
})

function opened(file: string): Workflow {
  const read = readDocument(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}
