// Groups, lanes and closed blocks: edits of the layout that leave the meaning alone and never dangle.
import { describe, expect, test } from 'vitest'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { hashesOf } from '../../shared/document/meaning.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { faultsOf, refunds } from './edit.ts'

function after(...commands: readonly Command[]): Workflow {
  return commands.reduce((workflow, command) => {
    const made = applyCommand(workflow, command)
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    return made.value
  }, refunds)
}

const money: Command = {
  type: 'addGroup',
  group: { id: 'money', name: 'Money', steps: ['pay', 'desk', 'pay'] },
}

describe('a group', () => {
  test('holds each step once, in their order, and changes nothing about what the workflow means', () => {
    const grouped = after(money)
    expect(grouped.layout.groups).toEqual([{ id: 'money', name: 'Money', steps: ['desk', 'pay'] }])
    expect(hashesOf(grouped)).toEqual(hashesOf(refunds))
  })

  test('takes its steps out of the groups that they were in, and an empty one goes', () => {
    const taken: Command = { type: 'addGroup', group: { id: 'all', steps: ['desk', 'draft'] } }
    expect(after(money, taken).layout.groups).toEqual([
      { id: 'all', name: '', steps: ['desk', 'draft'] },
      { id: 'money', name: 'Money', steps: ['pay'] },
    ])
    const rest: Command = { type: 'updateGroup', id: 'all', set: { steps: ['desk', 'draft', 'pay'] } }
    expect(after(money, taken, rest).layout.groups?.map(({ id }) => id)).toEqual(['all'])
  })

  test('is closed, opened and dissolved, and then leaves nothing in the file', () => {
    const closed = after(money, { type: 'updateGroup', id: 'money', set: { closed: true } })
    expect(closed.layout.groups?.[0]?.closed).toBe(true)
    expect(after(money, { type: 'removeGroup', id: 'money' }).layout).toEqual(refunds.layout)
  })

  test('loses a step that is deleted, and goes with its last one', () => {
    const one = after(money, { type: 'removeSteps', ids: ['pay'] })
    expect(one.layout.groups?.[0]?.steps).toEqual(['desk'])
    expect(after(money, { type: 'removeSteps', ids: ['pay', 'desk'] }).layout).not.toHaveProperty('groups')
  })

  test('follows a step, and a lane its party, to another id', () => {
    const closed: Command = { type: 'setLanes', lanes: { closed: ['ops'] } }
    const rename = (of: 'step' | 'party', id: string): Command => ({ type: 'renameId', of, id, to: 'new' })
    const close: Command = { type: 'setClosed', ids: ['desk'], closed: true }
    const { layout } = after(money, closed, close, rename('step', 'desk'), rename('party', 'ops'))
    expect(layout.groups?.[0]?.steps).toEqual(['new', 'pay'])
    expect([layout.lanes?.closed, layout.closed]).toEqual([['new'], ['new']])
  })

  test('of steps that are not there is refused, and so is one with the id of another', () => {
    expect(faultsOf({ type: 'addGroup', group: { steps: ['nowhere'] } })).toEqual([
      { path: 'group.steps[0]', message: 'no step has the id "nowhere"' },
    ])
    expect(applyCommand(after(money), money)).toMatchObject({ ok: false })
    expect(faultsOf({ type: 'updateGroup', id: 'x', set: {} })[0]?.message).toBe('no group has the id "x"')
    expect(faultsOf({ type: 'removeGroup', id: 'x' })[0]?.message).toBe('no group has the id "x"')
  })
})

describe('closed blocks', () => {
  test('are kept, opened again, and forgotten with their step', () => {
    const close: Command = { type: 'setClosed', ids: ['draft', 'draft'], closed: true }
    expect(after(close).layout.closed).toEqual(['draft'])
    expect(after(close, { type: 'setClosed', ids: ['draft'], closed: false }).layout).toEqual(refunds.layout)
    expect(after(close, { type: 'removeSteps', ids: ['draft'] }).layout).not.toHaveProperty('closed')
    expect(faultsOf({ type: 'setClosed', ids: ['x'], closed: true })[0]?.path).toBe('ids[0]')
  })
})

describe('lanes', () => {
  test('are shown, closed one by one, hidden, and lose a party that is deleted', () => {
    const shown: Command = { type: 'setLanes', lanes: {} }
    expect(after(shown).layout.lanes).toEqual({})
    const closed: Command = { type: 'setLanes', lanes: { closed: ['ops', 'boss'] } }
    expect(after(shown, closed).layout.lanes).toEqual({ closed: ['boss', 'ops'] })
    expect(after(closed, { type: 'removeParty', id: 'ops' }).layout.lanes).toEqual({ closed: ['boss'] })
    expect(after(closed, { type: 'setLanes', lanes: null }).layout).toEqual(refunds.layout)
    expect(faultsOf({ type: 'setLanes', lanes: { closed: ['x'] } })[0]?.path).toBe('lanes.closed[0]')
  })
})
