// Reading: every fault has its path, nothing is half read, and nothing that would be lost is opened for writing.
import { describe, expect, test } from 'vitest'
import { MAX_ENTRIES } from '../../shared/document/limits.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Fault } from '../../shared/support/result.ts'

type Raw = Record<string, unknown>

/** A small document that is whole: each test breaks one thing. */
function whole(): Raw {
  return {
    format: 'handoff',
    version: 1,
    name: 'Refunds',
    parties: [{ id: 'ops', name: 'Refund desk', kind: 'role' }],
    steps: [
      { id: 'start', kind: 'start', name: 'Request' },
      {
        id: 'pay',
        kind: 'action',
        name: 'Pay',
        verb: 'pay',
        consequence: { level: 3 },
        compensatedBy: 'undo',
        party: 'ops',
      },
      { id: 'undo', kind: 'action', name: 'Take back' },
      { id: 'end', kind: 'end', name: 'Done' },
    ],
    transitions: [
      { id: 't1', from: 'start', to: 'pay' },
      { id: 't2', from: 'pay', to: 'end' },
    ],
    handoffs: [
      {
        id: 'h1',
        kind: 'approval',
        strength: 'approve',
        at: { before: 'pay' },
        assignee: { role: 'ops' },
        escalation: [{ role: 'ops', after: 'PT1H', then: 'reject' }],
        onReject: { to: 'end' },
      },
      { id: 'h2', kind: 'notify', strength: 'notify', at: { on: 't2' } },
    ],
    dispositions: [{ finding: 'S2@pay', status: 'dismissed' }],
    scenarios: [{ id: 's1', name: 'Friday', script: [{ take: 'gone' }] }],
    layout: { steps: { start: [0, 0], gone: [1, 2] }, notes: [{ id: 'n', text: 'x', at: [0, 0] }] },
  }
}

/** `whole()` with the value at a path replaced, or taken away where none is given. */
function broken(path: string, value?: unknown): string {
  const raw = whole()
  const parts = path.split('/')
  const last = parts.pop()!
  const parent = parts.reduce<Raw>((at, part) => at[part] as Raw, raw)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return JSON.stringify(raw)
}

function faultsOf(text: string): readonly Fault[] {
  const opened = readDocument(text)
  return opened.ok ? [] : opened.faults
}

test('a whole document opens, with its history: orphaned positions, decisions and scripts', () => {
  const opened = readDocument(JSON.stringify(whole()))
  expect(opened).toMatchObject({
    ok: true,
    value: {
      readOnly: false,
      workflow: { layout: { steps: { gone: [1, 2] } }, scenarios: [{ script: [{ take: 'gone' }] }] },
    },
  })
})

const KINDS =
  '"start", "end", "step", "model", "action", "agent", "check", "decision", "split", "join", "human", "subflow", "wait"'

