// Applying commands: what is no command, what may not be edited, and the words for the undo menu.
import { describe, expect, test } from 'vitest'
import { faultsOf, refunds } from './edit.ts'
import { applyCommand, commandLabel } from '../../shared/commands/apply.ts'
import { edits } from '../../shared/commands/index.ts'
import type { Command } from '../../shared/commands/index.ts'

test('the list gives each edit its own name', () => {
  for (const [type, edit] of Object.entries(edits)) expect(edit.type).toBe(type)
})

describe('what is no command is refused, never thrown', () => {
  const circle: Record<string, unknown> = { type: 'addStep' }
  circle['step'] = circle
  circle['again'] = circle
  test.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['null', null, 'type'],
    ['a number', 7, 'type'],
    ['an unknown type', { type: 'explode' }, 'type'],
    ['a type that every object has', { type: 'toString' }, 'type'],
    ['a type that is no text', { type: ['addStep'] }, 'type'],
    ['a function among the arguments', { type: 'setDocument', name: () => '' }, 'name'],
    ['arguments that no command has', { type: 'removeNote', id: 'n1', also: 1 }, ''],
  ])('%s', (_, command, path) => {
    expect(faultsOf(command).map((fault) => fault.path)).toEqual([path])
  })

  test('arguments in a circle, at once', () => {
    const started = performance.now()
    expect(faultsOf(circle).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

test('a million unknown ids are refused as a few are', () => {
  const ids = Array.from({ length: 1_000_000 }, (_, i) => `x${i}`)
  expect(faultsOf({ type: 'removeSteps', ids })).toHaveLength(101)
  expect(faultsOf({ type: 'updateSteps', ids: ids.map(() => 1), set: {} })).toEqual([
    { path: '', message: 'holds more faults than can be told one by one' },
  ])
})

test('a list that reading would refuse as too long is refused as an edit', () => {
  const domains = Array.from({ length: 10_001 }, () => 'a')
  expect(faultsOf({ type: 'updateSteps', ids: ['pay'], set: { domains } })).toEqual([
    { path: 'steps[3].domains', message: 'at most 10000 entries' },
  ])
})

test('a document of a newer version is not edited', () => {
  expect(applyCommand({ ...refunds, version: 2 }, { type: 'setDocument', name: 'x' })).toEqual({
    ok: false,
    faults: [{ path: 'version', message: 'a document of a newer version is read-only' }],
  })
})

test('parts that an edit does not touch keep their identity', () => {
  const result = applyCommand(refunds, { type: 'moveSteps', positions: { start: [9, 9] } })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  const { layout, ...rest } = result.value
  for (const [key, part] of Object.entries(rest)) expect(part, key).toBe(refunds[key])
  expect(layout.notes).toBe(refunds.layout.notes)
})

const step = { kind: 'step', name: 'Pay the very long name that does not fit into a menu' } as const
const LABELS: readonly (readonly [Command, string])[] = [
  [{ type: 'addStep', step }, 'add “Pay the very long name that does not fi…”'],
  [{ type: 'addStep', step: { kind: 'step', name: '' } }, 'add step'],
  [{ type: 'insertStep', on: 't1', step }, 'insert “Pay the very long name that does not fi…”'],
  [{ type: 'updateSteps', ids: ['a'], set: { name: 'x' } }, 'rename step'],
  [{ type: 'updateSteps', ids: ['a', 'b'], set: { consequence: { level: 2 } } }, 'change 2 steps'],
  [{ type: 'removeSteps', ids: ['a', 'b', 'c'] }, 'delete 3 steps'],
  [{ type: 'duplicateSteps', ids: ['a'], offset: [0, 0] }, 'duplicate step'],
  [{ type: 'moveSteps', positions: { a: [0, 0], b: [0, 0] } }, 'move 2 steps'],
  [{ type: 'setLayout', positions: {} }, 'tidy layout'],
  [
    { type: 'setRulePack', pack: { id: 'house', version: '1', title: 'House', rules: [] } },
    'set rule pack “House”',
  ],
  [{ type: 'removeRulePack', id: 'house' }, 'remove rule pack'],
  [{ type: 'mergeImport', imported: refunds }, 'import the file again'],
  [{ type: 'restoreParts', label: 'restore “Send offer”', patch: {} }, 'restore “Send offer”'],
  [{ type: 'forbidPlace', at: { before: 'a' } }, 'never suggest a handoff here'],
  [{ type: 'allowPlace', at: { before: 'a' } }, 'allow handoffs here again'],
  [
    { type: 'waiveDemand', waiver: { step: 'a', reason: 'r', owner: 'o', expires: '2027-01-01' } },
    'accept risk',
  ],
  [{ type: 'endWaiver', step: 'a' }, 'no longer accept risk'],
  [{ type: 'addTransition', transition: { from: 'a', to: 'b' } }, 'connect steps'],
  [{ type: 'updateTransition', id: 'a', set: {} }, 'change transition'],
  [{ type: 'setOdds', id: 'a', probability: 0.5 }, 'change odds'],
  [{ type: 'reconnectTransition', id: 'a' }, 'reconnect transition'],
  [{ type: 'removeTransitions', ids: ['a'] }, 'delete transition'],
  [
    { type: 'addHandoff', handoff: { kind: 'notify', strength: 'notify', at: { before: 'a' } } },
    'add handoff',
  ],
  [
    {
      type: 'addHandoff',
      handoff: { kind: 'notify', strength: 'notify', at: { before: 'a' }, title: 'Release' },
    },
    'add handoff “Release”',
  ],
  [{ type: 'updateHandoff', id: 'a', set: {} }, 'change handoff'],
  [{ type: 'removeHandoffs', ids: ['a', 'b'] }, 'delete 2 handoffs'],
  [
    { type: 'placeHandoffs', handoffs: [{ kind: 'notify', strength: 'notify', at: { before: 'a' } }] },
    'place handoff',
  ],
  [{ type: 'placeHandoffs', handoffs: [], removeHandoffs: ['a'] }, 'remove handoffs'],
  [{ type: 'setBrief', set: {} }, 'change brief'],
  [{ type: 'setDocument', name: 'x' }, 'rename document'],
  [{ type: 'setDocument', description: 'x' }, 'change document'],
  [{ type: 'setDocument', profile: {} }, 'change profile'],
  [{ type: 'addParty', party: { name: 'Ana', kind: 'person' } }, 'add party “Ana”'],
  [{ type: 'updateParty', id: 'a', set: {} }, 'change party'],
  [{ type: 'removeParty', id: 'a' }, 'delete party'],
  [{ type: 'setDisposition', disposition: { finding: 'a', status: 'dismissed' } }, 'dismiss finding'],
  [
    { type: 'setDisposition', disposition: { finding: 'a', status: 'covered-by' } },
    'mark finding as covered',
  ],
  [{ type: 'clearDisposition', finding: 'a' }, 'bring finding back'],
  [{ type: 'addNote', note: { text: '', at: [0, 0] } }, 'add note'],
  [{ type: 'updateNote', id: 'a', set: { text: '' } }, 'change note'],
  [{ type: 'updateNote', id: 'a', set: { at: [0, 0] } }, 'move note'],
  [{ type: 'removeNote', id: 'a' }, 'delete note'],
  [{ type: 'addGroup', group: { name: 'Desk', steps: ['a'] } }, 'group “Desk”'],
  [{ type: 'updateGroup', id: 'a', set: { closed: true } }, 'close group'],
  [{ type: 'removeGroup', id: 'a' }, 'ungroup'],
  [{ type: 'setClosed', ids: ['a', 'b'], closed: true }, 'close 2 steps'],
  [{ type: 'setLanes', lanes: null }, 'hide lanes'],
  [{ type: 'renameId', of: 'step', id: 'a', to: 'b' }, 'change id of step'],
  [{ type: 'addScenario', scenario: { name: '' } }, 'add scenario'],
  [{ type: 'updateScenario', id: 'a', set: {} }, 'change scenario'],
  [{ type: 'removeScenario', id: 'a' }, 'delete scenario'],
  [
    {
      type: 'pasteFragment',
      steps: [{ id: 'a', ...step }],
      transitions: [],
      handoffs: [],
      positions: {},
      offset: [0, 0],
    },
    'paste step',
  ],
  [{ type: 'batch', label: 'accept all', commands: [] }, 'accept all'],
]

test.each(LABELS)('%j', (command, label) => {
  expect(commandLabel(command)).toBe(label)
})

test('every command has a label here', () => {
  expect(new Set(LABELS.map(([{ type }]) => type))).toEqual(new Set(Object.keys(edits)))
})
