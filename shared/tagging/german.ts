// German verbs in the names of steps, and what they usually mean. German puts the verb last or makes a noun of it, so
// that words are known by how they begin, and the weightiest verb decides.
import { heavier } from './effects.ts'
import type { EffectName } from './effects.ts'

/** Beginnings of verbs, without umlauts (ä is ae). `zahl` alone would also be a number. */
const VERBS: Readonly<Partial<Record<EffectName, string>>> = {
  delete: 'loesch geloescht entfern vernicht',
  'delete-soft': 'archivier stornier widerruf kuendig',
  pay: 'bezahl auszahl zahlen ueberweis erstatt rueckerstatt abbuch bestellen verguet begleich einkauf',
  permission: 'berechtig zugriffgewaehr einladen freischalt',
  restrict: 'sperr deaktivier',
  deploy: 'ausroll ausliefern bereitstell',
  execute: 'ausfuehr',
  publish: 'veroeffentlich publizier',
  send: 'send versend verschick schick benachrichtig informier mitteil antwort beantwort anruf weiterleit erinner mahn',
  write:
    'anleg anlegen erfass eintrag speicher aktualisier aender buchen verbuch ableg hinzufueg schreib erstell zuweis uebertrag abschliess schliess',
  read: 'abruf lesen lies such hol nachschlag abfrag pruef kontrollier ueberpruef vergleich anzeig beobacht ueberwach',
  none: 'berechn auswert sortier filter zusammenfass umwandl klassifizier bewert extrahier ermittl validier vorbereit',
}

/** Nouns that are made of such verbs; they count only where no verb does. */
const NOUNS: Readonly<Partial<Record<EffectName, string>>> = {
  delete: 'loeschung',
  'delete-soft': 'stornierung kuendigung',
  pay: 'zahlung auszahlung ueberweisung erstattung rueckerstattung bestellung',
  publish: 'veroeffentlichung',
  send: 'versand benachrichtigung mitteilung mahnung',
  deploy: 'bereitstellung',
}

const BEGINNINGS = listed(VERBS)
const NOUN_BEGINNINGS = listed(NOUNS)

/** What the German words of a name say is done; undefined when none does. */
export function effectOfGerman(
  name: string,
): { readonly word: string; readonly effect: EffectName } | undefined {
  const words = germanWordsOf(name)
  const nouns = words.filter(({ folded }) => effectAt(NOUN_BEGINNINGS, folded))
  const verbs = words.filter((word) => !nouns.includes(word))
  return heaviest(BEGINNINGS, verbs) ?? heaviest(NOUN_BEGINNINGS, nouns)
}

interface Word {
  readonly shown: string
  readonly folded: string
}

function germanWordsOf(name: string): readonly Word[] {
  const shown = name.slice(0, 500).match(/[\p{L}]+/gu) ?? []
  return shown.map((word) => ({ shown: word, folded: foldedOf(word) }))
}

function foldedOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
}

function heaviest(
  beginnings: ReadonlyMap<string, EffectName>,
  words: readonly Word[],
): { readonly word: string; readonly effect: EffectName } | undefined {
  let best: { readonly word: string; readonly effect: EffectName } | undefined
  for (const { shown, folded } of words) {
    const effect = effectAt(beginnings, folded)
    if (effect && (!best || heavier(best.effect, effect) !== best.effect)) best = { word: shown, effect }
  }
  return best
}

// The longest beginning that fits, so that "verschick" is not read as "ver".
function effectAt(beginnings: ReadonlyMap<string, EffectName>, word: string): EffectName | undefined {
  for (let length = word.length; length >= 3; length--) {
    const effect = beginnings.get(word.slice(0, length))
    if (effect) return effect
  }
  return undefined
}

function listed(table: Readonly<Partial<Record<EffectName, string>>>): ReadonlyMap<string, EffectName> {
  return new Map(
    Object.entries(table).flatMap(([effect, words]) =>
      words.split(' ').map((word) => [word, effect as EffectName] as const),
    ),
  )
}
