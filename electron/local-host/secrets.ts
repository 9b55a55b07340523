// The tickets that let a window in once, and the session keys it keeps. Only hashes are held, each with an expiry.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export interface SecretBag {
  /** A new secret of 256 bits, good for `lifeMs`. */
  mint(lifeMs: number): string
  /** Whether the secret is known and not expired. Takes the same time wherever and whether it matches. */
  has(secret: string): boolean
  /** As `has`, and never again afterwards. */
  spend(secret: string): boolean
  /** Gives a secret that is still good another `lifeMs` from now. */
  renew(secret: string, lifeMs: number): void
}

export function createSecretBag(now: () => number): SecretBag {
  let held: { readonly hash: Buffer; readonly expires: number }[] = []

  function find(secret: string): (typeof held)[number] | undefined {
    const hash = digest(secret)
    // No early exit: every candidate is compared.
    const matching = held.filter((candidate) => timingSafeEqual(candidate.hash, hash))
    return matching.find((candidate) => candidate.expires > now())
  }
  function put(secret: string, lifeMs: number): void {
    held = held.filter((candidate) => candidate.expires > now())
    held.push({ hash: digest(secret), expires: now() + lifeMs })
  }
  function drop(secret: string): void {
    const gone = find(secret)
    held = held.filter((candidate) => candidate !== gone)
  }

  return {
    mint(lifeMs) {
      const secret = randomBytes(32).toString('base64url')
      put(secret, lifeMs)
      return secret
    },
    has: (secret) => find(secret) !== undefined,
    spend(secret) {
      const known = find(secret) !== undefined
      drop(secret)
      return known
    },
    renew(secret, lifeMs) {
      if (find(secret) === undefined) return
      drop(secret)
      put(secret, lifeMs)
    },
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
