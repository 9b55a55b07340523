// A profile while it is edited: what differs is listed, and each difference can be taken back alone.
import { expect, test } from 'vitest'
import {
  cellOf,
  differencesOf,
  faultsOf,
  profileChange,
  withCell,
  withMinutes,
  withoutDifference,
  withRule,
  withThreshold,
} from '../../../renderer/panels/profile/draft.ts'
import { profileOf } from '../../../shared/model/profile.ts'
import type { ProfileSettings } from '../../../shared/model/profile.ts'

const STRICT: ProfileSettings = { extends: 'strict' }

const EDITED = [
  (draft: ProfileSettings) => withCell(draft, '1/0', 'none'),
  (draft: ProfileSettings) => withThreshold(draft, 'uplift', 'never'),
  (draft: ProfileSettings) => withThreshold(draft, 'doubt', '2'),
  (draft: ProfileSettings) => withThreshold(draft, 'busy', '0.7'),
  (draft: ProfileSettings) => withMinutes(draft, 'approve', 6),
  (draft: ProfileSettings) => withRule(draft, 'S6', 'off'),
].reduce((draft, edit) => edit(draft), STRICT)

test('every change is a difference, written as the document has it', () => {
  expect(differencesOf(EDITED).map(({ kind }) => kind)).toEqual([
    'cell',
    'threshold',
    'threshold',
    'threshold',
    'minutes',
    'rule',
  ])
  expect(EDITED).toEqual({
    extends: 'strict',
    strength: { '1/0': 'none' },
    thresholds: { uplift: 'never', doubt: 2, busy: 0.7 },
    minutes: { approve: 6 },
    rules: { S6: 'off' },
  })
  expect(faultsOf(EDITED)).toEqual([])
  expect(cellOf(profileOf(EDITED), '1/0')).toBe('none')
})

test('each can be taken back alone, and all of them leave the preset', () => {
  for (const difference of differencesOf(EDITED)) {
    const rest = differencesOf(withoutDifference(EDITED, difference))
    expect(rest).toEqual(
      differencesOf(EDITED).filter((other) => JSON.stringify(other) !== JSON.stringify(difference)),
    )
  }
  const bare = differencesOf(EDITED).reduce(withoutDifference, EDITED)
  expect(differencesOf(bare)).toEqual([])
  expect(profileChange(bare)).toEqual({
    extends: 'strict',
    name: null,
    strength: null,
    thresholds: null,
    minutes: null,
    rules: null,
  })
})

test('setting what the preset says anyway is no change, and a contradiction has its place', () => {
  expect(differencesOf(withCell(STRICT, '1/0', 'notify'))).toEqual([])
  expect(faultsOf(withCell(STRICT, '4/0', 'none')).map(({ path }) => path)).toContain('strength["4/0"]')
})
