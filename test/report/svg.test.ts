// The drawing as a file: well-formed, self-contained, and never made of what labels say.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { drawWorkflow } from '../../shared/report/svg.ts'
import { xmlText } from '../../shared/report/xml.ts'
import { cut, wrapText } from '../../shared/report/wrap.ts'
import { textWidth } from '../../shared/report/sizes.ts'
import { anyWorkflow, workflow } from '../simulate/build.ts'
import { COMPLETE, refunds } from '../policy/example.ts'

const ALLOWED = new Set(['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text', 'tspan'])

/** Elements in order and texts between them; throws where the text is no well-formed XML of the kind that we write. */
function parseXml(xml: string): {
  readonly names: string[]
  readonly attributes: string[]
  readonly texts: string[]
} {
  const found = { names: [] as string[], attributes: [] as string[], texts: [] as string[] }
  const open: string[] = []
  const token = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|([^<>]+)/gy
  let end = 0
  for (const [whole, closing, name, attributes, empty, text] of xml.matchAll(token)) {
    end += whole.length
    if (text !== undefined) {
      const bare = text.replace(/&(?:amp|lt|gt|quot|#39);/g, '')
      if (bare.includes('&')) throw new Error(`an ampersand that is none: ${text}`)
      found.texts.push(text)
    } else if (closing === '/') {
      if (open.pop() !== name) throw new Error(`${name} closed out of turn`)
    } else {
      found.names.push(name!)
      found.attributes.push(...Array.from((attributes ?? '').matchAll(/ ([a-zA-Z-]+)=/g), ([, key]) => key!))
      if (empty !== '/') open.push(name!)
    }
  }
  if (end !== xml.length || open.length > 0)
    throw new Error(`not well-formed at ${end}: ${xml.slice(end, end + 60)}`)
  return found
}

const HOSTILE =
  '</text><script>alert(1)</script><a href="https://example.org" onclick=\'x\'>&amp;\u0000\u202e\ud800\uffff'

describe('the drawing', () => {
  test('is well-formed, and made of plain shapes and texts alone', () => {
    fc.assert(
      fc.property(anyWorkflow, fc.string({ unit: 'binary', maxLength: 40 }), (base, label) => {
        const document: Workflow = {
          ...base,
          name: label,
          steps: base.steps.map((step) => ({ ...step, name: label })),
          transitions: base.transitions.map((each) => ({ ...each, label })),
          layout: { steps: {}, notes: [{ id: 'n', text: label, at: [10, 10] }] },
        }
        const { names, attributes } = parseXml(drawWorkflow(document, { analysis: analyse(document) }))
        expect(names.filter((name) => !ALLOWED.has(name))).toEqual([])
        expect(attributes.filter((name) => /^on|href|style|^id$|class/i.test(name))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('a label that looks like markup is shown as text', () => {
    const { names, texts } = parseXml(drawWorkflow(refunds(COMPLETE, HOSTILE)))
    expect(names).not.toContain('script')
    expect(names).not.toContain('a')
    expect(texts.join('')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('names every step and every handoff, and what stays open is a ghost', () => {
    const covered = drawWorkflow(refunds())
    for (const words of ['Pay it back', 'draft', 'refused', 'approve', 'Desk · 4 min', 'amount &gt; 100']) {
      expect(covered).toContain(words)
    }
    const open: Workflow = { ...refunds(), handoffs: [] }
    expect(drawWorkflow(open)).not.toContain('+ sign-off')
    expect(drawWorkflow(open, { analysis: analyse(open) })).toContain('+ sign-off')
  })

  test('draws no suggestion that is put off, until the day has come', () => {
    const open: Workflow = { ...refunds(), handoffs: [] }
    const analysis = analyse(open)
    const later = analysis.findings
      .filter(({ suggestion }) => suggestion)
      .map(({ id, fingerprint }) => ({
        finding: id,
        status: 'snoozed' as const,
        reason: '',
        by: '',
        at: '',
        facts: fingerprint,
        until: '2027-01-31',
      }))
    const draw = (now: string) =>
      drawWorkflow({ ...open, dispositions: later }, { analysis, decisions: { now } })
    expect(draw('2027-01-30T12:00:00Z')).not.toContain('+ sign-off')
    expect(draw('2027-02-01T12:00:00Z')).toContain('+ sign-off')
  })

  test('draws a level that nobody set as an outline, and never as none', () => {
    const one = (consequence: Readonly<Record<string, unknown>>): string =>
      drawWorkflow(workflow([['a', 'action', consequence]], []))
    expect(one({})).toContain('stroke-dasharray="1.5 1.5"')
    expect(one({ consequence: { level: 0 } })).not.toContain('stroke-dasharray="1.5 1.5"')
  })

  test('is the same for the same workflow, and has two themes', () => {
    expect(drawWorkflow(refunds())).toBe(drawWorkflow(structuredClone(refunds())))
    expect(drawWorkflow(refunds(), { theme: 'dark' })).not.toBe(drawWorkflow(refunds()))
  })

  test('of nothing is a small empty sheet', () => {
    expect(parseXml(drawWorkflow(workflow([], []))).names).toEqual(['svg', 'title', 'desc', 'rect'])
  })

  test('keeps an id of the document out of the names of anything', () => {
    const odd = workflow(
      [
        ['__defineGetter__', 'start'],
        ['constructor', 'action'],
      ],
      [['__defineGetter__', 'constructor']],
    )
    expect(() => parseXml(drawWorkflow(odd, { analysis: analyse(odd) }))).not.toThrow()
  })

  test('a thousand steps that stand somewhere are drawn in less than three seconds', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `s${i}`)
    const large = workflow(
      ids.map((id) => [id, 'action'] as const),
      ids
        .slice(1)
        .map((id, i) => [ids[Math.max(0, i - (i % 5))]!, id, { probability: 0.5, label: id }] as const),
    )
    const before = performance.now()
    drawWorkflow(large)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

describe('text', () => {
  test.each([
    ['a & b', 'a &amp; b'],
    ['<i>"x"\'', '&lt;i&gt;&quot;x&quot;&#39;'],
    ['one\ntwo\u2028three', 'one two three'],
    ['bell\u0007 lone\ud800 none\uffff', 'bell\ufffd lone\ufffd none\ufffd'],
    ['👩‍🚀', '👩‍🚀'],
    ['left\u202eright', 'left\ufffdright'],
  ])('%j becomes %j', (text, escaped) => expect(xmlText(text)).toBe(escaped))

  test('wraps into lines that fit, and says where it was cut', () => {
    const wrapping = { width: 120, size: 13, lines: 2 }
    expect(wrapText('Send it', wrapping)).toEqual(['Send it'])
    expect(wrapText('Send the standard reply', wrapping)).toEqual(['Send the standard', 'reply'])
    const long = wrapText('Send the standard reply to everybody who ever asked', wrapping)
    expect(long.length).toBe(2)
    expect(long[1]).toMatch(/…$/)
    expect(cut('short', 100, 13)).toBe('short')
    expect(wrapText('', wrapping)).toEqual([])
  })

  test('no line is wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 40, max: 200 }),
        (text, width) => {
          const lines = wrapText(text, { width, size: 13, lines: 3 })
          expect(lines.length).toBeLessThanOrEqual(3)
          expect(lines.filter((line) => textWidth(line, 13) > width + 1e-9)).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})
