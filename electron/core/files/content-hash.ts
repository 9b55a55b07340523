// Fingerprint of the bytes of a file: whether it changed is decided by content, never by its date.
import { createHash } from 'node:crypto'

/** `sha256:` and lower-case hex; for UTF-8 text the same as `fingerprint` in shared/support/sha256.ts. */
export function contentHash(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
