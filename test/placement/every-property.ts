// Registers the tests of some of the properties; two files share them, so that two workers can run them side by side.
import { describe, expect, it } from 'vitest'
import { failureOf } from './properties.ts'
import type { Property } from './properties.ts'
import { SEED as seed } from '../support/seed.ts'

export function testProperties(properties: readonly Property[]): void {
  describe(`for every workflow, seed ${seed}`, () => {
    it.each(properties)(
      '$name',
      (property) => {
        expect(failureOf(property, property.runs, seed)).toBeUndefined()
      },
      // A limit for what hangs: each takes seconds on a machine that does nothing else.
      600_000,
    )
  })
}
