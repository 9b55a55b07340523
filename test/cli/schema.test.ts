import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { baton, COVERED } from './support.ts'

test('schema prints the document schema, and it accepts a document', async () => {
  const { code, out } = await baton(['schema', 'handoff'])
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(out))
  expect(code).toBe(0)
  expect(validate(JSON.parse(JSON.stringify(COVERED)))).toBe(true)
  expect(validate({ ...COVERED, steps: [{ id: 'x', kind: 'nonsense', name: '' }] })).toBe(false)
})

test('schema lists its names, knows draft 07, and names what there is', async () => {
  const [list, draft, unknown] = [
    await baton(['schema']),
    await baton(['schema', 'handoff', '--draft', '07']),
    await baton(['schema', 'x']),
  ]
  expect(list.out.split('\n')).toContain('handoff-v1')
  expect(JSON.parse(draft.out).$schema).toContain('draft-07')
  expect([unknown.code, unknown.err.includes('handoff-v1')]).toEqual([2, true])
})
