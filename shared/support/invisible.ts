// Characters that a reader cannot see, or that change the order of what is seen: made visible wherever a person must
// be able to trust the text in front of them.

// Controls, format characters (bidirectional marks among them), separators of lines, and whatever fonts ignore.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** `text` with every such character replaced by what `show` makes of it; those in `kept` stay. */
export function replaceInvisible(text: string, show: (character: string) => string, kept = ''): string {
  return text.replace(INVISIBLE, (character) => (kept.includes(character) ? character : show(character)))
}

/** The character's code point as people write it: `U+202E`. */
export function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
