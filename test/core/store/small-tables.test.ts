// Recent files, settings, window places, and the lock that lives as long as its process.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLocked, takeLifeLock } from '../../../electron/core/store/life-lock.ts'
import { openLibrary } from '../../../electron/core/store/library.ts'
import { createRecents, MAX_RECENTS } from '../../../electron/core/store/recents.ts'
import { createSettings, MAX_SETTING_LENGTH, MAX_SETTINGS } from '../../../electron/core/store/settings.ts'
import { createWindowStates } from '../../../electron/core/store/window-state.ts'
import { freshFolder } from '../support/folders.ts'

const database = () => openLibrary(freshFolder(), () => undefined).db

describe('recent files', () => {
  it('are newest first, whatever the clock says, once each, and not too many', () => {
    let clock = 1_000_000
    const recents = createRecents(database(), () => (clock -= 1_000))
    for (let n = 0; n < MAX_RECENTS + 5; n++) recents.add(`/${n}`)
    recents.add('/10')
    const paths = recents.list().map(({ path: file }) => file)
    expect([paths.length, paths[0], paths[1], paths.filter((file) => file === '/10').length]).toEqual([
      MAX_RECENTS,
      '/10',
      `/${MAX_RECENTS + 4}`,
      1,
    ])
    recents.clear()
    expect(recents.list()).toEqual([])
  })
})

describe('settings', () => {
  it('are kept, replaced and limited', () => {
    const settings = createSettings(database())
    settings.write('theme', '"light"')
    settings.write('theme', '"dark"')
    settings.setLastFolder('/a')
    settings.setLastFolder('/b')
    expect([[...settings.read()], settings.lastFolder()]).toEqual([[['theme', '"dark"']], '/b'])
    expect(() => settings.write('big', 'x'.repeat(MAX_SETTING_LENGTH + 1))).toThrow(
      `${MAX_SETTING_LENGTH} characters`,
    )
    for (let n = 1; n < MAX_SETTINGS; n++) settings.write(`${n}`, '0')
    expect(() => settings.write('one more', '0')).toThrow(`${MAX_SETTINGS} settings`)
    settings.write('theme', '"light"')
  })
})

describe('window places', () => {
  it('are kept by name', () => {
    const states = createWindowStates(database())
    const place = { x: -5, y: 10, width: 800, height: 600, maximized: true }
    expect(states.read('main')).toBeNull()
    states.write('main', { ...place, maximized: false })
    states.write('main', place)
    expect([states.read('main'), states.read('other')]).toEqual([place, null])
  })
})

describe('a life lock', () => {
  it('is held by one, seen by all, and free again', () => {
    const file = path.join(freshFolder(), 'host.life')
    expect(isLocked(file)).toBe(false)
    const lock = takeLifeLock(file)
    expect([isLocked(file), isLocked(file), takeLifeLock(file)]).toEqual([true, true, null])
    lock?.release()
    expect(isLocked(file)).toBe(false)
    takeLifeLock(file)?.release()
  })
})
