// What is written beside a transition, and where there is room for it.
import { ABNORMAL_KINDS } from '../../model/scales.ts'
import type { Transition } from '../../model/transition.ts'
import { LINE_HEIGHT, textWidth } from '../sizes.ts'
import type { SceneInput } from './types.ts'
import { placeBeside } from './labels.ts'
import type { Placing } from './placing.ts'
import type { Rect, Spot } from './rects.ts'

/** Labels longer than this are cut, with the whole text in the tooltip. */
const MAX_LABEL = 132

/** When it is taken, and its odds: `amount > 100` and `15 %`. Either may be empty. */
export function labelOf(
  transition: Transition,
  { analysis, words }: Pick<SceneInput, 'analysis' | 'words'>,
): readonly [string, string] {
  const figures = analysis?.transitions[transition.id]
  const probability = transition.probability ?? (figures?.assumed === false ? figures.probability : undefined)
  const kind = ABNORMAL_KINDS.has(transition.kind) ? words.within(words.transitionKinds[transition.kind]) : ''
  const odds = probability === undefined || probability === 1 ? '' : words.percent(probability)
  return [transition.label || transition.condition || kind, odds]
}

export interface Labelled {
  readonly label: readonly string[]
  readonly labelAt: Rect | null
}

// On one line where there is room, on two where there is not, and cut short only when nothing else is left.
export function labelled(
  id: string,
  [text, odds]: readonly [string, string],
  way: readonly Spot[],
  placing: Placing,
): Labelled {
  for (const label of wordings(text, odds)) {
    const width = Math.ceil(Math.max(...label.map((line) => textWidth(line)))) + 6
    const labelAt = placeBeside(way, { width, height: label.length * LINE_HEIGHT }, { ...placing, own: id })
    if (!labelAt) continue
    placing.taken.add(labelAt, id)
    return { label, labelAt }
  }
  return { label: [], labelAt: null }
}

function wordings(text: string, odds: string): readonly (readonly string[])[] {
  if (text === '' && odds === '') return []
  if (text === '' || odds === '')
    return [[cut(text + odds, MAX_LABEL)], [cut(text + odds, 80)], [cut(text + odds, 44)]]
  return [
    [cut(`${text} · ${odds}`, MAX_LABEL)],
    [cut(text, MAX_LABEL), odds],
    [cut(text, 80), odds],
    [cut(text, 44), odds],
    [odds],
  ].filter(([first]) => first !== '')
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let end = text.length
  while (end > 1 && textWidth(`${text.slice(0, end)}…`) > width) end--
  return `${text.slice(0, end).trimEnd()}…`
}
