// The scanner in front of JSON.parse: it agrees with it on what is JSON, and says where and what is wrong.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_DEPTH, MAX_DOCUMENT_CHARACTERS, MAX_ENTRIES, MAX_FAULTS } from '../../shared/document/limits.ts'
import { parseJson } from '../../shared/document/parse-json.ts'

const FAULTS: readonly (readonly [string, string, string])[] = [
  ['', '', 'line 1, column 1: the text is empty'],
  [' \n ', '', 'line 2, column 2: the text is empty'],
  ['{', '', 'line 1, column 2: expected a key in double quotes, got the end of the text'],
  ['{"a":1,}', 'a', 'line 1, column 8: expected a key in double quotes, got "}"'],
  ['{"a":[1,2', 'a[1]', 'line 1, column 10: expected a comma or ], got the end of the text'],
  ['[1,]', '[1]', 'line 1, column 4: expected a value, got "]"'],
  ['{"a":\n  {"b" 1}}', 'a.b', 'line 2, column 8: expected a colon after the key "b", got "1"'],
  ['{"a":1 "b":2}', 'a', 'line 1, column 8: expected a comma or }, got "\\""'],
  ["{'a':1}", '', `line 1, column 2: expected a key in double quotes, got "'"`],
  ['{a:1}', '', 'line 1, column 2: expected a key in double quotes, got "a"'],
  ['1 2', '', 'line 1, column 3: expected the end of the text, got "2"'],
  ['[01]', '[0]', 'line 1, column 3: expected a comma or ], got "1"'],
  ['[.5]', '[0]', 'line 1, column 2: expected a value, got "."'],
  ['[NaN]', '[0]', 'line 1, column 2: expected a value, got "N"'],
  ['["abc', '[0]', 'line 1, column 2: this text in double quotes never ends'],
  [
    '["a\r\nb"]',
    '[0]',
    'line 1, column 4: a line break or control character inside a text; write it as \\n or \\u00..',
  ],
  ['["\\x"]', '[0]', 'line 1, column 3: "\\\\x" is no escape that JSON knows'],
  ['["\\u12g4"]', '[0]', 'line 1, column 3: "\\\\u" is no escape that JSON knows'],
  ['{"a":{"__proto__":1}}', 'a.__proto__', 'this key is reserved and may not be used'],
  ['{"\\u005f_proto__":1}', '__proto__', 'this key is reserved and may not be used'],
  ['{"a":1,"b":2,"a":3}', 'a', 'this key is given twice'],
  ['{"a":1,"\\u0061":3}', 'a', 'this key is given twice'],
  ['{"steps":[0,{"x":1e999}]}', 'steps[1].x', 'the number "1e999" is too large to be kept'],
  ['{"a b":-1e400}', '["a b"]', 'the number "-1e400" is too large to be kept'],
]

test.each(FAULTS)('%j', (text, path, message) => {
  expect(parseJson(text)).toEqual({ ok: false, faults: [{ path, message }] })
})

test('all faults that are no syntax errors are told, up to a limit', () => {
  const text = `[${Array.from({ length: MAX_FAULTS + 5 }, () => '1e999').join()}]`
  const parsed = parseJson(text)
  if (parsed.ok) throw new Error('read')
  expect(parsed.faults).toHaveLength(MAX_FAULTS + 1)
  expect(parsed.faults.at(-1)).toEqual({ path: '', message: 'and 5 more' })
})

test('a byte order mark is skipped; a second one is not', () => {
  expect(parseJson('\ufeff[1]')).toEqual({ ok: true, value: { value: [1] } })
  expect(parseJson('\ufeff\ufeff[1]').ok).toBe(false)
})

test('-0 is read as 0, wherever it is', () => {
  expect(parseJson('{"a":[-0, -0.0, 0, {"b":-0e5}], "c": -1}')).toEqual({
    ok: true,
    value: { value: { a: [0, 0, 0, { b: 0 }], c: -1 } },
  })
})

