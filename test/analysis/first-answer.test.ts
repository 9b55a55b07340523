// The first part of an answer: all of it is that of the whole answer, and no finding blinks while the rest is made.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, analyseInParts } from '../../shared/analysis/analyse.ts'
import { firstAfter } from '../../shared/analysis/first-answer.ts'
import { canonicalJson } from '../../shared/support/canonical-json.ts'
import { overload } from '../../shared/rules/overload.ts'
import { RULES } from '../../shared/rules/index.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'

const LAST = new Set(RULES.filter(({ phase }) => phase === 'attention').map(({ id }) => id))
const busy = overload.examples.bad.workflow

test('every member of it is that of the whole, and only findings about attention are still to come', () => {
  fc.assert(
    fc.property(
      arbitraryWorkflow({ steps: [2, 9], more: 6, gates: 4, exceptions: true }),
      fc.constantFrom(undefined, 1, 5000),
      (drawn, runsPerDay) => {
        const workflow = runsPerDay === undefined ? drawn : { ...drawn, runsPerDay }
        const { first, whole } = analyseInParts(workflow)
        const text = canonicalJson(first)
        const all = whole()
        for (const key of [
          'covered',
          'counterexamples',
          'placement',
          'attention',
          'steps',
          'transitions',
        ] as const)
          expect(first[key]).toBe(all[key])
        expect(first.findings).toEqual(all.findings.filter(({ rule }) => !LAST.has(rule)))
        // Working the rest out changes nothing of what was handed over before.
        expect(canonicalJson(first)).toBe(text)
        expect(canonicalJson(all)).toBe(canonicalJson(analyse(workflow)))
      },
    ),
    { numRuns: 300 },
  )
})

test('what was last said about attention stays until it is said again', () => {
  const before = analyse(busy)
  expect(before.findings.some(({ rule }) => rule === 'X17')).toBe(true)
  const renamed = { ...busy, steps: busy.steps.map((step) => ({ ...step, name: `${step.name} now` })) }
  const { first, whole } = analyseInParts(renamed)
  expect(first.findings.some(({ rule }) => rule === 'X17')).toBe(false)
  expect(firstAfter(before, renamed, first).findings.map(({ id }) => id)).toEqual(
    whole().findings.map(({ id }) => id),
  )
})

test('nothing is said any more about what is gone', () => {
  const place = { handoff: 'gone' }
  const [finding] = analyse(busy).findings.filter(({ rule }) => rule === 'X17')
  const before = { ...analyse(busy), findings: [{ ...finding!, id: 'X17@gone', place }] }
  const { first } = analyseInParts(busy)
  expect(firstAfter(before, busy, first).findings).toEqual(first.findings)
})
