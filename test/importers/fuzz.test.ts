// Importers on input that nobody meant well: cut off, bytes turned, JSON shuffled, labels that try to be something
// else, files too large. Each ends soon, with a document that keeps every promise or with a refusal that has words.
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { bestFor, importers, importText } from '../../shared/importers/index.ts'
import { checkResult, connections, node } from './support.ts'
import type { Raw } from './support.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url), 'utf8')
const FILES = ['refund-desk.json', 'refund-desk.mmd', 'langgraph.mmd', 'readme.md'] as const
const TEXTS = new Map(FILES.map((name) => [name, fixture(name)]))

/** No longer than this for any one input. In processor time: on a busy machine the clock says little. */
const LIMIT_MS = 5000

/** Milliseconds of processor time since `before`. */
function spent(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Imports with the surest importer and with each by name, checks whatever comes out, and says what the first did. */
function outcomeOf(text: string): 'read' | 'refused' {
  const before = process.cpuUsage()
  const result = importText(text)
  const others = importers.map((importer) => importer.read(text))
  expect(spent(before)).toBeLessThan(LIMIT_MS)
  for (const other of others) checkResult(other)
  expect(result.ok && bestFor(text) === undefined).toBe(false)
  return checkResult(result)
}

/** Runs a property; a failure shows the seed and the smallest text that fails. The seed is fixed, so runs are alike. */
function holds<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, textOf: (value: T) => string): void {
  const details = fc.check(
    fc.property(arbitrary, (value) => void outcomeOf(textOf(value))),
    { seed: 20_261_124, numRuns },
  )
  expect(details.failed ? fc.defaultReportMessage(details) : 'holds').toBe('holds')
}

describe('cut off anywhere', () => {
  it.each(FILES)('%s', (name) => {
    const text = TEXTS.get(name)!
    const step = Math.max(1, Math.floor(text.length / 150))
    const outcomes = new Set<string>()
    for (let end = 0; end < text.length; end += step) outcomes.add(outcomeOf(text.slice(0, end)))
    outcomes.add(outcomeOf(text))
    // Both happen: something is refused, and something is read.
    expect(outcomes.size).toBe(2)
  })
})

describe('with characters turned', () => {
  it.each(FILES)('%s', (name) => {
    const text = TEXTS.get(name)!
    const turn = fc.tuple(
      fc.nat(text.length - 1),
      fc.constantFrom(...Array.from('"\\{}[](),:;|&<>-=.~@#%^`\n\u0000\u202e\ud800 é')),
    )
    const turned = (turns: readonly (readonly [number, string])[]) => {
      const characters = text.split('')
      for (const [at, character] of turns) characters[at] = character
      return characters.join('')
    }
    expect(outcomeOf(text)).toBe('read')
    holds(150, fc.array(turn, { minLength: 1, maxLength: 12 }), turned)
  })
})

describe('with values exchanged', () => {
  const HOSTILE = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      1e300,
      '',
      '__proto__',
      'constructor',
      [],
      {},
      [[]],
      [null],
      '={{ $json }}',
      'x'.repeat(3000),
    ),
    fc.jsonValue({ maxDepth: 3 }),
  )
  it('in an n8n file', () => {
    const original = TEXTS.get('refund-desk.json')!
    const places = pathsOf(JSON.parse(original) as unknown)
    expect(places.length).toBeGreaterThanOrEqual(200)
    const change = fc.tuple(fc.constantFrom(...places), HOSTILE)
    holds(500, fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const value = JSON.parse(original) as unknown
      for (const [path, put] of changes) exchange(value, path, put)
      return JSON.stringify(value)
    })
  })
  it('keys added everywhere leave Object.prototype alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort()
    const original = TEXTS.get('refund-desk.json')!
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']) {
      outcomeOf(
        original.replaceAll('{', `{${JSON.stringify(key)}: {"polluted": true}, `).replaceAll(', }', '}'),
      )
    }
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

