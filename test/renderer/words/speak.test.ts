// What the core says in English is said in German on screen: no sentence of a rule, a proof or a suggestion is left out.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { sensitivity } from '../../../shared/analysis/sensitivity.ts'
import { readDocument } from '../../../shared/document/read.ts'
import { REVIEWER_PARAMETERS } from '../../../shared/model/reviewer.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { proofOf } from '../../../shared/report/proof.ts'
import { RULES } from '../../../shared/rules/index.ts'
import { german } from '../../../renderer/words/de.ts'
import { speak } from '../../../renderer/words/language.ts'
import { sayingBy } from '../../../renderer/words/speak.ts'

const { say } = german.common

beforeAll(() => speak('de', ['de-DE']))
afterAll(() => speak('en', ['en-US']))

describe('German', () => {
  const texts = new Set([...RULES.map(({ title }) => title), ...workflows().flatMap(saidOf), ...assumed()])

  it('has a sentence for everything that is said of the examples of all rules and of the samples', () => {
    expect(texts.size).toBeGreaterThan(500)
    expect([...texts].filter((text) => say(text) === text)).toEqual([])
  })

  it('leaves no English between the names', () => {
    const english = /\b(the|and|is|of|which|nobody|somebody|needs|before|without|can|by|it)\b/
    const left = [...texts].map(say).filter((text) => english.test(withoutNames(text)))
    expect(left).toEqual([])
  })
})

describe('what another tag would do', () => {
  const work = sensitivity(sample('customer-refunds.handoff'), { asOf: '2027-01-01' })
  let step = work.next()
  while (!step.done) step = work.next()
  const { effects, untagged } = step.value

  it('is said in German', () => {
    const texts = [...effects, ...untagged].map(({ message }) =>
      message.replace(/: [+−][\d.]+ min a run\.$/, '.'),
    )
    expect(texts.length).toBeGreaterThan(15)
    expect(texts.filter((text) => !/^(Angenommen, |Niemand hat gesagt, )/.test(say(text)))).toEqual([])
    expect(
      texts.map(say).filter((text) => /(?<!\p{L})(the|would|of|instead)(?!\p{L})/u.test(withoutNames(text))),
    ).toEqual([])
  })
})

describe('a book of phrases', () => {
  const book = sayingBy(
    {
      '{} really needs {}.': '{} braucht {}.',
      '{} comes after {}.': '{2} kommt vor {1}.',
      'an approval': 'eine Freigabe',
      'The gate “{}”': 'die Übergabe „{}“',
      '{} at {}': '{} bei {}',
    },
    { needs: 'Bedarf' },
  )

  it('fills gaps in their order or by number, and begins with a capital', () => {
    expect(book('“pay” really needs an approval.')).toBe('„pay“ braucht eine Freigabe.')
    expect(book('“a” comes after “b”.')).toBe('„b“ kommt vor „a“.')
    expect(book('The gate “x” really needs an approval.')).toBe('Die Übergabe „x“ braucht eine Freigabe.')
  })

  it('keeps what it does not know as it is, and never says the name of a step', () => {
    expect(book('Unheard of, and so on.')).toBe('Unheard of, and so on.')
    expect(book('“an approval” really needs an approval.')).toBe('„an approval“ braucht eine Freigabe.')
    expect(book('“needs” really needs “a, b and c”.')).toBe('„needs“ braucht „a, b and c“.')
    expect(book('Meet at noon')).toBe('Meet at noon')
    expect(book('toString')).toBe('toString')
  })

  it('says several things, numbers and days as they are written there', () => {
    expect(book('“a”, “b” and an approval really needs 1,200.5.')).toBe(
      '„a“, „b“ und eine Freigabe braucht 1.200,5.',
    )
    expect(book('“a” really needs 2027-03-04.')).toBe('„a“ braucht 04.03.2027.')
  })

  it('takes some words only where they stand alone', () => {
    expect(book('needs')).toBe('Bedarf')
    expect(book('“a” really needs needs.')).toBe('„a“ braucht needs.')
  })
})

function workflows(): readonly Workflow[] {
  const samples = readdirSync('resources/samples').filter((file) => file.endsWith('.handoff'))
  return [
    ...RULES.flatMap(({ examples }) => [examples.bad.workflow, examples.good.workflow]),
    ...samples.map(sample),
  ]
}

function sample(file: string): Workflow {
  const read = readDocument(readFileSync(`resources/samples/${file}`, 'utf8'))
  if (!read.ok) throw new Error(`${file} does not read`)
  return read.value.workflow
}

function saidOf(workflow: Workflow): readonly string[] {
  const options = { asOf: '2027-01-01' }
  const analysis = analyse(workflow, options)
  const { claim, method, checker, cheapest, actions } = proofOf(workflow, analysis, options)
  return [
    ...analysis.findings.flatMap((finding) => [
      finding.message,
      finding.severityBecause,
      finding.goesAwayIf,
      ...finding.facts.map(({ name }) => name),
      ...(finding.fixes ?? []).map(({ title }) => title),
    ]),
    ...analysis.placement.handoffs.map(({ why }) => why),
    ...Object.values(analysis.steps).flatMap(({ routing }) =>
      routing.because === '' ? [] : [routing.because],
    ),
    claim,
    method,
    checker.text,
    cheapest,
    ...actions.flatMap((action) => [
      action.claim,
      action.because,
      ...(action.open ? [action.open.text] : []),
      ...action.carriers.map(({ text }) => text),
    ]),
  ]
}

function assumed(): readonly string[] {
  return Object.values(REVIEWER_PARAMETERS).flatMap(({ says, evidence }) => [says, evidence])
}

function withoutNames(text: string): string {
  return text.replace(/„[^“]*“/g, '„“')
}
