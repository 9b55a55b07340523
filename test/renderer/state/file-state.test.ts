// The table of what a document knows of its file: every state, every event, and one word at any time.
import { describe, expect, it } from 'vitest'
import { fileStep, statusOf } from '../../../renderer/state/file-state.ts'
import type { FileEvent, FileState } from '../../../renderer/state/file-state.ts'

const OURS = 'sha256:ours'
const THEIRS = 'sha256:theirs'

const clean: FileState = { savedHash: OURS, recovered: false, conflict: null }
const recovered: FileState = { ...clean, recovered: true }
const changed: FileState = { ...clean, conflict: 'changed' }
const gone: FileState = { ...clean, conflict: 'gone' }
const untitled: FileState = { ...clean, savedHash: null }
const states = {
  clean,
  recovered,
  changed,
  gone,
  untitled,
  both: { ...recovered, conflict: 'gone' as const },
}

const wrote: FileEvent = { kind: 'agreed', hash: THEIRS }
const seen = (hash: string | null, edited: boolean): FileEvent => ({ kind: 'seen', hash, edited })

describe('each event from each state', () => {
  const agreed = { savedHash: THEIRS, recovered: false, conflict: null }
  it.each([
    ['clean', clean, wrote, agreed, 'none'],
    ['recovered', recovered, wrote, agreed, 'none'],
    ['changed', changed, wrote, agreed, 'none'],
    ['gone', gone, wrote, agreed, 'none'],
    ['untitled', untitled, wrote, agreed, 'none'],

    ['clean', clean, seen(OURS, false), clean, 'none'],
    ['clean', clean, seen(THEIRS, false), clean, 'read'],
    ['clean', clean, seen(THEIRS, true), changed, 'none'],
    ['clean', clean, seen(null, false), gone, 'none'],
    ['clean', clean, seen(null, true), gone, 'none'],
    ['recovered', recovered, seen(OURS, true), recovered, 'none'],
    ['recovered', recovered, seen(THEIRS, false), { ...recovered, conflict: 'changed' }, 'none'],
    ['recovered', recovered, seen(null, true), { ...recovered, conflict: 'gone' }, 'none'],
    ['changed', changed, seen(OURS, true), clean, 'none'],
    ['changed', changed, seen(THEIRS, true), changed, 'none'],
    ['changed', changed, seen(null, true), gone, 'none'],
    ['gone', gone, seen(OURS, false), clean, 'none'],
    ['gone', gone, seen(THEIRS, false), gone, 'read'],
    ['gone', gone, seen(THEIRS, true), changed, 'none'],

    ['clean', clean, { kind: 'refused', hash: THEIRS }, changed, 'none'],
    ['clean', clean, { kind: 'refused', hash: null }, gone, 'none'],
    [
      'recovered',
      recovered,
      { kind: 'refused', hash: THEIRS },
      { ...recovered, conflict: 'changed' },
      'none',
    ],
    ['clean', clean, { kind: 'recovered' }, recovered, 'none'],
    ['untitled', untitled, { kind: 'recovered' }, { ...untitled, recovered: true }, 'none'],
  ] as const)('%s: %j %j', (_name, state, event, next, effect) => {
    expect(fileStep(state, event)).toEqual({ state: next, effect })
  })
})

describe('the word', () => {
  it.each([
    ['clean', 'saved', 'unsaved'],
    ['recovered', 'recovered', 'recovered'],
    ['changed', 'conflict', 'conflict'],
    ['gone', 'conflict', 'conflict'],
    ['untitled', 'saved', 'unsaved'],
    ['both', 'conflict', 'conflict'],
  ] as const)('%s is %s without edits and %s with', (name, without, withEdits) => {
    expect([statusOf(states[name], false), statusOf(states[name], true)]).toEqual([without, withEdits])
  })

  it('is never Saved while the disk is known to hold something else', () => {
    for (const state of Object.values(states))
      for (const edited of [false, true])
        for (const hash of [THEIRS, null]) {
          const step = fileStep(state, seen(hash, edited))
          if (hash === state.savedHash) continue
          expect(step.effect === 'read' || statusOf(step.state, edited) === 'conflict').toBe(true)
        }
  })
})
