// The real loopback host as a process that can be killed at any moment of its life.
import { spawn } from 'node:child_process'

export interface HostProcess {
  /** Whether it serves; false when it was killed before it did. */
  readonly serves: Promise<boolean>
  /** kill -9, and the wait for the death. */
  kill(): Promise<void>
}

export function startHostProcess(program: string, dataFolder: string): HostProcess {
  const words = [program, '--data', dataFolder, '--no-open', '--keep']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const serves = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (/http:\/\/\S+\n/.test(said)) resolve(true)
    })
    void ended.finally(() => resolve(false))
  })
  return {
    serves,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
