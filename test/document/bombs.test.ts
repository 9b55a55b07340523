// Files made to take the time or the memory of whoever opens them: each is read or refused, with its place, within
// five seconds. (The slowest takes half a second on an idle machine; the limit leaves room for a busy one.)
import { expect, test } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'

const LIMIT_MS = 5000
const HEAD = '{"format":"handoff","version":1,'

const repeat = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join()
const steps = (count: number, text: (i: number) => string): string =>
  `${HEAD}"steps":[${repeat(count, text)}]}`

test.each<[string, () => string, string]>([
  [
    'a name of thirty million letters',
    () => steps(1, () => `{"id":"a","kind":"step","name":"${'x'.repeat(30e6)}"}`),
    'steps[0].name',
  ],
  ['a hundred thousand steps that are none', () => steps(100_000, () => '{}'), 'steps[0].id'],
  [
    'a hundred thousand steps with one id',
    () => steps(100_000, () => '{"id":"a","kind":"step","name":""}'),
    'steps[1].id',
  ],
  [
    'a million domains',
    () => steps(1, () => `{"id":"a","kind":"step","name":"","domains":[${'1,'.repeat(1e6)}1]}`),
    'steps[0].domains[10000]',
  ],
  [
    'a hundred thousand bad positions',
    () => `${HEAD}"layout":{"steps":{${repeat(99_999, (i) => `"k${i}":1`)}}}}`,
    'layout.steps.k0',
  ],
  [
    'three hundred thousand bad constraints',
    () =>
      `${HEAD}"brief":{"constraints":[${'1,'.repeat(99_998)}1],"nonNegotiables":[${'1,'.repeat(99_998)}1],"domains":[${'1,'.repeat(99_998)}1]}}`,
    '',
  ],
  [
    'millions of numbers beyond all measure',
    () => `${HEAD}"x":{${repeat(99_999, (i) => `"a${i}":1e999`)}}}`,
    'x.a0',
  ],
  ['a key given a hundred thousand times', () => `${HEAD}"x":{${repeat(100_000, () => '"a":1')}}}`, 'x.a'],
  ['a text that never ends', () => `${HEAD}"x":"${'a'.repeat(32e6)}`, 'x'],
  ['a fault after thirty million empty lines', () => `${'\n'.repeat(30e6)}x`, ''],
  ['an object in an object, without end', () => `${HEAD}"x":${'{"x":'.repeat(5e6)}`, `x${'.x'.repeat(199)}`],
])('%s', (_, text, path) => {
  const bomb = text()
  const started = performance.now()
  const opened = readDocument(bomb)
  expect(performance.now() - started).toBeLessThan(LIMIT_MS)
  expect(opened.ok ? 'read' : opened.faults[0]!.path).toBe(path)
})

test('a hundred thousand good steps are read', () => {
  const started = performance.now()
  expect(readDocument(steps(100_000, (i) => `{"id":"s${i}","kind":"step","name":""}`)).ok).toBe(true)
  expect(performance.now() - started).toBeLessThan(LIMIT_MS)
})
