// Finding the user's browser on each system.
import { expect, it } from 'vitest'
import { findBrowser } from '../../electron/local-host/find-browser.ts'

interface Case {
  readonly name: string
  readonly platform: string
  readonly variables?: Record<string, string>
  readonly installed: readonly string[]
  readonly found: string | null
}

const MAC = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
const HOME_MAC = '/home/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const cases: readonly Case[] = [
  {
    name: 'in PATH on Linux',
    platform: 'linux',
    variables: { PATH: '/bin:/usr/bin' },
    installed: ['/usr/bin/chromium'],
    found: '/usr/bin/chromium',
  },
  {
    name: 'the better of two',
    platform: 'linux',
    variables: { PATH: '/a:/b' },
    installed: ['/a/chromium', '/b/google-chrome'],
    found: '/b/google-chrome',
  },
  {
    name: 'none with an empty PATH',
    platform: 'linux',
    variables: { PATH: '' },
    installed: ['chromium', '/chromium'],
    found: null,
  },
  { name: 'on a Mac', platform: 'darwin', installed: [MAC], found: MAC },
  { name: "in a user's own applications", platform: 'darwin', installed: [HOME_MAC], found: HOME_MAC },
  {
    name: 'on Windows, for one user',
    platform: 'win32',
    variables: { LocalAppData: String.raw`C:\Users\ann\AppData\Local` },
    installed: [String.raw`C:\Users\ann\AppData\Local\Google\Chrome\Application\chrome.exe`],
    found: String.raw`C:\Users\ann\AppData\Local\Google\Chrome\Application\chrome.exe`,
  },
  {
    name: 'Edge in the 32-bit folder',
    platform: 'win32',
    variables: { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` },
    installed: [String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`],
    found: String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  },
  {
    name: 'the one that was named',
    platform: 'linux',
    variables: { BATON_BROWSER: '/opt/mine', PATH: '/bin' },
    installed: ['/bin/chromium'],
    found: '/opt/mine',
  },
  { name: 'none', platform: 'linux', variables: { PATH: '/bin' }, installed: [], found: null },
]

for (const { name, platform, variables = {}, installed, found } of cases) {
  it(`finds ${name}`, () => {
    const isRunnable = (file: string): boolean => installed.includes(file)
    expect(findBrowser({ platform, home: '/home/ann', variables, isRunnable })).toBe(found)
  })
}
