import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { baton, COVERED, file, folder, OPEN } from './support.ts'

function handoffsIn(name: string): readonly string[] {
  const opened = readDocument(readFileSync(path.join(folder, name), 'utf8'))
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  return opened.value.workflow.handoffs.map(({ kind, at }) => `${kind} ${JSON.stringify(at)}`)
}

test('suggest prints the placement with its certificate', async () => {
  const { code, out } = await baton(['suggest', file('open.handoff', OPEN), '--format', 'json'])
  const { placement, certificate } = JSON.parse(out)
  expect(code).toBe(0)
  expect(
    placement.handoffs.map(({ kind, strength, at }: Record<string, unknown>) => ({ kind, strength, at })),
  ).toEqual([{ kind: 'sign-off', strength: 'approve', at: { before: 'pay' } }])
  expect({ ...placement, handoffs: [] }).toMatchObject({
    remove: [],
    approvalMinutesPerRun: 4,
    baselines: { gateEveryAction: 4, approveEveryStep: 4 },
    method: 'elimination',
    optimal: true,
    gap: 0,
  })
  expect(certificate.required).toEqual({ pay: 2 })
})

test('suggest without --apply changes nothing; with it the document is covered and asks for no more', async () => {
  const name = file('apply.handoff', OPEN)
  const before = readFileSync(path.join(folder, name), 'utf8')
  await baton(['suggest', name])
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe(before)
  await baton(['suggest', name, '--apply'])
  expect(handoffsIn(name)).toEqual(['brief {"start":"start"}', 'sign-off {"before":"pay"}'])
  const again = await baton(['suggest', name, '--format', 'json'])
  expect(JSON.parse(again.out).placement.handoffs).toEqual([])
})

test('suggest -o writes another file, and - the document to standard output', async () => {
  const name = file('open.handoff', OPEN)
  await baton(['suggest', name, '-o', 'out.handoff'])
  const { out } = await baton(['suggest', name, '-o', '-'])
  expect(out).toBe(readFileSync(path.join(folder, 'out.handoff'), 'utf8'))
})

test('suggest --apply on a file of another tool asks where the document goes', async () => {
  const { code, err } = await baton(['suggest', file('flow.mmd', 'flowchart LR\n A --> B\n'), '--apply'])
  expect([code, err.includes('-o')]).toEqual([2, true])
})

test('a covered workflow has nothing to place', async () => {
  const { out } = await baton(['suggest', file('covered.handoff', COVERED)])
  expect(out).toContain('Nothing to place')
})
