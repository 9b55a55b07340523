// What the app is, what this host can do, and the files it was asked to open.
import type { Handlers } from '../dispatcher.ts'
import type { PendingFiles } from '../pending-files.ts'
import type { ShellPorts } from '../ports.ts'

export function appHandlers(
  ports: ShellPorts,
  notices: readonly string[],
  pending: PendingFiles,
): Pick<Handlers, 'app.info' | 'app.takePendingFiles'> {
  const { version, platform, capabilities } = ports
  return {
    'app.info': () => ({ version, platform, capabilities, notices: [...notices] }),
    'app.takePendingFiles': (_input, client) => ({ paths: [...pending.take(client)] }),
  }
}