test('any n8n-like file', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', '__proto__', 'constructor', '')
  const type = fc.constantFrom(
    ...[
      'if',
      'switch',
      'splitInBatches',
      'merge',
      'set',
      'gmail',
      'wait',
      'form',
      'webhook',
      'stopAndError',
      'stickyNote',
      'executeWorkflow',
      'noOp',
      'filter',
      'code',
      'httpRequest',
      'gmailTool',
      'slackHitlTool',
      'errorTrigger',
    ].map((t) => `n8n-nodes-base.${t}`),
    ...[
      'agent',
      'agentTool',
      'chainLlm',
      'lmChatOpenAi',
      'mcpTrigger',
      'textClassifier',
      'toolCode',
      'chat',
    ].map((t) => `@n8n/n8n-nodes-langchain.${t}`),
    'x',
  )
  const parameters = fc.record(
    {
      operation: fc.constantFrom('sendAndWait', 'delete', 'completion'),
      resume: fc.constantFrom('webhook', 'form'),
      mode: fc.constantFrom('expression', 'webhook', 'insert'),
      numberOutputs: fc.integer(),
      limit: fc.integer(),
      timeout: fc.string(),
    },
    { requiredKeys: [] },
  )
  const nodes = fc.array(
    fc.record(
      {
        name,
        type,
        parameters,
        typeVersion: fc.constantFrom(1, 2, 3),
        disabled: fc.boolean(),
        position: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
        onError: fc.constantFrom('continueErrorOutput', 'continueRegularOutput', undefined),
        retryOnFail: fc.boolean(),
      },
      { requiredKeys: ['type', 'name'] },
    ),
    { maxLength: 12 },
  )
  const target = fc.record({ node: name, type: fc.constantFrom('main', 'ai_tool'), index: fc.nat(2) })
  const outputs = fc.array(fc.oneof(fc.array(target, { maxLength: 3 }), fc.constant(null)), { maxLength: 4 })
  const wires = fc.dictionary(
    name,
    fc.dictionary(fc.constantFrom('main', 'ai_tool', 'ai_memory', 'ai_languageModel', 'error'), outputs),
  )
  expect(outcomeOf('{"nodes": [{"type": "x", "parameters": {}}], "connections": {}}')).toBe('read')
  holds(500, fc.tuple(nodes, wires), ([list, connections]) => JSON.stringify({ nodes: list, connections }))
})

test('any flowchart-like text', () => {
  const token = fc.constantFrom(
    'A',
    'B',
    'C',
    'end',
    'subgraph',
    'subgraph g',
    'style',
    '-->',
    '---',
    '-.->',
    '==>',
    '~~~',
    '<-->',
    '-- yes -->',
    '-. no .->',
    '|x|',
    '[text]',
    '{ask?}',
    '((go))',
    '([End])',
    '["q',
    '"]',
    '&',
    ';',
    '\n',
    ' ',
    '\n  ',
    ':::c',
    '@{ shape: diamond }',
    '@{',
    '}',
    '%%',
    '%%{',
    '}%%',
    '`',
    '\\3a',
    '__start__',
    '__end__',
    'class A x',
    '🤖 agent',
    'Human approval',
  )
  expect(outcomeOf('flowchart TD\nA-->B')).toBe('read')
  holds(1500, fc.array(token, { maxLength: 60 }), (tokens) => `flowchart TD\n${tokens.join('')}`)
})

test('any text at all', () => {
  expect(outcomeOf('any text at all')).toBe('refused')
  holds(300, fc.string({ maxLength: 400, unit: 'binary' }), (text) => text)
})

