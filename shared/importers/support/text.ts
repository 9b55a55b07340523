// Text from a stranger's file, made safe to keep: not endless, without characters that hide what it says, and
// without anything that looks like a key or a password.

/** Characters of a step's name, of a label, and of a note or description that are kept. */
export const LIMITS = { name: 300, label: 200, prose: 4000 } as const

export interface CleanText {
  readonly text: string
  readonly cut: boolean
  /** Invisible or direction-changing characters were taken out. */
  readonly stripped: boolean
  /** Something that looks like a credential was taken out. */
  readonly redacted: boolean
}

// Control characters other than tab and line feed, and the marks that reorder what a reader sees (UAX 9 overrides,
// embeddings, isolates): they make one label look like another.
// oxlint-disable-next-line no-control-regex -- these are exactly what is taken out
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

const REDACTED = '(removed: looks like a key)'

// Each alternative starts with a fixed text or a bounded class, so that matching is linear.
const KEY_PATTERNS: readonly RegExp[] = [
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,200}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bAIza[0-9A-Za-z_-]{30,60}/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,100}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,120}/g,
  /\bglpat-[A-Za-z0-9_-]{16,60}/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,200}/g,
  /\bya29\.[A-Za-z0-9_-]{20,300}/g,
  /\beyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{5,4000}(?:\.[A-Za-z0-9_-]{0,1000})?/g,
  /\b(?:Bearer|Basic)\s{1,3}[A-Za-z0-9._~+/=-]{12,1000}/gi,
  /\b\d{8,10}:AA[A-Za-z0-9_-]{30,40}\b/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g,
  /\b(?:api[-_ ]?key|apikey|access[-_ ]?token|auth[-_ ]?token|secret|password|passwd|pwd|token)\b["']?\s{0,3}[:=]\s{0,3}["']?[^\s"',;<>(){}]{6,400}/gi,
]

/** A run this long of mixed letters and digits is more likely a key or an id than a word. */
const OPAQUE = /[A-Za-z0-9_+/=-]{32,400}/g

/** At most `limit` characters of `source`, with everything taken out that has no business in a document. */
export function cleanText(source: string, limit: number): CleanText {
  const head = source.length > limit ? cutAt(source, limit) : source
  const visible = head.replace(/\r\n?/g, '\n').replace(INVISIBLE, '')
  const safe = withoutKeys(visible)
  return {
    text: source.length > limit ? `${safe}…` : safe,
    cut: source.length > limit,
    stripped: visible.length !== head.replace(/\r\n?/g, '\n').length,
    redacted: safe.includes(REDACTED),
  }
}

/** `text` with everything that looks like a credential replaced by a remark. */
export function withoutKeys(text: string): string {
  let out = text
  for (const pattern of KEY_PATTERNS) out = out.replace(pattern, REDACTED)
  return out.replace(OPAQUE, (run) => (isOpaque(run) ? REDACTED : run))
}

// Words joined by dashes or underscores, however long, are no key: a key has digits in it and changes between
// digits and letters many times.
function isOpaque(run: string): boolean {
  let changes = 0
  let before = ''
  for (const character of run) {
    const kind =
      character >= '0' && character <= '9' ? 'digit' : /[A-Za-z]/.test(character) ? 'letter' : before
    if (before !== '' && kind !== before) changes++
    before = kind
  }
  return changes >= 6
}

function cutAt(text: string, limit: number): string {
  const code = text.charCodeAt(limit - 1)
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit)
}
