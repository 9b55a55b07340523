// Where the library lives on each system.
import path from 'node:path'
import { expect, it } from 'vitest'
import { dataFolder } from '../../electron/core/data-folder.ts'

const home = '/home/ann'
const cases: readonly [platform: string, variables: Record<string, string>, folder: string][] = [
  ['linux', {}, '/home/ann/.local/share/Baton'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/Baton'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ann/.local/share/Baton'],
  ['linux', { BATON_DATA: '/own' }, '/own'],
  ['linux', { BATON_DATA: '' }, '/home/ann/.local/share/Baton'],
  ['darwin', {}, '/home/ann/Library/Application Support/Baton'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Baton'],
  ['win32', {}, '/home/ann/AppData/Roaming/Baton'],
]
for (const [platform, variables, folder] of cases) {
  it(`${platform} ${JSON.stringify(variables)}`, () => {
    expect(dataFolder({ platform, home, variables })).toBe(path.normalize(folder))
  })
}
