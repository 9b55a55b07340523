// People in n8n files: who is asked, whether the answer counts, and how long the run waits.
import { describe, expect, it, test } from 'vitest'
import { file, imported, messages, node, stepNamed, ways } from './support.ts'
import type { Raw } from './support.ts'

const APPROVED = {
  conditions: {
    conditions: [
      {
        leftValue: '={{ $json.data.approved }}',
        rightValue: '',
        operator: { type: 'boolean', operation: 'true' },
      },
    ],
    combinator: 'and',
  },
}

/** Go > Ask > If > Pay, with a way out of the If for a no. */
function asking(ask: Raw, condition: Raw = APPROVED, extra: readonly string[] = []) {
  const nodes = [
    node('Go', 'manualTrigger'),
    ask,
    node('If', 'if', condition, { typeVersion: 2 }),
    node('Pay', 'stripe', { resource: 'charge', operation: 'create' }),
    node('Tell', 'slack'),
  ]
  return imported(file(nodes, 'Go > Ask', 'Ask > If', 'If > Pay', ...extra))
}

describe('who is a person', () => {
  it.each<readonly [what: string, ask: Raw, human: Raw]>([
    ['an approval by mail', node('Ask', 'gmail', { operation: 'sendAndWait' }), { grant: 'approve' }],
    [
      'an approval by Slack',
      node('Ask', 'slack', { operation: 'sendAndWait', responseType: 'approval' }),
      { grant: 'approve' },
    ],
    // Two buttons, yes and no, are still one person.
    [
      'two buttons',
      node('Ask', 'gmail', {
        operation: 'sendAndWait',
        approvalOptions: { values: { approvalType: 'double' } },
      }),
      { grant: 'approve' },
    ],
    [
      'a limit',
      node('Ask', 'gmail', {
        operation: 'sendAndWait',
        options: { limitWaitTime: { values: { resumeAmount: 3, resumeUnit: 'hours' } } },
      }),
      { grant: 'approve', timeout: 'PT3H' },
    ],
    [
      'a limit with all defaults',
      node('Ask', 'gmail', { operation: 'sendAndWait', options: { limitWaitTime: { values: {} } } }),
      { timeout: 'PT45M' },
    ],
    [
      'a limit at a fixed time',
      node('Ask', 'gmail', {
        operation: 'sendAndWait',
        options: { limitWaitTime: { values: { limitType: 'atSpecifiedTime' } } },
      }),
      { timeout: undefined },
    ],
    [
      'an answer in words',
      node('Ask', 'gmail', { operation: 'sendAndWait', responseType: 'freeText' }),
      { grant: undefined, clears: ['intent', 'missing-info'] },
    ],
    [
      'a form sent',
      node('Ask', 'telegram', { operation: 'sendAndWait', responseType: 'customForm' }),
      { grant: undefined, clears: ['intent', 'missing-info'] },
    ],
    [
      'a chat that waits',
      node('Ask', 'lc:chat', { operation: 'sendAndWait' }, { typeVersion: 1.2 }),
      { grant: undefined, clears: ['intent', 'missing-info'] },
    ],
    ['an old chat', node('Ask', 'lc:chat', {}, { typeVersion: 1 }), { clears: ['intent', 'missing-info'] }],
    ['a page in mid-flow', node('Ask', 'form', {}), { clears: ['intent', 'missing-info'] }],
    ['a wait for a form', node('Ask', 'wait', { resume: 'form' }), { clears: ['intent', 'missing-info'] }],
    [
      'a wait for a link',
      node('Ask', 'wait', {
        resume: 'webhook',
        limitWaitTime: true,
        resumeAmount: 30,
        resumeUnit: 'minutes',
      }),
      { grant: 'approve', timeout: 'PT30M' },
    ],
    ['a wait written by hand', node('Ask', 'wait', { mode: 'webhook', timeout: '2d' }), { timeout: 'P2D' }],
  ])('%s', (_, ask, human) => {
    const step = stepNamed(asking(ask), 'Ask')
    expect(step.kind).toBe('human')
    for (const [key, value] of Object.entries(human)) expect(step[key as 'grant'], key).toEqual(value)
  })
  it.each<readonly [what: string, ask: Raw, kind: string]>([
    ['a plain delay', node('Ask', 'wait', {}), 'wait'],
    ['a mail', node('Ask', 'gmail', { operation: 'send' }), 'action'],
    ['the last page of a form', node('Ask', 'form', { operation: 'completion' }), 'step'],
    ['a disabled approval', node('Ask', 'gmail', { operation: 'sendAndWait' }, { disabled: true }), 'step'],
    ['a chat message', node('Ask', 'lc:chat', { operation: 'send' }, { typeVersion: 1.2 }), 'action'],
  ])('not %s', (_, ask, kind) => {
    const result = asking(ask)
    const name = ask.disabled === true ? 'Ask (disabled)' : 'Ask'
    expect(stepNamed(result, name)).toMatchObject({ kind })
    expect(stepNamed(result, name).grant).toBeUndefined()
    expect(result.report.human).toBe(0)
  })
  test('a call from outside may come from a machine: by its name, or said as a guess', () => {
    const wait = (name: string) => imported(file([node(name, 'wait', { resume: 'webhook' })]))
    expect(stepNamed(wait('Wait for the render job'), 'Wait for the render job').kind).toBe('wait')
    expect(stepNamed(wait('Wait for approval'), 'Wait for approval').kind).toBe('human')
    const unsure = wait('Hold')
    expect(stepNamed(unsure, 'Hold').kind).toBe('human')
    expect(messages(unsure.report.guesses)).toContain('a machine could be calling back')
  })
  test('the last page of a form ends the run where nothing follows', () => {
    const result = imported(
      file([node('Go', 'formTrigger'), node('Bye', 'form', { operation: 'completion' })], 'Go > Bye'),
    )
    expect(stepNamed(result, 'Bye')).toMatchObject({ kind: 'end', outcome: 'ok' })
  })
})

