// n8n files as they come: wrapped, old, damaged, broken. What can be read is read, and what was wrong is told.
import { describe, expect, it, test } from 'vitest'
import { connections, file, imported, messages, node, refusal, stepNamed, ways } from './support.ts'
import type { Raw } from './support.ts'

const TWO = [node('Go', 'manualTrigger'), node('Work', 'set')]
const BODY = { name: 'Two', nodes: TWO, connections: connections('Go > Work') }

describe('finds the workflow', () => {
  it.each<readonly [string, unknown]>([
    ['a download', BODY],
    ['a bare clipboard', { nodes: TWO, connections: BODY.connections }],
    ['a template of the site', { workflow: { id: 7, workflow: BODY } }],
    ['an answer of the API', { data: BODY }],
    ['an answer with a list', { data: [BODY] }],
    ['a backup', [BODY]],
  ])('in %s', (_, value) => {
    expect(ways(imported(JSON.stringify(value)))).toEqual(['Go -> Work', 'Work -> Done'])
  })
  it('twice in one file, side by side', () => {
    const both = imported(JSON.stringify([BODY, BODY]))
    expect(ways(both)).toEqual(['Go -> Work', 'Go -> Work', 'Work -> Done', 'Work -> Done'])
    expect(messages(both.report.repairs)).toContain('several workflows')
  })
  it('with a byte order mark', () =>
    expect(imported(`\ufeff${JSON.stringify(BODY)}`).report.source.nodes).toBe(2))
  it('without connections', () =>
    expect(imported(JSON.stringify({ nodes: TWO }), { from: 'n8n' }).report.source).toEqual({
      nodes: 2,
      edges: 0,
    }))
})

describe('refuses, and names the place', () => {
  it.each([
    ['nothing at all', '', 'line 1, column 1: the file is empty'],
    ['white space', ' \n ', 'line 1, column 1: the file is empty'],
    ['half a file', JSON.stringify(BODY).slice(0, 90), /line 1, column \d+/],
    ['a missing comma', '{"nodes": []\n "connections": {}}', 'line 2, column 2'],
    ['another object', '{"a": 1}', 'no n8n workflow in it'],
    ['no nodes', '{"nodes": [], "connections": {}}', 'no steps in it'],
    [
      'too many nodes',
      JSON.stringify({ nodes: Array.from({ length: 20_001 }, () => ({ type: 'a.b' })) }),
      'at most 20000 are read',
    ],
  ])('%s', (_, text, message) => expect(refusal(text, { from: 'n8n' })).toMatch(message))
  it('too many connections', () => {
    const targets = Array.from({ length: 60_001 }, () => ({ node: 'Work' }))
    const text = JSON.stringify({ nodes: TWO, connections: { Go: { main: [targets] } } })
    expect(refusal(text, { from: 'n8n' })).toContain('at most 60000')
  })
})

