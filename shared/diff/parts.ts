// A document taken apart into parts that each have a name for life, and put together again.
import { compareText } from '../support/compare.ts'
import { placeKey } from '../model/handoff.ts'
import type { ChangePart } from '../model/difference.ts'
import type { Workflow } from '../model/workflow.ts'

export type Json = Readonly<Record<string, unknown>>

export interface Part {
  readonly part: ChangePart
  readonly id: string
  /** What people call it. */
  readonly name: string
  readonly value: unknown
}

type Parts = ReadonlyMap<string, Part>

/** The lists of the document and the field that tells their entries apart. */
const LISTS = [
  ['parties', 'party', 'id'],
  ['steps', 'step', 'id'],
  ['transitions', 'transition', 'id'],
  ['handoffs', 'handoff', 'id'],
  ['dispositions', 'disposition', 'finding'],
  ['scenarios', 'scenario', 'id'],
  ['rulePacks', 'rulePack', 'id'],
] as const
const APART = ['brief', 'profile', 'layout', ...LISTS.map(([list]) => list)] as readonly string[]

/** The name for life of a part. */
export function partKey(part: ChangePart, id: string): string {
  return id === '' ? part : `${part} ${id}`
}

/** Every part by its key. */
export function partsOf(workflow: Workflow): Parts {
  const { steps: positions, notes, ...layout } = workflow.layout
  const names = new Map(workflow.steps.map(({ id, name }) => [id, name || id]))
  const all: Part[] = [
    { part: 'document', id: '', name: workflow.name, value: documentOf(workflow) },
    { part: 'brief', id: '', name: '', value: workflow.brief },
    { part: 'profile', id: '', name: '', value: workflow.profile },
    { part: 'layout', id: '', name: '', value: layout },
    ...LISTS.flatMap(([list, part, key]) =>
      ((workflow[list] ?? []) as readonly Json[]).map((entry) => {
        const id = String(entry[key])
        return { part, id, name: nameOf(part, entry, names) || id, value: entry }
      }),
    ),
    ...notes.map((note) => ({ part: 'note' as const, id: note.id, name: note.text, value: note })),
    ...Object.entries(positions).map(([id, point]) => ({
      part: 'position' as const,
      id,
      name: names.get(id) ?? id,
      value: point,
    })),
  ]
  return new Map(all.map((part) => [partKey(part.part, part.id), part]))
}

/** The document made of these parts: values that nobody changed are the very same objects. */
export function assembled(parts: ReadonlyMap<string, Pick<Part, 'part' | 'id' | 'value'>>): Workflow {
  const of = (part: ChangePart): readonly Pick<Part, 'id' | 'value'>[] =>
    [...parts.values()].filter((each) => each.part === part)
  const only = (part: ChangePart): Json => (of(part)[0]?.value ?? {}) as Json
  const lists = LISTS.map(([list, part]) => [list, of(part).map(({ value }) => value)] as const)
  // The list of rule packs is the only one that a document may do without; an empty one is kept with the document.
  const kept = lists.filter(([list, entries]) => list !== 'rulePacks' || entries.length > 0)
  return {
    ...only('document'),
    brief: only('brief'),
    profile: only('profile'),
    ...Object.fromEntries(kept),
    layout: {
      ...only('layout'),
      steps: Object.fromEntries(of('position').map(({ id, value }) => [id, value])),
      notes: of('note').map(({ value }) => value),
    },
  } as unknown as Workflow
}

/** Keys of the parts that a part cannot do without: the steps of a transition, the place of a handoff. */
export function needsOf({ part, value }: Pick<Part, 'part' | 'value'>): readonly string[] {
  const entry = value as Json
  const step = (id: unknown): string[] => (typeof id === 'string' ? [partKey('step', id)] : [])
  switch (part) {
    case 'step':
      return [
        ...['parent', 'compensatedBy', 'calls'].flatMap((key) => step(entry[key])),
        ...(typeof entry['party'] === 'string' ? [partKey('party', entry['party'])] : []),
      ]
    case 'transition':
      return [...step(entry['from']), ...step(entry['to'])]
    case 'handoff':
      return [...placeNeeds(entry['at'] as Json), ...step((entry['onReject'] as Json | undefined)?.['to'])]
    case 'document':
      return placingNeeds(entry['placing'] as Workflow['placing'])
    default:
      return []
  }
}

function documentOf(workflow: Workflow): Json {
  const { rulePacks } = workflow
  return { ...without(workflow, APART), ...(rulePacks?.length === 0 && { rulePacks }) }
}

function placingNeeds(placing: Workflow['placing']): readonly string[] {
  return [
    ...(placing?.forbidden ?? []).flatMap((place) => placeNeeds(place)),
    ...(placing?.waivers ?? []).map(({ step }) => partKey('step', step)),
  ]
}

function placeNeeds(place: Json): readonly string[] {
  const { on } = place
  if (typeof on === 'string') return [partKey('transition', on)]
  return [partKey('step', String(place['before'] ?? place['start']))]
}

function nameOf(part: ChangePart, entry: Json, names: ReadonlyMap<string, string>): string {
  const step = (id: unknown): string => names.get(String(id)) ?? String(id)
  if (part === 'transition') return `${step(entry['from'])} → ${step(entry['to'])}`
  if (part !== 'handoff') return text(entry['name'] ?? entry['title'])
  const at = entry['at'] as Parameters<typeof placeKey>[0]
  return text(entry['title']) || ('on' in at ? placeKey(at) : step(Object.values(at)[0]))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function without(value: Json, keys: readonly string[]): Json {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !keys.includes(key) && member !== undefined)
      .toSorted(([a], [b]) => compareText(a, b)),
  )
}
