import { expect, test } from 'vitest'
import { newWorkflow } from '../../shared/document/new.ts'
import { profileOf } from '../../shared/model/profile.ts'
import { RULES } from '../../shared/rules/index.ts'
import { runRules } from '../../shared/rules/run.ts'
import { severityOf } from '../../shared/rules/severities.ts'

test('a rule that crashes becomes a finding, and the others still speak', () => {
  const [first, second] = RULES
  const findings = runRules(
    [first!, second!],
    { profile: profileOf({ extends: 'recommended' }), workflow: newWorkflow('') },
    (rule) => {
      if (rule === first) throw new Error('broken')
      return [
        {
          at: { step: 'x' },
          kind: 'lint',
          grade: 'grave',
          because: 'b',
          message: 'm',
          facts: [],
          goesAwayIf: 'g',
        },
      ]
    },
  )
  expect(findings.map(({ id, message }) => [id, message])).toEqual([
    ['S1@document', 'Rule S1 could not be checked: broken'],
    [`${second!.id}@x`, 'm'],
  ])
})

test('every rule has a severity for both grades, and ids are unique', () => {
  for (const rule of RULES)
    for (const grade of ['grave', 'plain'] as const) expect(severityOf(rule.id, grade)).toBeTruthy()
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
  expect(() => severityOf('nonsense', 'grave')).toThrow('no severity for rule nonsense')
})
