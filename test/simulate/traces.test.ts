// Golden runs: what happens, line by line, compared as whole files in test/traces. BATON_WRITE_TRACES=1 writes them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ScriptEntry } from '../../shared/model/scenario.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { playScript } from '../../shared/simulate/scenario.ts'
import { traceLines } from '../../shared/simulate/trace.ts'
import { workflow } from './build.ts'

const FOLDER = new URL('../traces/', import.meta.url)

interface Golden {
  readonly name: string
  readonly workflow: Workflow
  readonly script: readonly ScriptEntry[]
}

const PARTIES = {
  parties: [
    { id: 'desk', name: 'Desk', kind: 'role', minutes: { approve: 6 } },
    { id: 'manager', name: 'Manager', kind: 'person' },
  ],
}

/** draft → pay → end, with `handoff` before pay. */
function payment(handoff: Readonly<Record<string, unknown>>): Workflow {
  return workflow(
    [
      ['start', 'start'],
      ['draft', 'model'],
      ['pay', 'action'],
      ['end', 'end', { outcome: 'ok' }],
      ['refused', 'end', { outcome: 'stopped' }],
    ],
    [
      ['start', 'draft'],
      ['draft', 'pay'],
      ['pay', 'end'],
    ],
    {
      ...PARTIES,
      handoffs: [{ id: 'h', kind: 'approval', strength: 'approve', at: { before: 'pay' }, ...handoff }],
    },
  )
}

const escalated = payment({
  assignee: { role: 'desk' },
  timeout: { after: 'PT4H', then: 'escalate' },
  escalation: [{ role: 'manager', after: 'PT1H', then: 'abort' }],
})

const parallel = workflow(
  [
    ['start', 'start'],
    ['split', 'split'],
    ['write', 'action'],
    ['check', 'check'],
    ['join', 'join'],
    ['end', 'end'],
    ['odd', 'end', { outcome: 'failed' }],
  ],
  [
    ['start', 'split'],
    ['split', 'write'],
    ['split', 'check'],
    ['write', 'join'],
    ['check', 'join', { probability: 0.9 }],
    ['check', 'odd', { probability: 0.1, kind: 'error' }],
    ['join', 'end'],
  ],
  { ...PARTIES, handoffs: [{ id: 'h', kind: 'approval', strength: 'confirm', at: { before: 'write' } }] },
)

const tools = workflow(
  [
    ['start', 'start'],
    ['agent', 'agent'],
    ['look', 'step', { parent: 'agent' }],
    ['send', 'action', { parent: 'agent' }],
    ['end', 'end'],
  ],
  [
    ['start', 'agent'],
    ['agent', 'end'],
  ],
  { handoffs: [{ id: 'h', kind: 'approval', strength: 'confirm', at: { before: 'send' } }] },
)

const retries = workflow(
  [
    ['start', 'start'],
    ['call', 'action', { retry: { max: 2, backoff: 'PT10M' }, timeout: 'PT1M' }],
    ['end', 'end'],
    ['mend', 'human', { grant: 'approve', party: 'desk' }],
  ],
  [
    ['start', 'call'],
    ['call', 'end', { probability: 0.7 }],
    ['call', 'call', { probability: 0.2, kind: 'retry' }],
    ['call', 'mend', { probability: 0.1, kind: 'error' }],
    ['mend', 'end'],
  ],
  PARTIES,
)

