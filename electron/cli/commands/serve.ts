// baton serve: the app in the user's own browser, from this checkout.
import path from 'node:path'
import { startLocalHost } from '../../local-host/host.ts'
import { countOption, textOption } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'

export const serve: CliCommand = {
  name: 'serve',
  usage: 'serve [FILE…] [--port N] [--data FOLDER] [--no-open] [--until-idle]',
  says: 'Opens the app in a browser window and keeps serving it.',
  options: {
    port: { type: 'string', value: 'N', says: 'the port; without it the system chooses' },
    data: { type: 'string', value: 'FOLDER', says: 'where recent files and unsaved work are kept' },
    'no-open': { type: 'boolean', says: 'only print the address' },
    'until-idle': { type: 'boolean', says: 'end some seconds after the last window has been closed' },
  },
  run: runServe,
}

async function runServe(words: Words, terminal: Terminal): Promise<ExitCode> {
  const port = countOption(words, 'port', 0, 65_535)
  const data = textOption(words, 'data')
  const host = await startLocalHost({
    files: words.files.map((file) => path.resolve(terminal.folder, file)),
    window: words.options['no-open'] === true ? 'none' : 'open',
    life: words.options['until-idle'] === true ? 'until-idle' : 'keep',
    say: (line) => terminal.out(`${line}\n`),
    ...(port === undefined ? {} : { port }),
    ...(data === undefined ? {} : { dataFolder: path.resolve(terminal.folder, data) }),
  })
  if (host.kind === 'handed-over') return 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void host.stop())
  await host.ended
  return 0
}
