// What this host can do. The interface asks this, and never which host it is.
import { z } from 'zod'

export const CapabilitiesSchema = z.strictObject({
  /** The operating system draws the menu from the command table. */
  nativeMenu: z.boolean(),
  /** Open and save dialogs of the operating system; otherwise the in-app file browser is shown. */
  nativeDialogs: z.boolean(),
  /** The window can be marked as edited and asks before it closes. */
  closeHandshake: z.boolean(),
  revealFile: z.boolean(),
  openExternal: z.boolean(),
})
export type Capabilities = z.output<typeof CapabilitiesSchema>
