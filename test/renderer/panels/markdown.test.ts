// Help pages are read as data; whatever they hold, reading ends and nothing becomes markup.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkTarget, parseMarkdown, plainText } from '../../../renderer/panels/help/markdown.ts'

describe('parseMarkdown', () => {
  it('reads every kind of block', () => {
    const page = [
      '# Title',
      '',
      'Two lines of',
      'one **strong** paragraph with `code *kept*` and a [link](files.md).',
      '',
      '- first',
      '- second',
      '  goes on',
      '1. one',
      '',
      '| Key | Does |',
      '|---|---|',
      '| `N` | *new* step |',
      '',
      '![What it looks like](images/screens/first-look-light.png)',
      '```sh',
      'npx baton check',
      '```',
    ].join('\n')
    const text = (value: string) => ({ kind: 'text', text: value })
    expect(parseMarkdown(page)).toEqual([
      { kind: 'heading', level: 1, parts: [text('Title')] },
      {
        kind: 'paragraph',
        parts: [
          text('Two lines of one '),
          { kind: 'strong', parts: [text('strong')] },
          text(' paragraph with '),
          { kind: 'code', text: 'code *kept*' },
          text(' and a '),
          { kind: 'link', to: 'files.md', parts: [text('link')] },
          text('.'),
        ],
      },
      { kind: 'list', ordered: false, items: [[text('first')], [text('second goes on')]] },
      { kind: 'list', ordered: true, items: [[text('one')]] },
      {
        kind: 'table',
        head: [[text('Key')], [text('Does')]],
        rows: [[[{ kind: 'code', text: 'N' }], [{ kind: 'emphasis', parts: [text('new')] }, text(' step')]]],
      },
      { kind: 'screen', name: 'first-look', says: 'What it looks like' },
      { kind: 'code', language: 'sh', text: 'npx baton check' },
    ])
  })

  it('keeps markup as characters', () => {
    const html = '<img src=x onerror=alert(1)>'
    expect(parseMarkdown(html)).toEqual([{ kind: 'paragraph', parts: [{ kind: 'text', text: html }] }])
  })

  it('ends on any text and loses no letter of a plain paragraph', () => {
    const line = fc.stringMatching(/^[a-zA-Z0-9 |#`*_[\]().-]{0,40}$/)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(Array.isArray(parseMarkdown(lines.join('\n')))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z ]{0,80}$/), (words) => {
        const [block] = parseMarkdown(words)
        expect(block?.kind === 'paragraph' && plainText(block.parts)).toBe(words.trim())
      }),
    )
  })

  it('reads a hostile line in linear time', () => {
    for (const piece of ['*', '[', '`', '_a', '|', '**a', '[a](']) {
      const before = performance.now()
      parseMarkdown(piece.repeat(50_000))
      expect(performance.now() - before, piece).toBeLessThan(2000)
    }
  })
})

describe('linkTarget', () => {
  it('goes to our own pages and to https, and nowhere else', () => {
    expect(linkTarget('files.md')).toEqual({ kind: 'page', page: 'files' })
    expect(linkTarget('rules/S2.md')).toEqual({ kind: 'page', page: 'rules/S2' })
    expect(linkTarget('https://example.org/a')).toEqual({ kind: 'outside', url: 'https://example.org/a' })
    for (const bad of [
      'javascript:alert(1)',
      'http://a.b',
      'file:///etc/passwd',
      '../../x.md',
      'data:text/html,x',
    ])
      expect(linkTarget(bad)).toEqual({ kind: 'none' })
  })
})
