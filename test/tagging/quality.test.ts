// How good suggested tags are, counted on names with tags of a person's own. The figures are in the output and in the help.
import { expect, it } from 'vitest'
import { suggestTag } from '../../shared/tagging/suggest.ts'
import { ENGLISH_NAMES, GERMAN_NAMES } from './names.ts'
import type { Expected } from './names.ts'

interface Quality {
  readonly names: number
  readonly suggested: number
  readonly right: number
  readonly tooLow: number
  /** Of names that say it. */
  readonly sayable: number
  readonly wrong: readonly string[]
}

function qualityOf(names: readonly Expected[]): Quality {
  const wrong: string[] = []
  let [suggested, right, tooLow] = [0, 0, 0]
  for (const [name, levels] of names) {
    const level = suggestTag({ id: 'a', kind: 'action', name })?.consequence?.level
    if (level === undefined) {
      if (levels) wrong.push(`${name}: nothing`)
      continue
    }
    suggested += 1
    if (levels?.includes(level)) right += 1
    else wrong.push(`${name}: ${level}, not ${levels?.join(' or ') ?? 'anything'}`)
    if (levels && level < Math.min(...levels)) tooLow += 1
  }
  const sayable = names.filter(([, levels]) => levels !== null).length
  return { names: names.length, suggested, right, tooLow, sayable, wrong }
}

it.each([
  ['English', ENGLISH_NAMES, 0.85, 0.7],
  ['German', GERMAN_NAMES, 0.85, 0.7],
] as const)(
  'suggestions for %s names are right more often than promised',
  (language, names, least, found) => {
    const quality = qualityOf(names)
    const precision = quality.right / quality.suggested
    const recall = quality.right / quality.sayable
    console.log(
      `${language}: ${quality.names} names, ${quality.suggested} suggested, precision ${precision.toFixed(2)}, ` +
        `recall ${recall.toFixed(2)}, too low ${quality.tooLow}\n  ${quality.wrong.join('\n  ')}`,
    )
    expect(precision).toBeGreaterThanOrEqual(least)
    expect(recall).toBeGreaterThanOrEqual(found)
  },
)
