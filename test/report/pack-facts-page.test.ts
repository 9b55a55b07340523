// The page of facts names every fact that can be asked.
import { expect, test } from 'vitest'
import { PACK_FACTS } from '../../shared/rules/pack-facts.ts'
import { packFactsPage } from '../../shared/report/pack-facts-page.ts'

test('every fact has a line, in its own table', () => {
  const parts = packFactsPage().split(/^## /m).slice(1)
  expect(parts).toHaveLength(4)
  Object.values(PACK_FACTS).forEach((facts, i) => {
    for (const { name } of facts.filter((fact) => !fact.name.includes('.')))
      expect(parts[i]).toContain(`| \`${name}\` |`)
    expect(parts[i]!.split('\n').filter((line) => line.startsWith('| `'))).toHaveLength(
      facts.filter(({ name }) => !name.includes('.')).length,
    )
  })
})