describe('hostile labels, everywhere a label can stand', () => {
  const LABELS = [
    '__proto__',
    'constructor',
    'toString',
    'a\u0000b',
    '\u202egnp.exe',
    '\ud800',
    '<script>alert(1)</script>',
    '"]; A --> B',
    '${1+1}',
    '{{7*7}}',
    "'; DROP TABLE x; --",
    '../../etc/passwd',
    '\u2028',
    'x'.repeat(1_000_000),
    '('.repeat(10_000),
    '['.repeat(10_000),
    '{'.repeat(10_000),
    '`'.repeat(10_000),
    '-'.repeat(100_000),
    '.'.repeat(100_000),
    '='.repeat(100_000),
    '<'.repeat(100_000),
    '%%{'.repeat(30_000),
    '&'.repeat(50_000),
    '#'.repeat(50_000),
    'a1'.repeat(50_000),
    ' '.repeat(500_000),
    '\n'.repeat(100_000),
    '|'.repeat(50_000),
    ':::'.repeat(30_000),
    '@{'.repeat(30_000),
    'é'.repeat(200_000),
  ]
  it.each(
    LABELS.map(
      (label) =>
        [
          label.length > 40 ? `${label.slice(0, 3)}… ×${label.length}` : JSON.stringify(label),
          label,
        ] as const,
    ),
  )('%s', (_, label) => {
    const other = node('Next', 'if', { conditions: { string: [{ value1: label, value2: label }] } })
    const raw: Raw[] = [
      node(label, 'webhook', { path: label, url: label }, { notes: label }),
      other,
      node('Note', 'stickyNote', { content: label }),
      node('H', 'httpRequest', { method: 'POST', url: label }),
      node('S', 'postgres', { operation: 'executeQuery', query: label }),
    ]
    const wires = {
      ...connections('Next > H', 'H > S'),
      [label]: { main: [[{ node: 'Next', type: label }]] },
    }
    const file = JSON.stringify({ name: label, nodes: raw, connections: wires, description: label })
    expect(outcomeOf(file)).toBe('read')
    outcomeOf(
      `flowchart TD\nA["${label}"] -->|"${label}"| B[${label}]\nB -- ${label} --> C{${label}}\n${label} --> D\nsubgraph ${label}\nE\nend`,
    )
    outcomeOf(label)
  })
})

