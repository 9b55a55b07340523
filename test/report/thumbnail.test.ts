// The small picture of a workflow shows every step, way and handoff, and nothing outside of its frame.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { thumbnailOf } from '../../shared/report/thumbnail.ts'

const SAMPLES = new URL('../../resources/samples/', import.meta.url)
const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.handoff'))

test.each(files)('%s', (name) => {
  const read = readDocument(readFileSync(new URL(name, SAMPLES), 'utf8'))
  if (!read.ok) throw new Error(`${name} cannot be read`)
  const { workflow } = read.value
  const { bounds, blocks, ways, people } = thumbnailOf(workflow)
  expect([blocks.length, ways.length, people.length]).toEqual([
    workflow.steps.length,
    workflow.transitions.length,
    workflow.handoffs.length,
  ])
  const outside = [...people, ...ways.flat(), ...blocks.map(({ rect }) => rect)].filter(
    ({ x, y }) => x < bounds.x || y < bounds.y || x > bounds.x + bounds.width || y > bounds.y + bounds.height,
  )
  expect(outside).toEqual([])
  expect(blocks.map(({ level }) => level)).toEqual(workflow.steps.map((step) => step.consequence?.level ?? 0))
})
