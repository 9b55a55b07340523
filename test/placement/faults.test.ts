// The faults that the soak plants still fit the sources: each text is there exactly once.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FAULTS } from '../soak/placement/faults.ts'

it.each(FAULTS)('$name', ({ file, from, to }) => {
  const source = readFileSync(new URL(`../../shared/${file}`, import.meta.url), 'utf8')
  expect(source.split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
})
