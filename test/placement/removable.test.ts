// Which people and handoffs can go: never one whose going brings a new question up.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { flow } from './support.ts'

// The action only has to be told of, as long as the person settles what is meant; without them it needs a confirmation.
const answered = (clears: readonly 'intent'[]) =>
  flow(
    [
      'start',
      { id: 'which', kind: 'decision' },
      { id: 'ask', kind: 'model', uncertainty: { level: 3, label: 'intent' } },
      { id: 'desk', kind: 'human', clears: [...clears], grant: 'approve' },
      { id: 'note', kind: 'action', consequence: { level: 1, reversibility: 3 } },
      'end',
    ],
    [
      ['start', 'which'],
      ['which', 'ask', { probability: 0.5 }],
      ['which', 'desk', { probability: 0.5 }],
      ['ask', 'desk'],
      ['desk', 'note'],
      ['note', 'end'],
    ],
    [{ strength: 'confirm', at: { before: 'desk' } }],
  )

test('a person who settles what a light action would otherwise have to ask about stays', () => {
  expect(analyse(answered(['intent'])).placement.remove).not.toContain('desk')
})
