import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { baton, file, folder } from './support.ts'

const FLOW =
  'flowchart LR\n  A([Start]) --> B{Paid?}\n  B -- yes --> C[Send receipt]\n  B -- no --> D([End])\n  C --> D\n'

test('import reports what it found and writes a document that checks', async () => {
  const { code, out } = await baton([
    'import',
    file('flow.mmd', FLOW),
    '-o',
    'flow.handoff',
    '--format',
    'json',
  ])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ version: 1, format: 'mermaid', steps: 4, transitions: 4 })
  expect((await baton(['fmt', '--check', 'flow.handoff'])).code).toBe(0)
  expect((await baton(['check', 'flow.handoff', '--fail-on', 'never'])).code).toBe(0)
})

test('a document without positions gets a layout', async () => {
  const { out } = await baton(['import', '-', '-o', '-'], FLOW)
  expect(Object.keys(JSON.parse(out).layout.steps)).toHaveLength(4)
})

test('what cannot be read is refused with its place', async () => {
  const broken = await baton(['import', file('broken.mmd', 'flowchart LR\n  A[unclosed --> B\n')])
  const unknown = await baton(['import', file('x.txt', 'hello'), '--from', 'visio'])
  expect([broken.code, unknown.code]).toEqual([2, 2])
  expect(broken.err).toMatch(/broken\.mmd: .*2/)
  expect(unknown.err).toContain('n8n')
})

test('--onto brings a document up to date with its file and keeps what people decided', async () => {
  const flow = 'flowchart TD\n  a([Request]) --> b[AI drafts] --> c[Send email to the customer]'
  const source = file('onto.mmd', flow)
  await baton(['import', source, '-o', 'onto.handoff'])
  await baton(['suggest', 'onto.handoff', '--apply'])
  const before = JSON.parse(readFileSync(path.join(folder, 'onto.handoff'), 'utf8'))
  expect(before.handoffs.length).toBeGreaterThan(0)
  file('onto.mmd', `${flow} --> d[Delete the record]`)
  const { code } = await baton(['import', source, '--onto', 'onto.handoff'])
  const after = JSON.parse(readFileSync(path.join(folder, 'onto.handoff'), 'utf8'))
  expect(code).toBe(0)
  expect(after.handoffs).toEqual(before.handoffs)
  expect(after.steps.map(({ name }: { name: string }) => name)).toContain('Delete the record')
})