describe('the way of a "no"', () => {
  const ask = node('Ask', 'gmail', {
    operation: 'sendAndWait',
    approvalOptions: { values: { approvalType: 'double' } },
  })
  const condition = (
    operation: string,
    right: unknown,
    left = '={{ $json.data.approved }}',
    type = 'boolean',
  ): Raw => ({
    conditions: { conditions: [{ leftValue: left, rightValue: right, operator: { type, operation } }] },
  })
  it.each<readonly [what: string, condition: Raw, refusal: string]>([
    ['is true', APPROVED, 'Tell'],
    ['equals true', condition('equals', true), 'Tell'],
    ['is false', condition('false', ''), 'Pay'],
    ['equals false', condition('equals', false), 'Pay'],
    ['does not equal true', condition('notEquals', true), 'Pay'],
    ['equals "no"', condition('equals', 'no', '={{ $json.approval }}', 'string'), 'Pay'],
    ['is rejected', condition('equals', 'rejected', '={{ $json.status }}', 'string'), 'Pay'],
    [
      'an old IF',
      { conditions: { boolean: [{ value1: '={{$json["data"]["approved"]}}', value2: true }] } },
      'Tell',
    ],
    [
      'an old IF that asks for false',
      { conditions: { boolean: [{ value1: '={{$json["data"]["approved"]}}' }] } },
      'Pay',
    ],
  ])('when the condition %s', (_, parameters, refused) => {
    const result = asking(ask, parameters, ['If 1> Tell'])
    const refusals = ways(result).filter((way) => way.includes('[reject]'))
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toContain(`If -> ${refused} [reject]`)
    expect(stepNamed(result, 'Ask').grant).toBe('approve')
  })
  it('ends the run where nothing is connected to it', () => {
    expect(ways(asking(ask))).toContain('If -> Stopped [reject] "false" {not(data.approved = true)}')
  })
  it('is found behind code, and a rule of a switch', () => {
    const rules = {
      rules: {
        values: [
          {
            outputKey: 'yes',
            conditions: {
              conditions: [
                {
                  leftValue: '={{ $json.answer }}',
                  rightValue: 'approved',
                  operator: { operation: 'equals' },
                },
              ],
            },
          },
          { outputKey: 'declined' },
        ],
      },
    }
    const nodes = [
      node('Go', 'manualTrigger'),
      ask,
      node('Read', 'code'),
      node('S', 'switch', rules, { typeVersion: 3 }),
      node('Pay', 'stripe', { resource: 'charge', operation: 'create' }),
      node('Tell', 'slack'),
    ]
    const result = imported(file(nodes, 'Go > Ask', 'Ask > Read', 'Read > S', 'S > Pay', 'S 1> Tell'))
    expect(ways(result)).toContain('S -> Tell [reject] "declined"')
    expect(stepNamed(result, 'Ask').grant).toBe('approve')
  })
  it('does not exist where nobody looks at the answer, so that the person grants nothing', () => {
    const nodes = [
      node('Go', 'manualTrigger'),
      ask,
      node('Pay', 'stripe', { resource: 'charge', operation: 'create' }),
    ]
    const result = imported(file(nodes, 'Go > Ask', 'Ask > Pay'))
    expect(stepNamed(result, 'Ask').grant).toBeUndefined()
    expect(messages(result.report.blindSpots)).toMatch(/“Ask”: no decision behind it looks at the answer/)
  })
  it('is silence where there is only a button for yes', () => {
    const only = (options: Raw) => {
      const nodes = [
        node('Go', 'manualTrigger'),
        node('Ask', 'gmail', { operation: 'sendAndWait', options }),
        node('Pay', 'set'),
      ]
      return stepNamed(imported(file(nodes, 'Go > Ask', 'Ask > Pay')), 'Ask').grant
    }
    expect(only({})).toBe('approve')
    // Waiting that ends by itself goes on without anybody having agreed.
    expect(only({ limitWaitTime: { values: { resumeAmount: 1, resumeUnit: 'hours' } } })).toBeUndefined()
  })
  it('is not looked for past another person, nor six steps away', () => {
    const chain = Array.from({ length: 7 }, (_, i) => node(`S${i}`, 'set'))
    const lines = [
      'Go > Ask',
      'Ask > S0',
      ...chain.slice(1).map((_, i) => `S${i} > S${i + 1}`),
      'S6 > If',
      'If > Pay',
    ]
    const far = imported(
      file(
        [
          node('Go', 'manualTrigger'),
          ask,
          ...chain,
          node('If', 'if', APPROVED, { typeVersion: 2 }),
          node('Pay', 'set'),
        ],
        ...lines,
      ),
    )
    expect(stepNamed(far, 'Ask').grant).toBeUndefined()
    const second = node('Second', 'slack', { operation: 'sendAndWait' })
    const two = imported(
      file(
        [
          node('Go', 'manualTrigger'),
          ask,
          second,
          node('If', 'if', APPROVED, { typeVersion: 2 }),
          node('Pay', 'set'),
        ],
        'Go > Ask',
        'Ask > Second',
        'Second > If',
        'If > Pay',
      ),
    )
    expect([stepNamed(two, 'Ask').grant, stepNamed(two, 'Second').grant]).toEqual([undefined, 'approve'])
  })
})