describe('files beyond measure', () => {
  const many = (count: number, of: (index: number) => Raw) =>
    Array.from({ length: count }, (_, index) => of(index))
  it.each<readonly [string, () => string, 'read' | 'refused']>([
    [
      '100,000 nodes',
      () => JSON.stringify({ nodes: many(100_000, (i) => node(`N${i}`, 'set')), connections: {} }),
      'refused',
    ],
    [
      '15,000 nodes of one name on one spot',
      () => JSON.stringify({ nodes: many(15_000, () => node('Same', 'set')), connections: {} }),
      'read',
    ],
    [
      'a chain of 15,000',
      () =>
        JSON.stringify({
          nodes: many(15_000, (i) => node(`N${i}`, i === 0 ? 'webhook' : 'set')),
          connections: Object.fromEntries(
            many(14_999, (i) => ({ i })).map((_, i) => [`N${i}`, { main: [[{ node: `N${i + 1}` }]] }]),
          ),
        }),
      'read',
    ],
    [
      '2,000 splits and merges in a row',
      () =>
        JSON.stringify({
          nodes: many(6000, (i) => node(`N${i}`, i % 3 === 2 ? 'merge' : 'set')),
          connections: Object.fromEntries(
            many(5996, (i) => ({ i })).map((_, i) => [
              `N${i}`,
              {
                main: [
                  i % 3 === 2
                    ? [{ node: `N${i + 1}` }, { node: `N${i + 2}` }]
                    : [{ node: `N${i - (i % 3) + 2}`, index: i % 3 }],
                ],
              },
            ]),
          ),
        }),
      'read',
    ],
    [
      'one node to 30,000 ghosts',
      () =>
        JSON.stringify({
          nodes: [node('A', 'set')],
          connections: { A: { main: [many(30_000, (i) => ({ node: `G${i}` }))] } },
        }),
      'refused',
    ],
    [
      '1,000 tools for one agent, 30 agents',
      () =>
        JSON.stringify({
          nodes: [
            ...many(30, (i) => node(`A${i}`, 'lc:agent')),
            ...many(1000, (i) => node(`T${i}`, 'gmailTool')),
          ],
          connections: Object.fromEntries(
            many(1000, (i) => ({ i })).map((_, i) => [
              `T${i}`,
              { ai_tool: [many(30, (a) => ({ node: `A${a}` }))] },
            ]),
          ),
        }),
      'read',
    ],
    [
      '10,000 nested brackets in JSON',
      () => `{"nodes": ${'['.repeat(10_000)}${']'.repeat(10_000)}, "connections": {}}`,
      'refused',
    ],
    [
      'parameters nested 10,000 deep',
      () =>
        `{"nodes": [{"type": "n8n-nodes-base.if", "name": "A", "parameters": {"conditions": ${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}}], "connections": {}}`,
      'read',
    ],
    [
      '100,000 nodes in a chart',
      () =>
        `graph TD\n${many(50_000, (i) => ({ i }))
          .map((_, i) => `A${i} --> B${i}`)
          .join('\n')}`,
      'refused',
    ],
    [
      'a chart of 15,000 in a chain',
      () =>
        `graph TD\n${many(15_000, (i) => ({ i }))
          .map((_, i) => `A${i} --> A${i + 1}`)
          .join('\n')}`,
      'read',
    ],
    [
      '10,000 nested groups',
      () => `graph TD\n${'subgraph g\n'.repeat(10_000)}A --> B\n${'end\n'.repeat(10_000)}`,
      'read',
    ],
    [
      'a thousand times a thousand links',
      () =>
        `graph TD\n${many(1000, (i) => ({ i }))
          .map((_, i) => `A${i}`)
          .join(' & ')} --> ${many(1000, (i) => ({ i }))
          .map((_, i) => `B${i}`)
          .join(' & ')}`,
      'refused',
    ],
    ['a million lines of nothing', () => `graph TD\n${'\n;'.repeat(1_000_000)}A --> B`, 'read'],
    ['100,000 lines that cannot be read', () => `graph TD\nA --> B\n${'= = =\n'.repeat(100_000)}`, 'read'],
    ['100,000 code fences', () => '```mermaid\npie\n```\n'.repeat(100_000), 'refused'],
    ['300,000 directives that never end', () => `graph TD\n${'%%{\n'.repeat(300_000)}A --> B`, 'read'],
    ['200,000 groups in a row', () => `graph TD\nA --> B\n${'subgraph g\nend\n'.repeat(200_000)}`, 'read'],
    [
      '15,000 steps with something to tell about each',
      () => `graph TD\n${range(15_000, (i) => `A${i}[Pay the bill ${i}] --> A${i + 1}`).join('\n')}`,
      'read',
    ],
    [
      '15,000 tools of one agent',
      () => `graph TD\n${range(15_000, (i) => `A[Agent] -. tool .- T${i}`).join('\n')}`,
      'read',
    ],
    [
      '6,000 splits of a chart, each with its join',
      () =>
        `graph TD\n${range(4500, (i) => `A${i} --> B${i} & C${i}\nB${i} & C${i} --> D${i}\nD${i} -->|on| A${i + 1}`).join('\n')}`,
      'read',
    ],
    [
      '6,000 approvals that lead to 6,000 steps',
      () =>
        JSON.stringify({
          nodes: [
            ...range(6000, (i) => node(`P${i}`, 'slack', { operation: 'sendAndWait' })),
            node('Hub', 'set'),
            ...range(6000, (i) => node(`S${i}`, 'if', { conditions: { string: [{ value1: 'x' }] } })),
          ],
          connections: {
            ...Object.fromEntries(range(6000, (i) => [`P${i}`, { main: [[{ node: 'Hub' }]] }])),
            Hub: { main: [range(6000, (i) => ({ node: `S${i}` }))] },
          },
        }),
      'read',
    ],
    [
      'SQL that is all comments',
      () =>
        JSON.stringify({
          nodes: range(200, (i) =>
            node(`Q${i}`, 'postgres', { operation: 'executeQuery', query: '/*'.repeat(25_000) }),
          ),
          connections: {},
        }),
      'read',
    ],
    [
      'two million connections',
      () =>
        `{"nodes": [{"type": "x.y", "name": "A"}], "connections": {"A": {"main": [[${'{"node":"A"},'.repeat(2_000_000)}{}]]}}}`,
      'refused',
    ],
    ['34 million characters', () => `graph TD\n${'A --> B\n'.repeat(4_250_000)}`, 'refused'],
  ])('%s', (_, make, outcome) => {
    const text = make()
    const before = process.cpuUsage()
    const result = importText(text)
    expect(spent(before)).toBeLessThan(LIMIT_MS)
    expect(checkResult(result)).toBe(outcome)
  })
})

function range<T>(count: number, of: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => of(index))
}

/** Paths to every place in a JSON value. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))].filter(
    (one) => one.length > 0,
  )
}

function exchange(value: unknown, path: readonly string[], change: unknown): void {
  let here = value as Raw
  for (const key of path.slice(0, -1)) {
    const next = here[key]
    // An earlier change may have taken the place away.
    if (next === null || typeof next !== 'object') return
    here = next as Raw
  }
  here[path.at(-1)!] = change
}