describe('reads what is damaged', () => {
  it('text behind the end', () => {
    const result = imported(`${JSON.stringify(BODY)}\n\nand so on {`)
    expect(result.report.repairs[0]).toEqual({
      message: expect.stringContaining('more text behind the end'),
      place: '3:1',
    })
  })
  it('a key given twice', () => {
    const text = `{"nodes": [], ${JSON.stringify(BODY).slice(1)}`
    expect(messages(imported(text).report.repairs)).toContain('given twice')
  })
  it('nodes without ids, null outputs and plain lists of outputs', () => {
    const nodes = TWO.map((one) => ({ ...one, id: undefined }))
    for (const main of [[null, [{ node: 'Work' }]], [[null, { node: 'Work' }]], [{ node: 'Work' }]]) {
      const result = imported(JSON.stringify({ nodes, connections: { Go: { main } } }))
      expect(result.report.source.edges).toBe(1)
      expect(ways(result).filter((way) => way.startsWith('Go -> Work'))).toHaveLength(1)
    }
  })
  it('connections by id', () => {
    const text = JSON.stringify({
      nodes: TWO,
      connections: { 'id of Go': { main: [[{ node: 'id of Work' }]] } },
    })
    const result = imported(text)
    expect(ways(result)).toContain('Go -> Work')
    expect(result.report.repairs[0]).toMatchObject({
      message: expect.stringContaining('by their id'),
      count: 2,
    })
  })
  it('connections to nodes that are not there: stand-ins, untagged', () => {
    const result = imported(file(TWO, 'Go > Work', 'Work > Gone', 'Lost > Gone'))
    expect(ways(result)).toEqual(['Go -> Work', 'Gone -> Done', 'Lost -> Gone', 'Work -> Gone'])
    expect(stepNamed(result, 'Gone')).toMatchObject({ kind: 'step' })
    expect(stepNamed(result, 'Gone').consequence).toBeUndefined()
    expect(messages(result.report.repairs)).toMatch(/“Gone”.*not among the nodes/)
    expect(Object.keys(result.workflow.layout.steps).sort()).toEqual(
      result.workflow.steps.map((step) => step.id).sort(),
    )
  })
  it('a connection that arrives as something else than it left', () => {
    const text = JSON.stringify({
      nodes: TWO,
      connections: { Go: { main: [[{ node: 'Work', type: 'error' }]] } },
    })
    const result = imported(text)
    expect(ways(result)).toContain('Go -> Work [error] "error"')
    expect(messages(result.report.repairs)).toContain('leaves as "main" and arrives as "error"')
  })
  it('entries that are no nodes, and connections that say nothing', () => {
    const nodes = [...TWO, 7, null, { name: 'no type' }]
    const result = imported(
      JSON.stringify({ nodes, connections: { Go: { main: [[{ node: 'Work' }, { index: 3 }, 5]] } } }),
    )
    expect(result.report.source).toEqual({ nodes: 5, edges: 3 })
    expect(result.report.repairs.map((item) => item.place)).toEqual(
      expect.arrayContaining([
        '/nodes/2',
        '/nodes/3',
        '/nodes/4',
        '/connections/Go/main/0/1',
        '/connections/Go/main/0/2',
      ]),
    )
  })
  it('two nodes of the same name', () => {
    const result = imported(file([...TWO, node('Work', 'noOp')], 'Go > Work'))
    expect(result.workflow.steps.filter((step) => step.name === 'Work').map((step) => step.id)).toEqual([
      'work',
      'work_2',
    ])
    expect(messages(result.report.repairs)).toContain('the same name')
  })
})

describe('keeps', () => {
  const SPACED = [
    node('Go', 'manualTrigger', {}, { position: [0, 0] }),
    node('Work', 'set', {}, { position: [180, 0], notes: 'Mind the gap' }),
    node('Note', 'stickyNote', { content: '# Read me', width: 400, height: 300 }, { position: [-20, -200] }),
  ]
  test('positions, spread so that no two cards overlap', () => {
    const { workflow } = imported(file(SPACED, 'Go > Work'))
    const points = Object.values(workflow.layout.steps)
    expect(points).toHaveLength(3)
    for (const [i, a] of points.entries()) {
      for (const b of points.slice(i + 1)) {
        expect(Math.abs(a[0] - b[0]) >= 208 || Math.abs(a[1] - b[1]) >= 72).toBe(true)
      }
    }
    expect(workflow.layout.steps.work![0]).toBeGreaterThan(workflow.layout.steps.go![0])
  })
  test('sticky notes on the canvas, and notes on their step', () => {
    const result = imported(file(SPACED, 'Go > Work'))
    expect(result.workflow.layout.notes).toMatchObject([{ text: '# Read me' }])
    expect(stepNamed(result, 'Work').description).toBe('Mind the gap')
    expect(result.report.repairs).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('sticky notes'),
        change: { steps: -1, transitions: 0 },
      }),
    )
  })
  test('names word for word', () => {
    const name = '  Größe “prüfen” <b>&amp; /weiter\\  '
    expect(imported(file([node(name, 'set')])).workflow.steps[0]!.name).toBe(name)
  })
  test('islands, each with its own end, and says what nothing starts', () => {
    const nodes = [...TWO, node('Cron', 'scheduleTrigger'), node('Other', 'set'), node('Alone', 'set')]
    const result = imported(file(nodes, 'Go > Work', 'Cron > Other'))
    expect(result.workflow.steps.filter((step) => step.kind === 'end')).toHaveLength(2)
    expect(result.report.blindSpots).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('nothing starts'), count: 1 }),
    )
  })
})

