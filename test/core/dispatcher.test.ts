// The dispatcher: everything that can go wrong with a call is an answer.
import { describe, expect, it } from 'vitest'
import { createDispatcher } from '../../electron/core/dispatcher.ts'
import type { Handlers } from '../../electron/core/dispatcher.ts'
import { HostError } from '../../shared/host/wire.ts'

const CLIENT = 'ann'

function dispatcherWith(handlers: Partial<Handlers>) {
  const logged: string[] = []
  const dispatch = createDispatcher(handlers as Handlers, (message) => void logged.push(message))
  return { dispatch, logged }
}

describe('the dispatcher', () => {
  const unknown: readonly unknown[] = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    7,
    null,
    undefined,
    {},
    ['app.info'],
  ]
  for (const name of unknown) {
    it(`does not know the call ${JSON.stringify(name)}`, async () => {
      const { dispatch } = dispatcherWith({})
      expect(await dispatch(name, {}, CLIENT)).toEqual({
        ok: false,
        error: { code: 'unknown-call', message: 'The window asked for something this host does not know.' },
      })
    })
  }

  it('names the place of bad input and does not run the handler', async () => {
    const { dispatch } = dispatcherWith({
      'file.browse': () => {
        throw new Error('ran')
      },
    })
    expect(await dispatch('file.browse', { path: '' }, CLIENT)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringMatching(/^file\.browse: path: /) },
    })
    expect(await dispatch('file.browse', { path: null, more: 1 }, CLIENT)).toMatchObject({
      error: { code: 'bad-input' },
    })
  })

  it('refuses a value that is too deep for any recursive reader', async () => {
    const { dispatch } = dispatcherWith({ 'settings.write': () => ({}) })
    const value: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    expect(await dispatch('settings.write', { key: 'a', value }, CLIENT)).toMatchObject({
      error: { code: 'bad-input', message: 'The value is nested too deeply.' },
    })
  })

  it('passes a refusal on with its details', async () => {
    const { dispatch, logged } = dispatcherWith({
      'file.write': () => {
        throw new HostError('conflict', 'changed', { hash: 'x' })
      },
    })
    const input = { path: '/a', text: '', baseHash: null, overwrite: false }
    expect(await dispatch('file.write', input, CLIENT)).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'changed', details: { hash: 'x' } },
    })
    expect(logged).toEqual([])
  })

  it('hides what nobody foresaw from the window and keeps it for the log', async () => {
    const { dispatch, logged } = dispatcherWith({
      'recents.list': () => {
        throw new TypeError('/home/ann/secret')
      },
    })
    expect(await dispatch('recents.list', {}, CLIENT)).toEqual({
      ok: false,
      error: { code: 'internal', message: 'recents.list: something went wrong in the host.' },
    })
    expect(logged).toEqual(['recents.list failed'])
  })

  it('does not let an answer of another shape through', async () => {
    const { dispatch, logged } = dispatcherWith({ 'file.write': () => ({ hash: 7 }) as never })
    const input = { path: '/a', text: '', baseHash: null, overwrite: false }
    expect(await dispatch('file.write', input, CLIENT)).toMatchObject({ error: { code: 'bad-output' } })
    expect(logged).toEqual(['file.write: the answer breaks the contract'])
  })
})
