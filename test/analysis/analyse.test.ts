// The whole analysis on the golden workflows, and what it promises about every workflow.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentOf, expectedOf, goldenOutcome, type Expected, type ShortGolden } from './golden.ts'
import { chain, flow } from '../placement/support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const FIXTURES = new URL('../fixtures/golden/', import.meta.url)
const ORIGINALS = new URL('../../../shared/golden/', import.meta.url)

const names = filesIn(FIXTURES, '.handoff')

describe('golden workflows', () => {
  it('are all there', () => {
    expect(names).toHaveLength(6)
  })

  it.each(names)('%s reaches its placement, removals and minutes', (name) => {
    const expected = JSON.parse(text(FIXTURES, `${name}.expected.json`)) as Expected
    const { reached, wanted } = goldenOutcome(opened(text(FIXTURES, `${name}.handoff`)), expected)
    expect(reached).toEqual(wanted)
  })

  it.each(names)('%s is written the way Baton writes it', (name) => {
    const bytes = text(FIXTURES, `${name}.handoff`)
    expect(writeDocument(opened(bytes))).toBe(bytes)
  })
})

const originals = existsSync(ORIGINALS) ? filesIn(ORIGINALS, '.json') : []
if (originals.length === 0) console.warn('NOT RUN: the original golden workflows are not on this machine.')

describe.skipIf(originals.length === 0)('golden workflows in their original notation', () => {
  it.each(originals)('%s reaches its placement, removals and minutes', (name) => {
    const golden = JSON.parse(text(ORIGINALS, `${name}.json`)) as ShortGolden
    const { reached, wanted } = goldenOutcome(documentOf(golden), expectedOf(golden))
    expect(reached).toEqual(wanted)
  })
})

describe('an analysis', () => {
  const workflow = opened(text(FIXTURES, 'order_and_pay.handoff'))

  it('is the same to the byte, whatever the order of the entries in the file', () => {
    const reordered: Workflow = {
      ...workflow,
      steps: workflow.steps.toReversed(),
      transitions: workflow.transitions.toReversed(),
    }
    expect(JSON.stringify(analyse(reordered))).toBe(JSON.stringify(analyse(workflow)))
  })

  it('leaves the workflow as it was', () => {
    const before = JSON.stringify(workflow)
    analyse(workflow)
    expect(JSON.stringify(workflow)).toBe(before)
  })

  it('is plain data: nothing is lost on the way through JSON', () => {
    const analysis = analyse(workflow)
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(
      JSON.parse(JSON.stringify(structuredClone(analysis))),
    )
  })

  it.each([
    ['nothing', flow([], [])],
    ['a start alone', flow(['start'], [])],
    ['no start', flow(['end', 'work'], chain('work', 'end'))],
    ['a loop that nothing leaves', flow(['start', 'a', 'b'], [...chain('start', 'a', 'b'), ['b', 'a']])],
    [
      'steps called like built-in properties',
      flow(
        ['start', 'constructor', 'toString', 'hasOwnProperty'],
        chain('start', 'constructor', 'toString', 'hasOwnProperty'),
      ),
    ],
    [
      'odds that sum to nothing',
      flow(
        ['start', 'a', 'end'],
        [
          ['start', 'a', { probability: 0 }],
          ['a', 'end'],
        ],
      ),
    ],
    [
      'odds that sum to more than one',
      flow(
        ['start', 'a'],
        [
          ['start', 'a', { probability: 1 }],
          ['start', 'a', { probability: 1 }],
          ['a', 'start'],
        ],
      ),
    ],
  ])('of %s is an answer with finite figures', (_name, odd) => {
    const analysis = analyse(odd)
    expect(analysis.covered).toBe(true)
    expect(analysis.findings.filter(({ message }) => message.includes('could not be checked'))).toEqual([])
    const figures = [
      analysis.placement.minutesPerRun,
      analysis.attention.minutesPerRun,
      ...Object.values(analysis.steps).map(({ visits }) => visits),
      ...Object.values(analysis.transitions).map(({ visits }) => visits),
    ]
    expect(figures.filter((figure) => !Number.isFinite(figure) || figure < 0)).toEqual([])
  })
})

function opened(bytes: string): Workflow {
  const result = readDocument(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value.workflow
}

function filesIn(folder: URL, extension: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(extension))
  return files.map((name) => name.slice(0, -extension.length)).toSorted()
}

function text(folder: URL, name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
