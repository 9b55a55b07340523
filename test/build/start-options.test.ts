// What may be written after `npm start --`, and what is said about the rest.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStartOptions } from '../../electron/build/start-options.mjs'

const here = path.resolve('/home/ada')

describe('readStartOptions', () => {
  it('reads nothing', () => {
    expect(readStartOptions([], here)).toEqual({ host: undefined, files: [], passed: [] })
  })

  it('reads a host, files and options for the loopback host', () => {
    const args = [
      '--host=browser',
      'a.handoff',
      '--data',
      'd',
      '--no-open',
      '--keep',
      '--port=0',
      '/tmp/b.json',
    ]
    expect(readStartOptions(args, here)).toEqual({
      host: 'browser',
      files: [path.resolve(here, 'a.handoff'), path.resolve('/tmp/b.json')],
      passed: ['--data', path.resolve(here, 'd'), '--no-open', '--keep', '--port', '0'],
    })
  })

  it.each([
    [['--host', 'firefox'], '--host is electron or browser, not firefox.'],
    [['--host'], '--host needs a value.'],
    [['--data'], '--data needs a value.'],
    [['--hots', 'browser'], 'There is no option --hots.'],
  ])('refuses %j', (args, message) => expect(readStartOptions(args, here)).toBe(message))
})
