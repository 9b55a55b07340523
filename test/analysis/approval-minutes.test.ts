// The minutes promised before placing are the minutes after placing.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import { readDocument } from '../../shared/document/read.ts'

const FIXTURES = new URL('../fixtures/golden/', import.meta.url)
const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.handoff'))

it('has workflows to look at', () => expect(files.length).toBeGreaterThan(0))

it.each(files)('%s: approvals cost as much as was promised', (file) => {
  const read = readDocument(readFileSync(new URL(file, FIXTURES), 'utf8'))
  if (!read.ok) throw new Error(`${file} cannot be read`)
  const before = analyse(read.value.workflow)
  const placed = applyCommand(
    read.value.workflow,
    acceptCommand(read.value.workflow, before.placement.handoffs),
  )
  if (!placed.ok) throw new Error(`${file} cannot be placed`)
  const after = analyse(placed.value).attention.approvalMinutesPerRun
  expect(after).toBeCloseTo(before.attention.approvalMinutesWhenPlaced, 9)
})