test('whole numbers that cannot be kept exactly are pointed out', () => {
  const inexact = (text: string): unknown => {
    const parsed = parseJson(text)
    return parsed.ok ? parsed.value.inexact : parsed
  }
  expect(inexact('{"a":[1,9007199254740993]}')).toEqual({
    path: 'a[1]',
    message: 'the number "9007199254740993" cannot be kept exactly',
  })
  expect(inexact('9223372036854775807')).toMatchObject({ path: '' })
  for (const kept of [
    '9007199254740991',
    '-9007199254740991',
    '9007199254740992',
    '330030154510148200',
    '1e300',
    '0.1',
  ]) {
    expect(inexact(kept), kept).toBeUndefined()
  }
})

describe('limits', () => {
  test('depth: the last level that is read, and the first that is not', () => {
    expect(parseJson('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH)).ok).toBe(true)
    expect(parseJson('['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1))).toMatchObject({
      faults: [{ message: `line 1, column ${MAX_DEPTH + 1}: nested more than 200 levels deep` }],
    })
  })

  test.each(['[', '{"a":', '[{"a":'])('five million levels of %j are refused at once', (level) => {
    const started = performance.now()
    const parsed = parseJson(level.repeat(5_000_000).slice(0, MAX_DOCUMENT_CHARACTERS))
    expect(parsed).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringContaining('200 levels') as string }],
    })
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('entries: as many as there may be, and one more', () => {
    const list = (length: number): string => `[${Array.from({ length }, () => '0').join()}]`
    const object = (length: number): string => `{${Array.from({ length }, (_, i) => `"${i}":0`).join()}}`
    expect([parseJson(list(MAX_ENTRIES)).ok, parseJson(object(MAX_ENTRIES)).ok]).toEqual([true, true])
    expect(parseJson(`{"a":${list(MAX_ENTRIES + 1)}}`)).toMatchObject({
      faults: [{ path: 'a[100000]', message: 'line 1, column 200007: more than 100000 entries in one list' }],
    })
    expect(parseJson(object(MAX_ENTRIES + 1)).ok).toBe(false)
  })

  test('size: one character too many is refused before anything else, with the limit', () => {
    expect(parseJson(' '.repeat(MAX_DOCUMENT_CHARACTERS + 1))).toEqual({
      ok: false,
      faults: [{ path: '', message: 'the text has 33554433 characters; at most 33554432 (32 M) are read' }],
    })
  })

  test('a text of ten million characters is read, and a number of a million digits is refused', () => {
    expect(parseJson(JSON.stringify(['\\"x'.repeat(2_500_000)])).ok).toBe(true)
    expect(parseJson('1'.repeat(1_000_000))).toMatchObject({
      faults: [{ message: expect.stringContaining('too large') as string }],
    })
  })
})

describe('compared with JSON.parse', () => {
  test('it reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false, maxDepth: 6 }), (text) => {
        fc.pre(!text.includes('__proto__'))
        expect(parseJson(text)).toMatchObject({ ok: true, value: { value: normal(JSON.parse(text)) } })
      }),
      { numRuns: 500 },
    )
  })

  test('on damaged text both say the same', () => {
    const outcomes = { read: 0, refused: 0 }
    const damage = fc.tuple(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.nat(4),
      fc.constantFrom(...'{}[]",:\\0-.eEtu \n\u0000\u001fx'.split('')),
    )
    fc.assert(
      fc.property(damage, ([text, at, cut, put]) => {
        const place = at % (text.length + 1)
        const damaged = text.slice(0, place) + put + text.slice(place + cut)
        const ours = parseJson(damaged)
        const onlyOurs = !ours.ok && ours.faults.every(({ message }) => !message.startsWith('line '))
        expect(ours.ok || onlyOurs, damaged).toBe(parses(damaged))
        outcomes[ours.ok ? 'read' : 'refused']++
      }),
      { numRuns: 3000 },
    )
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(200)
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function normal(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify({ value }))
  return (copy as { value: unknown }).value
}
