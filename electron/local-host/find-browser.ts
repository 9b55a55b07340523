// Finds a browser of the Chromium family that this user has, on any of the three systems.
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

export interface Machine {
  readonly platform: string
  readonly home: string
  readonly variables: Readonly<Record<string, string | undefined>>
  isRunnable(file: string): boolean
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]
const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser']
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const WINDOWS_ROOTS = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']

/** `BATON_BROWSER` wins, whatever it names; then the places and the PATH of this system. Null when there is none. */
export function findBrowser(machine: Machine): string | null {
  const chosen = machine.variables['BATON_BROWSER']
  if (chosen !== undefined && chosen !== '') return chosen
  return candidates(machine).find(machine.isRunnable) ?? null
}

/** Whether this file exists and may be run. */
export function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function candidates({ platform, home, variables }: Machine): readonly string[] {
  if (platform === 'darwin') {
    const roots = ['/Applications', `${home}/Applications`]
    return roots.flatMap((root) => MAC_APPS.map((name) => `${root}/${name}.app/Contents/MacOS/${name}`))
  }
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.map((name) => variables[name]).filter((root) => root !== undefined)
    return roots.flatMap((root) => WINDOWS_PROGRAMS.map((parts) => path.win32.join(root, ...parts)))
  }
  const folders = (variables['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))
}