describe('what does not have the shape of the format', () => {
  test.each<[string, unknown, string, string]>([
    ['steps/1/kind', 'tool', 'steps[1].kind', `expected one of ${KINDS}, got "tool"`],
    ['steps/1/kind', undefined, 'steps[1].kind', `is missing: expected one of ${KINDS}`],
    ['steps/1/name', 7, 'steps[1].name', 'expected text, got 7'],
    [
      'steps/1/consequence/level',
      5,
      'steps[1].consequence.level',
      'expected a level: 0, 1, 2, 3 or 4, got 5',
    ],
    [
      'steps/1/consequence/level',
      '3',
      'steps[1].consequence.level',
      'expected a level: 0, 1, 2, 3 or 4, got "3"',
    ],
    ['steps/1/consequence', [], 'steps[1].consequence', 'expected an object, got a list of 0'],
    ['steps/1/id', '', 'steps[1].id', 'an id may not be empty'],
    ['steps/1/id', 'a\nb', 'steps[1].id', 'an id may not hold control characters'],
    ['steps', {}, 'steps', 'expected a list, got an object'],
    ['steps/0', null, 'steps[0]', 'expected an object, got null'],
    ['transitions/0/probability', 1.5, 'transitions[0].probability', 'a probability is at most 1'],
    ['transitions/0/probability', -0.1, 'transitions[0].probability', 'a probability is at least 0'],
    [
      'handoffs/0/at',
      { before: 'pay', on: 't1' },
      'handoffs[0].at',
      'expected a place: { "before": step }, { "on": transition } or { "start": step }, got an object',
    ],
    [
      'handoffs/0/timeout',
      { after: 'PT4H', then: 'approve' },
      'handoffs[0].timeout.then',
      'nobody answering may never approve: use escalate, reject, abort or keep-waiting',
    ],
    [
      'handoffs/0/timeout',
      { after: '4 hours', then: 'reject' },
      'handoffs[0].timeout.after',
      'expected an ISO 8601 duration such as PT4H or P1D, got "4 hours"',
    ],
    ['handoffs/0/quorum', { approvals: 0 }, 'handoffs[0].quorum.approvals', 'expected at least 1, got 0'],
    ['layout/steps/start', [0], 'layout.steps.start', 'expected at least 2 entries, got a list of 1'],
    ['layout/steps/a b', [0, 1e9], 'layout.steps["a b"][1]', 'expected at most 10000000, got 1000000000'],
    [
      'brief',
      { riskTolerance: 'huge' },
      'brief.riskTolerance',
      'expected one of "low", "moderate", "high", got "huge"',
    ],
    [
      'brief',
      { envelope: {} },
      'brief.envelope.level',
      'is missing: expected one of "notify", "confirm", "approve", "two-person"',
    ],
    ['version', 1.5, 'version', 'expected a whole number from 1, got "1.5"'],
    ['version', 0, 'version', 'expected a whole number from 1, got "0"'],
    ['version', undefined, 'version', 'expected a whole number from 1, got nothing'],
    ['format', undefined, 'format', 'is missing: expected "handoff"'],
    ['format', 'hand-off', 'format', 'expected "handoff", got "hand-off"'],
  ])('%s = %j', (path, value, at, message) => {
    expect(faultsOf(broken(path, value))).toEqual([{ path: at, message }])
  })
})

