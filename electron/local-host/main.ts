// Command line of the loopback host: reads the words, starts the host, ends with it.
import { parseArgs } from 'node:util'
import { filesFromWords } from '../core/launch-arguments.ts'
import { startLocalHost } from './host.ts'
import type { LocalHostOptions } from './host.ts'

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  keep: { type: 'boolean' },
} as const

try {
  const host = await startLocalHost(readWords(process.argv.slice(2)))
  if (host.kind === 'serving') {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void host.stop())
    await host.ended
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

function readWords(words: readonly string[]): LocalHostOptions {
  const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true })
  const files = filesFromWords(['--', ...positionals], process.cwd())
  return {
    files,
    window: values['no-open'] === true ? 'none' : 'open',
    life: values.keep === true ? 'keep' : 'until-idle',
    ...(values.data === undefined ? {} : { dataFolder: values.data }),
    ...(values.port === undefined ? {} : { port: readPort(values.port) }),
  }
}

function readPort(word: string): number {
  const port = Number(word)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${word}: not a port number.`)
  return port
}
