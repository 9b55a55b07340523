// The flow of n8n files: decisions and what their outputs mean, loops, splits and joins, errors, ends.
import { describe, expect, it, test } from 'vitest'
import { conditionIn, switchTest } from '../../shared/importers/n8n/conditions.ts'
import { file, imported, messages, node, stepNamed, ways } from './support.ts'
import type { Raw } from './support.ts'

const GO = node('Go', 'manualTrigger')
const steps = (...names: readonly string[]): Raw[] => names.map((name) => node(name, 'set'))
const only = (left: string, operation: string, right: unknown, type = 'number'): Raw => ({
  conditions: { conditions: [{ leftValue: left, rightValue: right, operator: { type, operation } }] },
})

describe('conditions', () => {
  it.each<readonly [Raw, string, string | undefined]>([
    [only('={{ $json.score }}', 'gte', 30), 'score ≥ 30', 'score >= 30'],
    [only('={{ $json["a"].b }}', 'lt', '2.5'), '["a"].b < 2.5', 'a.b < 2.5'],
    [
      only('={{ $json.name }}', 'equals', 'O"Hara $& $$', 'string'),
      'name = O"Hara $& $$',
      'name = "O\\"Hara $& $$"',
    ],
    [only('={{ $json.name }}', 'contains', 'x', 'string'), 'name contains x', 'contains(name, "x")'],
    [only('={{ $json.ok }}', 'true', '', 'boolean'), 'ok is true', 'ok = true'],
    // More than a field, a word of FEEL, an expression on the right, a test that FEEL lacks: words only.
    [only("={{ $('Node').item.json.x }}", 'gt', 1), "$('Node').item.json.x > 1", undefined],
    [only('={{ $json.if }}', 'gt', 1), 'if > 1', undefined],
    [only('={{ $json.a }}', 'equals', '={{ $json.b }}', 'string'), 'a = b', undefined],
    [only('={{ $json.a }}', 'regex', 'x+', 'string'), 'a matches x+', undefined],
    [only('={{ $json.a }}', 'exists', '', 'string'), 'a exists', undefined],
    [only('={{ $json.a }}', 'gt', 'not a number'), 'a > not a number', undefined],
    [{ conditions: { number: [{ value1: '={{$json["n"]}}', value2: 3 }] } }, '["n"] < 3', 'n < 3'],
    [
      {
        conditions: {
          string: [{ value1: '={{$json["s"]}}', value2: 'a' }],
          boolean: [{ value1: '={{$json["b"]}}', value2: true }],
        },
        combineOperation: 'any',
      },
      '["s"] = a or ["b"] = true',
      '(s = "a") or (b = true)',
    ],
    [
      {
        conditions: {
          combinator: 'or',
          conditions: [only('={{ $json.a }}', 'gt', 1), only('={{ $json.b }}', 'gt', 2)].map(
            (one) => ((one.conditions as Raw).conditions as Raw[])[0],
          ),
        },
      },
      'a > 1 or b > 2',
      '(a > 1) or (b > 2)',
    ],
  ])('%j', (holder, text, feel) => {
    expect(conditionIn(holder)).toEqual(feel === undefined ? { text } : { text, feel })
  })
  it('of an old switch', () => {
    expect(switchTest('={{ $json.kind }}', { operation: 'equal', value2: 'a' }, 'string')).toEqual({
      text: 'kind = a',
      feel: 'kind = "a"',
    })
  })
  it('that are none', () => {
    for (const holder of [undefined, null, 5, {}, { conditions: 3 }, { conditions: { conditions: [] } }])
      expect(conditionIn(holder)).toBeUndefined()
  })
})

