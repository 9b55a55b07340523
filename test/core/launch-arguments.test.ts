// Which words of a command line are files to open.
import fc from 'fast-check'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesFromWords, MAX_FILES } from '../../electron/core/launch-arguments.ts'

describe('files from words', () => {
  const cases: readonly [words: readonly unknown[], files: readonly string[]][] = [
    [[], []],
    [
      ['a.handoff', '/b.handoff'],
      ['/home/ann/a.handoff', '/b.handoff'],
    ],
    [['--flag', '-x', 'a.handoff'], ['/home/ann/a.handoff']],
    [
      ['--', '--flag', '-x'],
      ['/home/ann/--flag', '/home/ann/-x'],
    ],
    [['a.handoff', './a.handoff', 'b/../a.handoff'], ['/home/ann/a.handoff']],
    [
      ['file:///b%20c.handoff', 'FILE:///d.handoff'],
      ['/b c.handoff', '/d.handoff'],
    ],
    [['file://elsewhere/share/a', 'file:///a%00b', 'file:///%zz', 'file:'], ['/']],
    [['https://example.com/a.handoff', 'javascript:alert(1)', 'handoff://x', 'data:,x'], []],
    [['', 'a\0b', 'x'.repeat(5_000)], []],
    [[7, null, undefined, {}, ['a']], []],
  ]
  for (const [words, files] of cases) {
    it(`are ${files.length} in ${JSON.stringify(words).slice(0, 80)}`, () => {
      expect(filesFromWords(words, '/home/ann')).toEqual(files)
    })
  }

  it(`stops at ${MAX_FILES}`, () => {
    const words = Array.from({ length: 200 }, (_, n) => `${n}`)
    expect(filesFromWords(words, '/home/ann')).toHaveLength(MAX_FILES)
  })

  it('are absolute and normal whatever the words', () => {
    const word = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl(), fc.anything())
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const files = filesFromWords(words, '/home/ann')
        for (const file of files) {
          expect(path.isAbsolute(file) && path.normalize(file) === file && !file.includes('\0')).toBe(true)
          expect(file.length).toBeLessThanOrEqual(4_096)
        }
        expect(new Set(files).size).toBe(files.length)
      }),
      { numRuns: 2_000 },
    )
  })
})