const GOLDEN: readonly Golden[] = [
  { name: 'approved', workflow: payment({ assignee: { role: 'desk' } }), script: [{ decide: 'approve' }] },
  {
    name: 'rejected-and-proposed-again',
    workflow: payment({ onReject: { to: 'draft', maxReproposals: 1 } }),
    script: [{ decide: 'reject' }, { decide: 'reject' }],
  },
  { name: 'rejected-with-nowhere-to-go', workflow: payment({}), script: [{ decide: 'reject' }] },
  {
    name: 'rejected-to-an-end',
    workflow: payment({ onReject: { to: 'refused', maxReproposals: 0 } }),
    script: [{ decide: 'reject' }],
  },
  { name: 'escalated-and-approved', workflow: escalated, script: [{ silence: true }, { decide: 'approve' }] },
  { name: 'escalated-in-vain', workflow: escalated, script: [{ silence: true }, { silence: true }] },
  {
    name: 'kept-waiting-until-it-expired',
    workflow: payment({
      timeout: { after: 'PT4H', then: 'keep-waiting' },
      expires: 'PT10H',
      onReject: { to: 'refused' },
    }),
    script: [{ silence: true }, { silence: true }, { silence: true }],
  },
  { name: 'nobody-and-no-timeout', workflow: payment({}), script: [{ silence: true }] },
  {
    name: 'two-people-and-an-edit',
    workflow: payment({ strength: 'two-person', decisions: ['approve', 'edit', 'reject'] }),
    script: [{ decide: 'approve' }, { decide: 'edit' }, { decide: 'approve' }],
  },
  {
    name: 'reassigned-before-time-is-up',
    workflow: payment({ timeout: { after: 'PT4H', then: 'abort' } }),
    script: [{ decide: 'reassign' }, { silence: true }],
  },
  {
    name: 'skipped',
    workflow: payment({ kind: 'recovery' }),
    script: [{ decide: 'retry' }, { decide: 'skip' }],
  },
  { name: 'aborted', workflow: payment({ kind: 'recovery' }), script: [{ decide: 'abort' }] },
  {
    name: 'told',
    workflow: payment({ kind: 'notify', strength: 'notify', assignee: { users: ['Ada'] } }),
    script: [],
  },
  {
    name: 'approved-too-early',
    workflow: workflow(
      [
        ['start', 'start'],
        ['pay', 'action'],
        ['end', 'end'],
      ],
      [
        ['start', 'pay'],
        ['pay', 'end'],
      ],
      {
        handoffs: [
          { id: 'first', kind: 'approval', strength: 'approve', at: { before: 'pay' }, expires: 'PT1H' },
          {
            id: 'second',
            kind: 'approval',
            strength: 'approve',
            at: { before: 'pay' },
            timeout: { after: 'PT2H', then: 'keep-waiting' },
          },
        ],
      },
    ),
    script: [
      { decide: 'approve', handoff: 'first' },
      { silence: true, handoff: 'second' },
    ],
  },
  { name: 'parallel', workflow: parallel, script: [{ take: 'check>join' }, { decide: 'approve' }] },
  {
    name: 'parallel-with-an-early-end',
    workflow: parallel,
    script: [{ take: 'check>odd' }, { decide: 'approve' }],
  },
  {
    name: 'tools-of-an-agent',
    workflow: tools,
    script: [{ call: 'send' }, { decide: 'approve' }, { call: 'look' }, { take: 'agent>end' }],
  },
  {
    name: 'retries-used-up',
    workflow: retries,
    script: [{ take: 'call>call' }, { take: 'call>call' }, { take: 'call>mend' }],
  },
]

test.each(GOLDEN)('$name', ({ name, workflow: golden, script }) => {
  const { state, used } = playScript(golden, script, { seed: 1 })
  expect(used).toBe(script.length)
  const file = new URL(`${name}.txt`, FOLDER)
  const text = `${traceLines(state).join('\n')}\n`
  if (process.env['BATON_WRITE_TRACES'] === '1') writeFileSync(file, text)
  expect(
    existsSync(file),
    `${name}.txt is missing: run with BATON_WRITE_TRACES=1 and read what it wrote`,
  ).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
})

test('there is no golden trace without a run', () => {
  const names = GOLDEN.map(({ name }) => `${name}.txt`)
  expect(readdirSync(FOLDER).toSorted()).toEqual(names.toSorted())
})
