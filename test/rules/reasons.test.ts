// The sentence beside a suggested handoff says why it is there, whichever rule asked for it.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { conflictAtJoin } from '../../shared/rules/conflict-at-join.ts'
import { pointOfNoReturn } from '../../shared/rules/point-of-no-return.ts'
import { preActionApproval } from '../../shared/rules/pre-action-approval.ts'
import { taskDefinition } from '../../shared/rules/task-definition.ts'

test.each([
  [taskDefinition, /somebody confirms what they are for/],
  [conflictAtJoin, /somebody compares them/],
  [pointOfNoReturn, /no way back/],
  [preActionApproval, /too little authority/],
])('of $id', ({ id, examples }, sentence) => {
  const placed = analyse(examples.bad.workflow).placement.handoffs.filter(({ rules }) => rules.includes(id))
  expect(placed.map(({ why }) => why)).toEqual([expect.stringMatching(sentence)])
})
