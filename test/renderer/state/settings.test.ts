// What is remembered between two starts, and that wrong values from an older version do no harm.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { loadSettings, setPaneSizes } from '../../../renderer/state/settings.ts'
import { setPane, view } from '../../../renderer/state/view.ts'
import { useFakeHost } from './fake-host.ts'

const FRESH = view.getState()

describe('settings', () => {
  beforeEach(() => view.setState(FRESH, true))

  it('are read into the view', async () => {
    const fake = useFakeHost()
    fake.settings
      .set('theme', 'dark')
      .set('panes', { left: false })
      .set('paneSizes', { columns: { left: 20 } })
    await loadSettings()
    expect(view.getState()).toMatchObject({
      theme: 'dark',
      panes: { left: false, right: true, bottom: true },
      paneSizes: { columns: { left: 20 } },
    })
  })

  it('are ignored where they make no sense', async () => {
    const fake = useFakeHost()
    fake.settings
      .set('theme', 'pink')
      .set('panes', 'none')
      .set('paneSizes', { columns: { left: 'wide' } })
    await loadSettings()
    expect(view.getState()).toMatchObject({ theme: 'system', panes: FRESH.panes, paneSizes: {} })
  })

  it('are written back once things have settled', async () => {
    vi.useFakeTimers()
    const fake = useFakeHost()
    await loadSettings()
    setPane('left', false)
    setPaneSizes('rows', { bottom: 30 })
    setPaneSizes('rows', { bottom: 35 })
    await vi.advanceTimersByTimeAsync(400)
    expect(fake.settings.get('panes')).toMatchObject({ left: false })
    expect(fake.settings.get('paneSizes')).toEqual({ rows: { bottom: 35 } })
    vi.useRealTimers()
  })
})
