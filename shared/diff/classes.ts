// What a change is about. Whatever this table does not name is structure: nothing unknown is ever hidden as a move.
import type { ChangeClass, ChangePart } from '../model/difference.ts'

interface Classes {
  /** Of a part that came or went, and of every field that `fields` does not name. */
  readonly whole: ChangeClass
  /** By key, or by two keys with a slash between. */
  readonly fields?: ReadonlyMap<string, ChangeClass>
}

const CLASSES: Readonly<Record<ChangePart, Classes>> = {
  document: {
    whole: 'structure',
    fields: classed({
      policy: ['placing', 'semantics', 'asOf'],
      tags: ['runsPerDay'],
      label: ['name', 'description', 'origin'],
    }),
  },
  brief: { whole: 'policy' },
  profile: { whole: 'policy' },
  rulePack: { whole: 'policy' },
  disposition: { whole: 'policy' },
  party: { whole: 'policy', fields: classed({ label: ['name'] }) },
  handoff: { whole: 'policy', fields: classed({ label: ['title'] }) },
  step: {
    whole: 'structure',
    fields: classed({
      policy: ['grant', 'clears', 'party', 'tier'],
      tags: [
        'consequence',
        'uncertainty',
        'verb',
        'domains',
        'idempotent',
        'compensatedBy',
        'changesState',
        'uses',
        'produces',
      ],
      label: ['name', 'description', 'consequence/basis', 'uncertainty/basis'],
    }),
  },
  transition: { whole: 'structure', fields: classed({ tags: ['probability'], label: ['label'] }) },
  scenario: { whole: 'structure', fields: classed({ label: ['name'] }) },
  note: { whole: 'label', fields: classed({ moved: ['at', 'size'] }) },
  position: { whole: 'moved' },
  layout: { whole: 'moved' },
}

/** The class of a change of one field, or of a part as a whole where the path is empty. */
export function classOf(part: ChangePart, path: readonly string[]): ChangeClass {
  const { whole, fields } = CLASSES[part]
  const [key, inner] = path
  if (!fields || key === undefined) return whole
  return fields.get(`${key}/${inner}`) ?? fields.get(key) ?? whole
}

function classed(
  lists: Readonly<Partial<Record<ChangeClass, readonly string[]>>>,
): ReadonlyMap<string, ChangeClass> {
  return new Map(
    Object.entries(lists).flatMap(([name, keys]) => keys.map((key) => [key, name as ChangeClass] as const)),
  )
}
