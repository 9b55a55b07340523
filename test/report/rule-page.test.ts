import { expect, test } from 'vitest'
import { rulePage, ruleById } from '../../shared/report/rule-page.ts'
import { RULES } from '../../shared/rules/index.ts'

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  'the page of %s shows its wrong and its right example',
  (id, rule) => {
    const page = rulePage(rule)
    const [wrong, right] = page.split('## A right example')
    expect(page.startsWith(`# ${id} · ${rule.title}`)).toBe(true)
    for (const finding of rule.examples.bad.expect) expect(wrong).toContain(`**${finding}**: `)
    expect(wrong).toContain(rule.examples.bad.says)
    expect(right).toContain(rule.examples.good.says)
    expect(right).not.toContain('**')
    // What makes the one wrong and the other right is there to be seen.
    const [, wrongDrawing, , rightDrawing] = page.split('```')
    expect(rightDrawing).not.toBe(wrongDrawing)
  },
)

test('a rule is found whatever the case of its id, and nothing else is', () => {
  expect(ruleById(' s2 ')?.id).toBe('S2')
  expect(ruleById('toString')).toBe(undefined)
})

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  '%s: each of its examples is told in the language that is drawn',
  (_, rule) => {
    const opened = rulePage(rule)
      .split('\n')
      .filter((line) => line === '```workflow')
    expect(opened).toHaveLength(2)
  },
)
