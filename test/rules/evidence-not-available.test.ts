import { expect, test } from 'vitest'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import { evidenceNotAvailable } from '../../shared/rules/evidence-not-available.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(evidenceNotAvailable)

type Place = Handoff['at']

/** start → write → render → send → end; the letter is rendered into a page, and the page is sent. */
const mailing = (gate: { at: Place; shows: string[] }, send: Partial<Step> = {}) =>
  sketch(
    [
      { id: 'start' },
      { id: 'write', produces: ['letter'] },
      { id: 'render', uses: ['letter'], produces: ['page'] },
      { ...payment('send'), uses: ['page'], ...send },
      { id: 'receipt' },
      { id: 'end' },
    ],
    [
      ['start', 'write'],
      ['write', 'render'],
      ['render', 'send'],
      ['send', 'receipt'],
      ['receipt', 'end'],
    ],
    { handoffs: [approvalBefore('send', { at: gate.at, evidence: gate.shows.map((id) => ({ id })) })] },
  )
const light: Partial<Step> = { consequence: { level: 3 } }

test.each<[string, ReturnType<typeof sketch>, readonly string[]]>([
  ['the page, which is sent', mailing({ at: { before: 'send' }, shows: ['page'] }), []],
  ['the step that makes the page', mailing({ at: { before: 'send' }, shows: ['render'] }), []],
  ['the page and more', mailing({ at: { before: 'send' }, shows: ['letter', 'page'] }), []],
  [
    'the letter, and the page is sent',
    mailing({ at: { before: 'send' }, shows: ['letter'] }),
    ['X16@approve_send:error'],
  ],
  [
    'the letter, and a page is sent that can be taken back',
    mailing({ at: { before: 'send' }, shows: ['letter'] }, light),
    ['X16@approve_send:warning'],
  ],
  [
    'a page that is not made yet',
    mailing({ at: { on: 't2' }, shows: ['page'] }),
    ['X16@approve_send:warning'],
  ],
  [
    'a receipt of what has not been sent',
    mailing({ at: { before: 'send' }, shows: ['receipt'] }),
    ['X16@approve_send:error'],
  ],
  ['something that nobody in the workflow makes', mailing({ at: { before: 'send' }, shows: ['photo'] }), []],
  ['nothing', mailing({ at: { before: 'send' }, shows: [] }), []],
])('X16 where a gate shows %s', (_, workflow, ids) => {
  expect(reported('X16', workflow)).toEqual(ids)
  for (const finding of findingsOf('X16', workflow)) {
    expect(finding.fixes?.length).toBeGreaterThan(0)
    for (const fix of finding.fixes!) expectFixed(workflow, finding, fix)
  }
})

test('X16 asks later only where nothing is released in between', () => {
  const titles = (at: Place, shows: string[]) =>
    findingsOf('X16', mailing({ at, shows })).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))
  expect(titles({ on: 't2' }, ['page'])).toEqual(['Ask after “render”', 'Do not count on “page”'])
  expect(titles({ before: 'send' }, ['receipt'])).toEqual(['Do not count on “receipt”'])
})

test('X16 looks at what people use as well', () => {
  const desk = (uses: string[]) =>
    sketch(
      [
        { id: 'start' },
        { id: 'write', produces: ['letter'] },
        { id: 'render', uses: ['letter'], produces: ['page'] },
        { id: 'desk', kind: 'human', grant: 'approve', uses },
        { ...payment('send'), uses: ['page'] },
        { id: 'end' },
      ],
      [
        ['start', 'write'],
        ['write', 'render'],
        ['render', 'desk'],
        ['desk', 'send'],
        ['send', 'end'],
      ],
    )
  expect([reported('X16', desk(['letter'])), reported('X16', desk(['page']))]).toEqual([
    ['X16@desk:error'],
    [],
  ])
  const workflow = desk(['letter'])
  const [finding] = findingsOf('X16', workflow)
  expectFixed(workflow, finding!, finding!.fixes![0]!)
})
