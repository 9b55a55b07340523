import { describe, expect, test } from 'vitest'
import { overload } from '../../shared/rules/overload.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(overload)

const base = overload.examples.bad.workflow
const desk = (runsPerDay: number, party: object, after = 'PT4H'): Workflow => ({
  ...base,
  runsPerDay,
  parties: [{ id: 'desk', name: 'Desk', kind: 'role', ...party }],
  handoffs: base.handoffs.map((handoff) =>
    handoff.kind === 'approval' ? { ...handoff, timeout: { after, then: 'abort' } } : handoff,
  ),
})

describe('X17', () => {
  test.each<[string, Workflow, string[]]>([
    ['nobody has said how often it runs', { ...base, runsPerDay: 0 }, []],
    ['300 runs of four minutes are 0.83 of a day', desk(300, { staff: 1 }), ['X17@document:warning']],
    ['280 are 0.78 of it', desk(280, { staff: 1 }), []],
    ['360 are all of it', desk(360, { staff: 1 }), ['X17@document:error']],
    ['nobody is there at all', desk(1, { staff: 0 }), ['X17@document:error']],
    [
      'four hours are over before the office opens',
      desk(10, { staff: 2, calendar: 'office' }),
      ['X17@approve_pay:error'],
    ],
    ['a weekend is shorter than three days', desk(10, { staff: 2, calendar: 'office' }, 'P3D'), []],
    [
      'a calendar that nobody can read is taken as always',
      desk(10, { staff: 2, calendar: 'when I can' }),
      [],
    ],
  ])('%s', (_, workflow, expected) => {
    expect(reported('X17', workflow)).toEqual(expected)
  })

  test('each way to mend it does', () => {
    const workflows = [
      desk(500, { staff: 1 }),
      desk(10, { staff: 2, calendar: 'office' }),
      desk(300, { staff: 1, calendar: 'Mon-Fri 8-20' }),
    ]
    for (const workflow of workflows) {
      const [finding] = findingsOf('X17', workflow)
      expect(finding!.fixes).toHaveLength(1)
      expectFixed(workflow, finding!, finding!.fixes![0]!)
    }
  })
})