describe('decisions', () => {
  it('IF: true and false, and a false that leads nowhere ends the run', () => {
    const nodes = [GO, node('If', 'if', only('={{ $json.n }}', 'gt', 5)), ...steps('Yes')]
    expect(ways(imported(file(nodes, 'Go > If', 'If > Yes')))).toEqual([
      'Go -> If',
      'If -> Done "false" {not(n > 5)}',
      'If -> Yes "true" {n > 5}',
      'Yes -> Done',
    ])
  })
  it('IF with a condition that only n8n can read', () => {
    const nodes = [GO, node('If', 'if', only("={{ $('A').first().json.n }}", 'gt', 5)), ...steps('Yes', 'No')]
    expect(ways(imported(file(nodes, 'Go > If', 'If > Yes', 'If 1> No')))).toEqual(
      expect.arrayContaining([`If -> Yes "true: $('A').first().json.n > 5"`, 'If -> No "false"']),
    )
  })
  it('Filter: what is dropped ends', () => {
    const nodes = [GO, node('Keep', 'filter', only('={{ $json.n }}', 'gt', 5)), ...steps('On')]
    expect(ways(imported(file(nodes, 'Go > Keep', 'Keep > On')))).toEqual(
      expect.arrayContaining(['Keep -> Done "dropped"', 'Keep -> On "kept" {n > 5}']),
    )
  })
  it('Switch 3: names of rules, conditions, and what no rule fits', () => {
    const rules = {
      rules: {
        values: [{ outputKey: 'big', ...only('={{ $json.n }}', 'gt', 5) }, only('={{ $json.n }}', 'lt', 1)],
      },
    }
    const nodes = [GO, node('S', 'switch', rules, { typeVersion: 3 }), ...steps('Big', 'Small')]
    expect(ways(imported(file(nodes, 'Go > S', 'S > Big', 'S 1> Small')))).toEqual(
      expect.arrayContaining([
        'S -> Big "big" {n > 5}',
        'S -> Small "n < 1" {n < 1}',
        'S -> Done "no rule fits"',
      ]),
    )
  })
  it('Switch 3 with an output for the rest', () => {
    const rules = { rules: { values: [{ outputKey: 'big' }] }, options: { fallbackOutput: 'extra' } }
    const nodes = [GO, node('S', 'switch', rules, { typeVersion: 3 }), ...steps('Big', 'Rest')]
    expect(ways(imported(file(nodes, 'Go > S', 'S > Big', 'S 1> Rest')))).toEqual([
      'Big -> Done',
      'Go -> S',
      'Rest -> Done',
      'S -> Big "big"',
      'S -> Rest "otherwise"',
    ])
  })
  it('Switch 1: several rules to one output', () => {
    const rules = {
      dataType: 'string',
      value1: '={{ $json.kind }}',
      rules: { rules: [{ value2: 'a' }, { value2: 'b', output: 1 }, { value2: 'c', output: 1 }] },
    }
    const nodes = [GO, node('S', 'switch', rules), ...steps('A', 'B')]
    expect(ways(imported(file(nodes, 'Go > S', 'S > A', 'S 1> B')))).toEqual(
      expect.arrayContaining(['S -> A "kind = a" {kind = "a"}', 'S -> B "kind = b or kind = c"']),
    )
  })
  it('Text classifier: its categories, with the doubt of a score', () => {
    const parameters = {
      categories: { categories: [{ category: 'complaint' }, { category: 'praise' }] },
      options: { fallback: 'other' },
    }
    const result = imported(
      file(
        [GO, node('Sort', 'lc:textClassifier', parameters), ...steps('A', 'B', 'C')],
        'Go > Sort',
        'Sort > A',
        'Sort 1> B',
        'Sort 2> C',
      ),
    )
    expect(ways(result)).toEqual(
      expect.arrayContaining(['Sort -> A "complaint"', 'Sort -> B "praise"', 'Sort -> C "other"']),
    )
    expect(stepNamed(result, 'Sort')).toMatchObject({ kind: 'decision', uncertainty: { label: 'score' } })
  })
  it('disabled: passed through, without meaning', () => {
    const result = imported(
      file([GO, node('If', 'if', {}, { disabled: true }), ...steps('Yes')], 'Go > If', 'If > Yes'),
    )
    expect(ways(result)).toEqual(['Go -> If (disabled)', 'If (disabled) -> Yes', 'Yes -> Done'])
    expect(stepNamed(result, 'If (disabled)')).toMatchObject({ kind: 'step' })
    expect(stepNamed(result, 'If (disabled)').consequence).toBeUndefined()
    expect(messages(result.report.guesses)).toContain('switched off')
  })
})

describe('loops', () => {
  it.each([
    [3, 1, 0],
    [2, 0, 1],
  ])('version %i goes round on output %i', (version, loop, done) => {
    const nodes = [
      GO,
      node('Loop', 'splitInBatches', {}, { typeVersion: version }),
      ...steps('Each', 'After'),
    ]
    const result = imported(
      file(nodes, 'Go > Loop', `Loop ${loop}> Each`, `Loop ${done}> After`, 'Each > Loop'),
    )
    expect(ways(result)).toEqual([
      'After -> Done',
      'Each -> Loop',
      'Go -> Loop',
      'Loop -> After "done"',
      'Loop -> Each "loop"',
    ])
  })
  it('end where nothing is connected behind them', () => {
    const nodes = [GO, node('Loop', 'splitInBatches', {}, { typeVersion: 3 }), ...steps('Each')]
    expect(ways(imported(file(nodes, 'Go > Loop', 'Loop 1> Each', 'Each > Loop')))).toContain(
      'Loop -> Done "done"',
    )
  })
})

