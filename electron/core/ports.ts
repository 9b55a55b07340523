// What the backend needs from the shell around it: the same backend runs in Electron and behind a browser window.
import type { Capabilities } from '../../shared/host/capabilities.ts'
import type { CallIn } from '../../shared/host/contract.ts'

/** One connected window. Ends with its connection: a reloaded window is another client. */
export type ClientId = string

export interface ShellPorts {
  readonly capabilities: Capabilities
  readonly version: string
  readonly platform: string
  /** Where the file browser starts when no folder has been used yet. */
  readonly homeFolder: string
  /** Milliseconds since 1970, for dates shown to people; nothing is ordered by it. */
  now(): number
  /** `folder` is where the dialog starts. Answers no path when the person cancels. */
  pickOpen(client: ClientId, request: CallIn<'file.pickOpen'>, folder: string): Promise<readonly string[]>
  pickSave(client: ClientId, request: CallIn<'file.pickSave'>, folder: string): Promise<string | null>
  reveal(path: string): Promise<void>
  /** Only ever called with an https: or mailto: address. */
  openExternal(url: string): Promise<void>
  setEdited(client: ClientId, state: CallIn<'window.setEdited'>): void
  answerClose(client: ClientId, close: boolean): void
  /** For what a person need not see: full errors with stacks. */
  log(message: string, error?: unknown): void
}
