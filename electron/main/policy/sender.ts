// Decides whether a message over IPC comes from one of our pages.
import { isOwnPage } from './addresses.ts'

export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
  readonly sender: { readonly id: number }
}

/** Only the top frame of one of our own windows, showing our own page. A frame that is gone is null. */
export function isTrustedSender({ senderFrame, sender }: Sender, ownIds: ReadonlySet<number>): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return ownIds.has(sender.id) && isOwnPage(senderFrame.url)
}
