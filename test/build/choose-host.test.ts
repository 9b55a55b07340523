// Which window opens, for every combination of what was asked for and what is there.
import { describe, expect, it } from 'vitest'
import { chooseHost } from '../../electron/build/choose-host.mjs'

const never = (): never => {
  throw new Error('must not be asked')
}
const fails = () => Promise.resolve('it could not be downloaded')
const arrives = () => Promise.resolve(undefined)

type Question = Parameters<typeof chooseHost>[0]
const OBSTACLES: readonly (readonly [
  name: string,
  obstacle: string | undefined,
  find: Question['find'],
  fetch: Question['fetch'],
  because: string,
])[] = [
  ['it cannot run here', 'there is no display', () => '/e', never, 'there is no display'],
  [
    'it cannot be had',
    undefined,
    () => undefined,
    fails,
    "Electron's program is not installed, and it could not be downloaded",
  ],
  [
    'the download brought nothing',
    undefined,
    () => undefined,
    arrives,
    "Electron's program is not there after its download",
  ],
]

describe('chooseHost', () => {
  it('takes the browser when asked to, without looking for Electron', async () => {
    const choice = await chooseHost({ wanted: 'browser', obstacle: undefined, find: never, fetch: never })
    expect(choice).toEqual({ host: 'browser', because: 'you asked for it' })
  })

  it('takes Electron where it is installed', async () => {
    const choice = await chooseHost({
      wanted: undefined,
      obstacle: undefined,
      find: () => '/e',
      fetch: never,
    })
    expect(choice).toEqual({ host: 'electron', program: '/e', because: 'its program is installed' })
  })

  it('takes Electron where it could be downloaded', async () => {
    const found = [undefined, '/e']
    const choice = await chooseHost({
      wanted: undefined,
      obstacle: undefined,
      find: () => found.shift(),
      fetch: arrives,
    })
    expect(choice).toEqual({ host: 'electron', program: '/e', because: 'its program was just downloaded' })
  })

  it.each(OBSTACLES)(
    'when %s, takes the browser, or nothing if Electron was asked for',
    async (_, obstacle, find, fetch, because) => {
      expect(await chooseHost({ wanted: undefined, obstacle, find, fetch })).toEqual({
        host: 'browser',
        because,
      })
      expect(await chooseHost({ wanted: 'electron', obstacle, find, fetch })).toEqual({
        host: 'none',
        because,
      })
    },
  )
})