describe('what points nowhere or is there twice', () => {
  test.each<[string, unknown, string, string]>([
    ['transitions/0/from', 'x', 'transitions[0].from', 'no step has the id "x"'],
    ['transitions/0/to', 'x', 'transitions[0].to', 'no step has the id "x"'],
    ['handoffs/0/at', { before: 't1' }, 'handoffs[0].at.before', 'no step has the id "t1"'],
    ['handoffs/0/at', { start: 'x' }, 'handoffs[0].at.start', 'no step has the id "x"'],
    ['handoffs/1/at', { on: 'pay' }, 'handoffs[1].at.on', 'no transition has the id "pay"'],
    ['handoffs/0/onReject/to', 'x', 'handoffs[0].onReject.to', 'no step has the id "x"'],
    ['steps/1/compensatedBy', 'x', 'steps[1].compensatedBy', 'no step has the id "x"'],
    ['steps/1/party', 'x', 'steps[1].party', 'no party has the id "x"'],
    ['steps/1/parent', 'toString', 'steps[1].parent', 'no step has the id "toString"'],
    ['steps/1/parent', 'pay', 'steps[1].parent', '"pay" is, by way of its parents, its own parent'],
    ['handoffs/1/id', 'h1', 'handoffs[1].id', '"h1" is already the id of handoffs[0]'],
    [
      'parties',
      [
        { id: 'ops', name: '', kind: 'role' },
        { id: 'ops', name: '', kind: 'team' },
      ],
      'parties[1].id',
      '"ops" is already the id of parties[0]',
    ],
    [
      'scenarios',
      [
        { id: 'a', name: '' },
        { id: 'a', name: '' },
      ],
      'scenarios[1].id',
      '"a" is already the id of scenarios[0]',
    ],
    [
      'dispositions',
      [
        { finding: 'f', status: 'accepted' },
        { finding: 'f', status: 'snoozed' },
      ],
      'dispositions[1].finding',
      'a second decision about "f"',
    ],
    [
      'layout/notes',
      [
        { id: 'n', text: '', at: [0, 0] },
        { id: 'n', text: '', at: [0, 0] },
      ],
      'layout.notes[1].id',
      '"n" is already the id of another note',
    ],
  ])('%s = %j', (path, value, at, message) => {
    expect(faultsOf(broken(path, value))).toEqual([{ path: at, message }])
  })

  test('a circle of parents is told once, a chain is none', () => {
    const steps = (parents: readonly (string | undefined)[]): string =>
      broken('steps', [
        ...(whole()['steps'] as Raw[]),
        ...parents.map((parent, i) => ({ id: `s${i}`, kind: 'step', name: '', ...(parent && { parent }) })),
      ])
    expect(faultsOf(steps([undefined, 's0', 's1', 's1']))).toEqual([])
    expect(faultsOf(steps(['s2', 's0', 's1', 's1']))).toEqual([
      { path: 'steps[4].parent', message: '"s0" is, by way of its parents, its own parent' },
    ])
  })

  test('a chain of 100,000 parents is walked without overflowing', () => {
    const chain = Array.from({ length: 99_000 }, (_, i) => ({
      id: `c${i}`,
      kind: 'step',
      name: '',
      parent: i === 0 ? 'start' : `c${i - 1}`,
    }))
    expect(faultsOf(broken('steps', [...(whole()['steps'] as Raw[]), ...chain.toReversed()]))).toEqual([])
  })
})

test('all faults are told at once, and beyond a hundred they are counted', () => {
  const steps = Array.from({ length: 130 }, (_, i) => ({ id: `s${i}`, kind: 'nope', name: '' }))
  const faults = faultsOf(JSON.stringify({ ...whole(), steps, name: 1 }))
  expect(faults).toHaveLength(101)
  expect(faults[0]).toEqual({ path: 'name', message: 'expected text, got 1' })
  expect(faults.at(-1)).toEqual({ path: '', message: 'and 31 more' })
})

test('a hundred thousand faulty steps are told like a few', () => {
  const steps = Array.from({ length: MAX_ENTRIES }, (_, i) => ({ id: `s${i}`, kind: 'nope', name: 4 }))
  const faults = faultsOf(JSON.stringify({ ...whole(), steps }))
  expect(faults[0]!.path).toBe('steps[0].kind')
  expect(faults.at(-1)).toEqual({ path: '', message: 'and at least 9900 more' })
})

test('a list that is too long is refused with its limit and place, before anything is checked', () => {
  const text = JSON.stringify({
    format: 'handoff',
    version: 1,
    steps: Array.from({ length: MAX_ENTRIES + 1 }, () => 0),
  })
  expect(faultsOf(text)).toEqual([
    { path: 'steps[100000]', message: 'line 1, column 200042: more than 100000 entries in one list' },
  ])
})

