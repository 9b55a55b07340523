// Asks the desktop to show a file in its folder or to open an address. Programs are started without a shell.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { HostError } from '../../shared/host/wire.ts'

type Command = readonly [program: string, ...words: string[]]

export async function revealInFolder(file: string, platform: string): Promise<void> {
  await run(revealCommand(file, platform))
}

/** `url` is https: or mailto:, as the contract demands. */
export async function openAddress(url: string, platform: string): Promise<void> {
  await run(openCommand(url, platform))
}

function revealCommand(file: string, platform: string): Command {
  if (platform === 'darwin') return ['open', '-R', file]
  if (platform === 'win32') return ['explorer.exe', `/select,${file}`]
  // The folder, never the file: opening a file may run it.
  return ['xdg-open', path.dirname(file)]
}

function openCommand(url: string, platform: string): Command {
  if (platform === 'darwin') return ['open', url]
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url]
  return ['xdg-open', url]
}

function run([program, ...words]: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true })
    child.once('error', () => reject(new HostError('io', `This desktop has no ${program} to do that with.`)))
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
