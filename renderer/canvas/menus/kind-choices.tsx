// The kinds of step as a list to choose from: used last, then by what they are for, each with an example.
import type { StepKind } from '../../../shared/model/scales.ts'
import type { Choice } from '../../ui/ChoiceList.tsx'
import { words } from '../../words/words.ts'
import { KindIcon } from '../nodes/KindIcon.tsx'
import { recentKinds } from '../recent-kinds.ts'

export type KindGroup = keyof typeof words.editing.groups

/** In the order in which people need them. */
export const KIND_GROUPS: Readonly<Record<KindGroup, readonly StepKind[]>> = {
  work: ['action', 'model', 'agent', 'step', 'subflow', 'wait'],
  people: ['human', 'check'],
  flow: ['decision', 'split', 'join', 'end', 'start'],
}

/** All kinds, in that order. */
export const KINDS: readonly StepKind[] = Object.values(KIND_GROUPS).flat()

/** Kinds that hold what is typed in their name, their explanation or their example; names that begin with it first. */
export function kindChoices(query: string): readonly Choice[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') {
    const recent = recentKinds().map((kind) => choiceOf(kind, words.editing.recent, 'recent:'))
    const all = Object.entries(KIND_GROUPS).flatMap(([group, kinds]) =>
      kinds.map((kind) => choiceOf(kind, words.editing.groups[group as KindGroup])),
    )
    return [...recent, ...all]
  }
  return KINDS.map((kind) => ({ kind, rank: rankOf(kind, wanted) }))
    .filter(({ rank }) => rank < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ kind }) => choiceOf(kind))
}

/** The kind that a choice stands for; undefined for a choice of something else. */
export function kindOfChoice(id: string): StepKind | undefined {
  const name = id.startsWith('recent:') ? id.slice('recent:'.length) : id
  return KINDS.find((kind) => kind === name)
}

function choiceOf(kind: StepKind, group?: string, prefix = ''): Choice {
  return {
    id: `${prefix}${kind}`,
    label: words.scales.stepKinds[kind],
    hint: words.scales.stepKindHints[kind],
    about: words.editing.forExample(words.editing.samples[kind]),
    icon: <KindIcon kind={kind} size={15} />,
    ...(group !== undefined && { group }),
  }
}

function rankOf(kind: StepKind, wanted: string): number {
  const name = words.scales.stepKinds[kind].toLowerCase()
  if (name.startsWith(wanted)) return 0
  if (name.includes(wanted)) return 1
  if (words.scales.stepKindHints[kind].toLowerCase().includes(wanted)) return 2
  return words.editing.samples[kind].toLowerCase().includes(wanted) ? 3 : 4
}