describe('what is no document of ours', () => {
  test.each<[string, string]>([
    ['{"nodes":[],"connections":{}}', 'is missing: expected "handoff"; this looks like an n8n workflow'],
    [
      '{"nodes":[],"edges":[]}',
      'is missing: expected "handoff"; this looks like a graph with nodes and edges',
    ],
    [
      '{"StartAt":"a","States":{}}',
      'is missing: expected "handoff"; this looks like an Amazon States Language state machine',
    ],
    ['[]', 'expected an object; this looks like a JSON list'],
    ['"handoff"', 'expected an object'],
    ['null', 'expected an object'],
    ['flowchart TD\n  a --> b', 'this is no Baton document; it looks like a Mermaid flowchart'],
    ['%% hello\ngraph LR', 'this is no Baton document; it looks like a Mermaid flowchart'],
    ['<?xml version="1.0"?>', 'this is no Baton document; it looks like a BPMN or other XML file'],
    ['name: x\nsteps: []', 'this is no Baton document; it looks like a YAML file'],
    ['PK\u0003\u0004', 'this is no Baton document; it looks like a zip archive'],
  ])('%j', (text, message) => {
    expect(faultsOf(text)[0]!.message).toBe(message)
  })

  test.each<[string, string]>([
    ['---\ntitle: x\n---\nflowchart LR', 'a Mermaid flowchart'],
    ['---\na: 1\n---\nb: 2', 'a YAML file'],
    ['\n\n%% a\n%% b\n\nsequenceDiagram', 'a Mermaid diagram'],
    ['steps:', 'a YAML file'],
  ])('%j looks like %s', (text, guess) => {
    expect(faultsOf(text)[0]!.message).toBe(`this is no Baton document; it looks like ${guess}`)
  })

  test.each(['%%', '%% ', '---', '---\n', 'a-', ' ', 'flowchart', '<', '%%\n'])(
    'a million of %j is guessed at at once',
    (unit) => {
      const started = performance.now()
      expect(readDocument(unit.repeat(1_000_000)).ok).toBe(false)
      expect(performance.now() - started).toBeLessThan(1000)
    },
  )

  test('a key that only the prototype has is not taken for one of the document', () => {
    expect(faultsOf('{"toString":1}')).toEqual([
      { path: 'format', message: 'is missing: expected "handoff"' },
    ])
  })
})

describe('what may be looked at and not written', () => {
  test('a newer version whose known parts can be read', () => {
    const newer = { ...whole(), version: 2, fresh: { deep: [1] } }
    expect(readDocument(JSON.stringify(newer))).toMatchObject({
      ok: true,
      value: {
        readOnly: true,
        readOnlyBecause: 'this file has version 2 of the format, and this Baton knows 1',
        workflow: { version: 2, fresh: { deep: [1] } },
      },
    })
  })

  test('a newer version with parts that this one does not know is refused, with the reason first', () => {
    const newer = { ...whole(), version: 7, steps: [{ id: 'a', kind: 'oracle', name: '' }] }
    expect(faultsOf(JSON.stringify(newer)).map(({ path }) => path)).toEqual(['version', 'steps[0].kind'])
  })

  test('a number that would be changed by saving', () => {
    const text = JSON.stringify(whole()).replace('"version":1', '"version":1,"serial":9007199254740993')
    expect(readDocument(text)).toMatchObject({
      ok: true,
      value: {
        readOnly: true,
        readOnlyBecause:
          'serial: the number "9007199254740993" cannot be kept exactly, so saving would change it',
      },
    })
  })
})

test('hostile keys stay keys: no prototype is touched', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  const keys = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
  const raw = { ...whole(), ...Object.fromEntries(keys.map((key) => [key, { polluted: true }])) }
  const layout = { steps: Object.fromEntries(keys.map((key) => [key, [1, 2]])), notes: [] }
  const opened = readDocument(JSON.stringify({ ...raw, layout }))
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const { workflow } = opened.value
  expect(Object.keys(workflow.layout.steps).toSorted()).toEqual(keys.toSorted())
  const written = JSON.parse(writeDocument(workflow)) as Raw
  for (const key of keys) expect(Object.hasOwn(written, key), key).toBe(true)
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before)
  expect(({} as Raw)['polluted']).toBeUndefined()
})

test('every prefix of a document, and every character of it doubled, is answered and never thrown', () => {
  const text = writeDocument(newWorkflow('x'))
  for (let i = 0; i < text.length; i++) {
    const cut = readDocument(text.slice(0, i))
    expect(cut.ok, `the first ${i} characters`).toBe(i === text.length - 1)
    expect(cut.ok || cut.faults.length > 0).toBe(true)
    readDocument(text.slice(0, i) + text[i]! + text.slice(i))
  }
})