describe('several at once', () => {
  it('one output to several nodes is a split, and their merge a join', () => {
    const result = imported(
      file(
        [GO, ...steps('A', 'B', 'End'), node('Merge', 'merge')],
        'Go > A',
        'Go > B',
        'A > Merge',
        'B > Merge',
        'Merge > End',
      ),
    )
    expect(ways(result)).toEqual([
      'A -> Merge',
      'All of these -> A',
      'All of these -> B',
      'B -> Merge',
      'End -> Done',
      'Go -> All of these',
      'Merge -> End',
    ])
    expect(stepNamed(result, 'Merge').kind).toBe('join')
    expect(result.report.repairs).toContainEqual(
      expect.objectContaining({ change: { steps: 1, transitions: 1 } }),
    )
  })
  it('branches of a decision that meet in a merge do not wait for each other', () => {
    const result = imported(
      file(
        [GO, node('If', 'if'), ...steps('A', 'B'), node('Merge', 'merge')],
        'Go > If',
        'If > A',
        'If 1> B',
        'A > Merge',
        'B > Merge',
      ),
    )
    expect(stepNamed(result, 'Merge').kind).toBe('step')
    expect(messages(result.report.guesses)).toContain('not certain to arrive together')
  })
  it('a branch that meets itself again does not wait', () => {
    const result = imported(
      file(
        [GO, ...steps('A', 'B'), node('If', 'if'), node('Merge', 'merge')],
        'Go > A',
        'Go > If',
        'A > Merge',
        'If > B',
        'If 1> Merge',
        'B > Merge',
      ),
    )
    expect(stepNamed(result, 'Merge').kind).toBe('step')
  })
  it('a merge in a ring does not wait for itself', () => {
    const result = imported(
      file(
        [GO, ...steps('A', 'B'), node('Merge', 'merge')],
        'Go > A',
        'Go > B',
        'A > Merge',
        'B > Merge',
        'Merge > A',
      ),
    )
    expect(stepNamed(result, 'Merge').kind).toBe('step')
  })
  it('the same target twice is one way each, and no split', () => {
    const text = JSON.stringify({
      nodes: [GO, node('Merge', 'merge')],
      connections: {
        Go: {
          main: [
            [
              { node: 'Merge', index: 0 },
              { node: 'Merge', index: 1 },
            ],
          ],
        },
      },
    })
    expect(ways(imported(text))).toEqual(['Go -> Merge', 'Go -> Merge', 'Merge -> Done'])
  })
})

describe('errors', () => {
  it('take the output behind the regular ones', () => {
    const nodes = [
      GO,
      node('Call', 'httpRequest', {}, { onError: 'continueErrorOutput' }),
      ...steps('On', 'Mend'),
    ]
    expect(ways(imported(file(nodes, 'Go > Call', 'Call > On', 'Call 1> Mend')))).toContain(
      'Call -> Mend [error] "error"',
    )
    const decision = [
      GO,
      node('If', 'if', {}, { onError: 'continueErrorOutput' }),
      ...steps('A', 'B', 'Mend'),
    ]
    expect(ways(imported(file(decision, 'Go > If', 'If > A', 'If 1> B', 'If 2> Mend')))).toEqual(
      expect.arrayContaining(['If -> B "false"', 'If -> Mend [error] "error"']),
    )
  })
  it('end in a step that stops the run', () => {
    const result = imported(file([GO, node('Stop', 'stopAndError')], 'Go > Stop'))
    expect(stepNamed(result, 'Stop')).toMatchObject({ kind: 'end', outcome: 'failed' })
    expect(ways(result)).toEqual(['Go -> Stop'])
  })
  it('start a flow of their own, and may be handled elsewhere', () => {
    const text = JSON.stringify({
      nodes: [GO, node('On error', 'errorTrigger'), ...steps('Mend', 'Work')],
      connections: { Go: { main: [[{ node: 'Work' }]] }, 'On error': { main: [[{ node: 'Mend' }]] } },
      settings: { errorWorkflow: 'abc' },
    })
    const result = imported(text)
    expect(stepNamed(result, 'On error').kind).toBe('start')
    expect(messages(result.report.blindSpots)).toContain('another workflow takes over')
  })
})

test('a trigger that something leads into is a step', () => {
  const result = imported(file([GO, node('Hook', 'webhook')], 'Go > Hook'))
  expect(stepNamed(result, 'Hook').kind).toBe('step')
  expect(messages(result.report.guesses)).toContain('something leads into it')
})

test('ends are shared within an island and added nowhere else', () => {
  const result = imported(file([GO, ...steps('A', 'B', 'C')], 'Go > A', 'Go > B', 'Go > C'))
  expect(result.workflow.steps.filter((step) => step.kind === 'end')).toHaveLength(1)
  expect(imported(file(steps('Alone'))).workflow.steps).toHaveLength(1)
})
