// Text from files on its way into XML: never markup, never a character that XML or a reader stumbles over.
import { replaceInvisible } from '../support/invisible.ts'

/** What emoji and accents are joined with. They are invisible alone, and break a word when they are taken out. */
const JOINERS = '\u200c\u200d\ufe0e\ufe0f'

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** `text` as the content of an element or of a quoted attribute. Line breaks become spaces. */
export function xmlText(text: string): string {
  const line = text.replace(/[\t\n\r\u2028\u2029]+/g, ' ')
  return replaceInvisible(wellFormed(line), () => '\ufffd', JOINERS).replace(/[&<>"']/g, (character) =>
    ENTITIES.get(character)!,
  )
}

// Lone surrogates and the two non-characters at the end of the plane are not allowed in XML.
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element. Attribute values are escaped; `children` is markup made by this same function or by `xmlText`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? short(value) : xmlText(value)}"`],
  )
  const open = `<${name}${said.join('')}`
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`
}

/** A coordinate with at most two decimals. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
