// Decisions that hold for every document: read from the settings, written back to them, and never taken on trust.
import { beforeEach, expect, it, vi } from 'vitest'
import {
  decideEverywhere,
  decisionOptions,
  forgetEverywhere,
  readWorkspace,
  surroundings,
} from '../../../renderer/state/surroundings.ts'
import { useFakeHost } from './fake-host.ts'

const X4 = {
  finding: 'X4',
  status: 'dismissed',
  scope: 'workspace',
  reason: 'r',
  by: '',
  at: '',
  facts: '',
} as const

beforeEach(() => surroundings.setState({ workspace: [] }))

it('are read from the settings, and left alone where they make no sense', () => {
  readWorkspace({ decisions: { version: 1, dispositions: [X4] } })
  expect(decisionOptions().workspace).toEqual([X4])
  for (const wrong of [undefined, 7, { version: 2, dispositions: [] }, { version: 1, dispositions: [{}] }]) {
    readWorkspace({ decisions: wrong })
    expect(decisionOptions().workspace).toEqual([X4])
  }
})

it('are written to the settings, one for each rule', async () => {
  const fake = useFakeHost()
  decideEverywhere(X4)
  decideEverywhere({ ...X4, reason: 'better' })
  expect(decisionOptions().workspace).toEqual([{ ...X4, reason: 'better' }])
  decideEverywhere({ ...X4, finding: 'X5' })
  forgetEverywhere('X4')
  await vi.waitFor(() =>
    expect(fake.settings.get('decisions')).toEqual({ version: 1, dispositions: [{ ...X4, finding: 'X5' }] }),
  )
})
