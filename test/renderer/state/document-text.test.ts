// Writing thousands of steps leaves room for typing: it goes on in slices, and what is typed meanwhile is not in it.
import { afterEach, expect, it, vi } from 'vitest'
import { newWorkflow } from '../../../shared/document/new.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { documentText } from '../../../renderer/state/document-text.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const STEPS = 500

it('is the canonical text, and gives way many times on the way', async () => {
  // Each look at the clock is a millisecond later, as with dear entries.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now++)
  let turns = 0
  const count = setInterval(() => turns++, 0)
  const workflow = manySteps()
  const text = await documentText(workflow)
  clearInterval(count)
  expect(text).toBe(writeDocument(workflow))
  expect(turns).toBeGreaterThan(STEPS / 20)
})

it('does not wait where there is little to write', async () => {
  const pause = vi.spyOn(globalThis, 'setTimeout')
  const workflow = newWorkflow('Small')
  expect(await documentText(workflow)).toBe(writeDocument(workflow))
  expect(pause).not.toHaveBeenCalled()
})

function manySteps(): Workflow {
  const workflow = newWorkflow('Many')
  const more = Array.from({ length: STEPS }, (_, i) => ({
    id: `z${String(i).padStart(4, '0')}`,
    kind: 'step' as const,
    name: `Step ${i}`,
  }))
  return { ...workflow, steps: [...workflow.steps, ...more] }
}
