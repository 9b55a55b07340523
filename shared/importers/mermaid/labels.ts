// Labels as people read them: without markup, entities, icons and Markdown.
import { cleanText } from '../support/text.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  semi: ';',
  lpar: '(',
  rpar: ')',
  lbrack: '[',
  rbrack: ']',
  lcub: '{',
  rcub: '}',
  num: '#',
  hash: '#',
  ge: '≥',
  le: '≤',
  ne: '≠',
}

/** The label as one line of plain text, at most `limit` characters long. */
export function plainLabel(raw: string, limit: number): string {
  const text = decoded(raw.slice(0, limit * 20))
    .replace(/<br\s{0,5}\/?>/gi, ' ')
    .replace(/<[^<>]{0,300}>/g, ' ')
  const plain = decodeEntities(text)
    .replace(/\bfa[bsrlk]?:fa-[\w-]{1,60}/g, ' ')
    .replace(/^\s{0,20}`|`\s{0,20}$/g, '')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return cleanText(plain, limit).text
}

/** LangGraph writes characters that Mermaid has no place for in names as `\3a`: a code in two hexadecimal digits. */
export function decoded(text: string): string {
  return text.replace(/\\([2-7][0-9a-f])/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** `#91;`, `#quot;`, `&nbsp;`, `&#39;`, `&#x3a;`. An entity that nobody knows stays as it is. */
function decodeEntities(text: string): string {
  return text.replace(
    /[#&](?:#?(x[0-9a-f]{1,6}|\d{1,7})|([a-z]{2,10}));/gi,
    (whole, code: string | undefined, name: string | undefined) => {
      if (name !== undefined) {
        const key = name.toLowerCase()
        return Object.hasOwn(ENTITIES, key) ? ENTITIES[key]! : whole
      }
      const number =
        code!.startsWith('x') || code!.startsWith('X') ? Number.parseInt(code!.slice(1), 16) : Number(code)
      const printable = number >= 32 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff)
      return printable ? String.fromCodePoint(number) : whole
    },
  )
}

/** `__interrupt = before,after` in a LangGraph label. */
export function interruptOf(raw: string): readonly ('before' | 'after')[] {
  const found = /__interrupt\s{0,3}=\s{0,3}([a-z, ]{5,20})/.exec(raw.slice(0, 20_000))?.[1] ?? ''
  return (['before', 'after'] as const).filter((place) => found.includes(place))
}

/** The label without the small print under it. */
export function withoutSmallPrint(raw: string): string {
  const rule = raw.search(/<hr\s{0,5}\/?>/i)
  return rule < 0 ? raw : raw.slice(0, rule)
}
