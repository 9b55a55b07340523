// Finds the Chrome, Chromium or Edge that this machine has.
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

export interface ChromiumBinary {
  readonly executablePath: string
  /** Environment variables that this browser needs on top of ours. */
  readonly variables: Readonly<Record<string, string>>
}

type Variables = Readonly<Record<string, string | undefined>>

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser that `BATON_BROWSER` names; undefined when the variable is not set. Throws when there is no such file. */
export function namedChromium(variables: Variables): ChromiumBinary | undefined {
  const executablePath = variables['BATON_BROWSER']
  if (!executablePath) return undefined
  if (!isProgram(executablePath)) throw new Error(`BATON_BROWSER names no program: ${executablePath}`)
  return { executablePath, variables: {} }
}

/** Every browser found in PATH and in the usual places, best first. */
export function systemChromiums(platform: NodeJS.Platform, variables: Variables): readonly ChromiumBinary[] {
  return usualPlaces(platform, variables)
    .filter(isProgram)
    .map((executablePath) => ({ executablePath, variables: {} }))
}

function usualPlaces(platform: NodeJS.Platform, variables: Variables): readonly string[] {
  if (platform === 'darwin') {
    const roots = ['/Applications', path.join(variables['HOME'] ?? '/', 'Applications')]
    return MAC_APPS.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const roots = [variables['PROGRAMFILES'], variables['PROGRAMFILES(X86)'], variables['LOCALAPPDATA']]
    return WINDOWS_PROGRAMS.flatMap((program) =>
      roots.flatMap((root) => (root ? [path.win32.join(root, program)] : [])),
    )
  }
  const folders = (variables['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
