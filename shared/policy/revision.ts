// The policy's fingerprint of itself, and its text.
import { canonicalJson } from '../support/canonical-json.ts'
import { replaceInvisible } from '../support/invisible.ts'
import { fingerprint } from '../support/sha256.ts'
import type { Policy } from './schema.ts'

/** `sha256:` over the canonical JSON of the policy without its `revision`. Anybody can work it out again. */
export function revisionOf(policy: Omit<Policy, 'revision'> & { readonly revision?: string }): string {
  const { revision: _, ...content } = policy
  return fingerprint(canonicalJson(content))
}

/**
 * The text of a `*.policy.json`: two-space indent, one trailing newline, the same policy always the same bytes.
 * Characters that a reader cannot see, or that reorder what is seen, are written as escapes: a reviewer of the file
 * has to see what a runtime will read.
 */
export function writePolicy(policy: Policy): string {
  return `${replaceInvisible(JSON.stringify(policy, null, 2), escaped, '\n')}\n`
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')
}
