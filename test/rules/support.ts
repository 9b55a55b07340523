// How a rule is tested: its own two examples, then a table of small workflows with the ids it must report.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Finding, Fix } from '../../shared/model/finding.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { RULES } from '../../shared/rules/index.ts'
import type { Rule } from '../../shared/rules/types.ts'

/** Findings of one rule in a workflow. */
export function findingsOf(rule: string, workflow: Workflow): readonly Finding[] {
  return analyse(workflow).findings.filter((finding) => finding.rule === rule)
}

/** `id:severity` of each finding of one rule, in order. */
export function reported(rule: string, workflow: Workflow): readonly string[] {
  return findingsOf(rule, workflow).map((finding) => `${finding.id}:${finding.severity}`)
}

/** Registers the tests that every rule has: it is on the list, and its page's examples show what they say. */
export function testExamples(rule: Rule): void {
  test(`${rule.id} is on the list`, () => {
    expect(RULES).toContain(rule)
  })
  for (const kind of ['bad', 'good'] as const) {
    const { says, workflow, expect: ids } = rule.examples[kind]
    test(`${rule.id} ${kind} example: ${says}`, () => {
      const found = findingsOf(rule.id, workflow)
      expect(found.map((finding) => finding.id)).toEqual(ids)
      for (const finding of found) {
        for (const fix of finding.fixes ?? []) expectFixed(workflow, finding, fix)
        expect(finding.facts.length).toBeGreaterThan(0)
        expect(finding.severityBecause).toMatch(/because .+\.$/)
        expect(finding.goesAwayIf).toMatch(/^Goes away if .+\.$/)
      }
    })
  }
  test(`${rule.id} bad example has something that its good example has not`, () => {
    expect(rule.examples.bad.expect.length).toBeGreaterThan(0)
    expect(rule.examples.good.expect).toEqual([])
  })
}

/** A fix is a command that the document accepts, and after which the finding is gone. Returns the mended workflow. */
export function expectFixed(workflow: Workflow, finding: Finding, fix: Fix): Workflow {
  const mended = applyCommand(workflow, fix.command as unknown as Command)
  if (!mended.ok) throw new Error(`${fix.title}: ${mended.faults.map(({ message }) => message).join(' ')}`)
  expect(analyse(mended.value).findings.map(({ id }) => id)).not.toContain(finding.id)
  return mended.value
}
