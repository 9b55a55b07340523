// The decisions of the Electron shell that need no Electron: closing, placing windows, reading the command line.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectFiles, ownFiles } from '../../electron/main/lifecycle.ts'
import { closeStep } from '../../electron/main/policy/close-handshake.ts'
import type { CloseEvent, CloseState, CloseStep } from '../../electron/main/policy/close-handshake.ts'
import { placeWindow } from '../../electron/main/policy/window-placement.ts'
import type { Rectangle } from '../../electron/main/policy/window-placement.ts'

describe('the close handshake', () => {
  const edited: CloseEvent = { kind: 'close-wanted', edited: true }
  const clean: CloseEvent = { kind: 'close-wanted', edited: false }
  const yes: CloseEvent = { kind: 'answered', close: true }
  const no: CloseEvent = { kind: 'answered', close: false }
  const table: readonly [CloseState, CloseEvent, CloseState, CloseStep['effect']][] = [
    ['open', clean, 'closing', 'let-close'],
    ['open', edited, 'asking', 'ask-page'],
    ['open', yes, 'open', 'none'],
    ['open', no, 'open', 'none'],
    ['open', { kind: 'silent' }, 'open', 'none'],
    ['open', { kind: 'page-gone' }, 'open', 'none'],
    ['open', { kind: 'session-ending' }, 'closing', 'none'],
    ['asking', edited, 'asking', 'none'],
    ['asking', clean, 'closing', 'let-close'],
    ['asking', yes, 'closing', 'close-window'],
    ['asking', no, 'open', 'none'],
    ['asking', { kind: 'silent' }, 'closing', 'close-window'],
    ['asking', { kind: 'page-gone' }, 'closing', 'close-window'],
    ['asking', { kind: 'session-ending' }, 'closing', 'none'],
    ['closing', edited, 'closing', 'let-close'],
    ['closing', no, 'closing', 'none'],
  ]
  for (const [state, event, next, effect] of table) {
    it(`${state}: ${JSON.stringify(event)} leads to ${next} and does ${effect}`, () => {
      expect(closeStep(state, event)).toEqual({ state: next, effect })
    })
  }
})

describe('a window', () => {
  const screens: readonly Rectangle[] = [
    { x: 0, y: 0, width: 1_920, height: 1_040 },
    { x: 1_920, y: 0, width: 1_280, height: 700 },
  ]
  const table: readonly [name: string, kept: Rectangle | null, placed: unknown][] = [
    ['was never open takes the first size', null, { width: 1_440, height: 900 }],
    [
      'stays where it was',
      { x: 2_000, y: 10, width: 900, height: 600 },
      { x: 2_000, y: 10, width: 900, height: 600 },
    ],
    [
      'of a screen that is gone comes back',
      { x: 9_000, y: 10, width: 900, height: 600 },
      { width: 900, height: 600 },
    ],
    ['above the screen comes back', { x: 10, y: -300, width: 900, height: 600 }, { width: 900, height: 600 }],
    [
      'with no more than its edge on the screen comes back',
      { x: 1_850, y: 1_030, width: 900, height: 600 },
      { width: 900, height: 600 },
    ],
    [
      'larger than its screen shrinks',
      { x: 1_920, y: 0, width: 3_000, height: 2_000 },
      { x: 1_920, y: 0, width: 1_280, height: 700 },
    ],
    ['too small to use grows', { x: 0, y: 0, width: 10, height: 10 }, { width: 640, height: 480 }],
  ]
  for (const [name, kept, placed] of table) {
    it(`that ${name}`, () => expect(placeWindow(kept, screens)).toEqual(placed))
  }
})

describe('files to open', () => {
  it('are read from our own command line, packaged and not', () => {
    expect(ownFiles(['electron', '.', 'a.handoff', '--x'], false, '/home')).toEqual([
      path.resolve('/home/a.handoff'),
    ])
    expect(ownFiles(['Baton', 'a.handoff'], true, '/home')).toEqual([path.resolve('/home/a.handoff')])
  })

  it('that were asked for before a window could take them are kept in order', () => {
    const listeners = new Map<string, (...words: unknown[]) => void>()
    const app = {
      on: (name: string, listener: (...words: unknown[]) => void) => listeners.set(name, listener),
    }
    const files = collectFiles(app as never, ['/first'])
    listeners.get('open-file')?.({ preventDefault: () => undefined }, '/second')
    listeners.get('second-instance')?.({}, [], '/', { files: ['/third', 7, 'https://evil.example/'] })
    const taken: (readonly string[])[] = []
    files.deliverTo((paths) => taken.push(paths))
    listeners.get('second-instance')?.({}, [], '/', undefined)
    expect(taken).toEqual([['/first'], ['/second'], ['/third'], []])
  })
})