test('four nodes that make one handoff: message, wait, code, decision', () => {
  const nodes = [
    node('Go', 'webhook'),
    node('Post question', 'slack'),
    node('Wait for approval', 'wait', {
      resume: 'webhook',
      limitWaitTime: true,
      resumeAmount: 30,
      resumeUnit: 'minutes',
    }),
    node('Read answer', 'code'),
    node(
      'Approved?',
      'if',
      {
        conditions: {
          conditions: [
            {
              leftValue: '={{ $json.approved }}',
              rightValue: true,
              operator: { type: 'boolean', operation: 'true' },
            },
          ],
        },
      },
      { typeVersion: 2 },
    ),
    node('Do it', 'executeCommand'),
    node('Tell', 'slack'),
  ]
  const result = imported(
    file(
      nodes,
      'Go > Post question',
      'Post question > Wait for approval',
      'Wait for approval > Read answer',
      'Read answer > Approved?',
      'Approved? > Do it',
      'Approved? 1> Tell',
    ),
  )
  expect(stepNamed(result, 'Post question')).toMatchObject({
    kind: 'step',
    consequence: { level: 0, basis: expect.stringContaining('puts the question') },
  })
  expect(stepNamed(result, 'Wait for approval')).toMatchObject({
    kind: 'human',
    grant: 'approve',
    timeout: 'PT30M',
  })
  expect(ways(result)).toContain('Approved? -> Tell [reject] "false" {not(approved = true)}')
  expect(stepNamed(result, 'Tell')).toMatchObject({ kind: 'action', consequence: { level: 3 } })
})

test('a message that asks and does not wait is no handoff, and that is said', () => {
  const result = imported(
    file(
      [node('Go', 'webhook'), node('Ask a human for help', 'slack'), node('On', 'set')],
      'Go > Ask a human for help',
      'Ask a human for help > On',
    ),
  )
  expect(result.report.human).toBe(0)
  expect(messages(result.report.blindSpots)).toContain(
    '“Ask a human for help” seems to ask a person, but the run does not wait',
  )
})

test('a message that also has a way of its own for errors keeps its weight', () => {
  const nodes = [
    node('Go', 'webhook'),
    node('Post', 'slack', {}, { onError: 'continueErrorOutput' }),
    node('Wait for approval', 'wait', { resume: 'webhook' }),
    node('Mend', 'set'),
  ]
  const result = imported(file(nodes, 'Go > Post', 'Post > Wait for approval', 'Post 1> Mend'))
  expect(stepNamed(result, 'Post')).toMatchObject({ kind: 'action', consequence: { level: 3 } })
})