describe('leaves behind', () => {
  const SECRETS = [
    'sk-proj-abcdefghijklmnop1234567890',
    'ghp_abcdefghijklmnopqrstuvwxyz123456',
    'xoxb-1234567890-abcdefghijkl',
    'AKIAIOSFODNN7EXAMPLE',
    'Bearer abcdef0123456789abcdef',
    'api_key: 93jf02kfa9s8',
    '8f14e45fceea167a5a36dedd4bea2543c0d1e2f3',
  ]
  test('everything that looks like a key, wherever it stands', () => {
    for (const secret of SECRETS) {
      const nodes = [
        node(
          `Call ${secret}`,
          'httpRequest',
          { url: `https://a.example/?k=${secret}`, headers: secret },
          { notes: `use ${secret}` },
        ),
        node('Note', 'stickyNote', { content: `key ${secret}` }),
        node('If', 'if', { conditions: { string: [{ value1: secret, value2: secret }] } }),
        node('A', 'set'),
      ]
      const text = JSON.stringify({
        nodes,
        connections: connections(`Call ${secret} > If`, 'If > A'),
        pinData: { A: [{ json: { secret } }] },
      })
      const result = imported(text)
      expect(JSON.stringify(result.workflow)).not.toContain(secret.split(' ').at(-1))
      expect(messages(result.report.repairs)).toContain('sample data pinned')
    }
  })
  test('parameters: no prompt, no code, no address', () => {
    const nodes = [
      node('Ask', 'lc:openAi', { prompt: 'PROMPT-TEXT' }),
      node('Code', 'code', { jsCode: 'return CODE_TEXT' }),
      node('Call', 'httpRequest', { url: 'https://host.example/path-text?x=QUERY' }),
      node('Mail', 'gmail', { sendTo: 'someone@mail.example', message: 'BODY-TEXT' }),
    ]
    const text = JSON.stringify(imported(file(nodes, 'Ask > Code', 'Code > Call', 'Call > Mail')).workflow)
    for (const part of ['PROMPT', 'CODE_TEXT', 'path-text', 'QUERY', 'someone', 'BODY'])
      expect(text).not.toContain(part)
    // Planted: what may be copied is there, so the search above looks at the right text.
    expect(text).toContain('host.example')
  })
})

test('a hostile name is a name and nothing else', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'a\u0000b',
    'safe\u202Eexe.evil',
    '<img src=x onerror=alert(1)>',
    '𝕏'.repeat(400),
  ]
  const nodes: Raw[] = names.map((name) => node(name, 'set'))
  const before = Object.getOwnPropertyNames(Object.prototype).length
  const result = imported(
    JSON.stringify({
      nodes,
      connections: connections(...names.slice(1).map((name, i) => `${names[i]} > ${name}`)),
    }),
  )
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before)
  expect(result.workflow.transitions).toHaveLength(names.length - 1)
  const kept = result.workflow.steps.map((step) => step.name)
  expect(kept).toEqual(
    expect.arrayContaining([
      '__proto__',
      'constructor',
      'toString',
      'ab',
      'safeexe.evil',
      '<img src=x onerror=alert(1)>',
    ]),
  )
  expect(kept.some((name) => name.length > 301)).toBe(false)
  expect(messages(result.report.repairs)).toMatch(
    /was cut[^]*invisible characters|invisible characters[^]*was cut/,
  )
})
