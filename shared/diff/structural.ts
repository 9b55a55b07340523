// What changed in the document: parts that came, went or changed, and how to go from one side to the other with them.
import { CHANGE_CLASSES, CHANGE_PARTS } from '../model/difference.ts'
import type { Change, ChangeClass, FieldChange } from '../model/difference.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareText } from '../support/compare.ts'
import { inCanonicalOrder } from '../document/order.ts'
import { classOf } from './classes.ts'
import { changedFields, withFields } from './fields.ts'
import { assembled, partKey, partsOf } from './parts.ts'
import type { Part } from './parts.ts'

/**
 * Every change from `before` to `after`, whose ids agree (`withIds` sees to that): the most telling class first,
 * then by part and id. Independent of the order of entries and keys. O(size).
 */
export function structuralChanges(before: Workflow, after: Workflow): readonly Change[] {
  const [old, now] = [partsOf(inCanonicalOrder(before)), partsOf(inCanonicalOrder(after))]
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].flatMap((key) => changesOf(old.get(key), now.get(key))).sort(compareChanges)
}

/** The workflow after these changes. With all changes of a difference the result is the other side. */
export function withChanges(workflow: Workflow, changes: readonly Change[]): Workflow {
  const parts = new Map<string, Pick<Part, 'part' | 'id' | 'value'>>(partsOf(workflow))
  for (const { part, id, fields } of changes) {
    const key = partKey(part, id)
    const value = withFields(parts.get(key)?.value, fields)
    if (value === undefined) parts.delete(key)
    else parts.set(key, { part, id, value })
  }
  return inCanonicalOrder(assembled(parts))
}

/** The change that takes a change back. */
export function inverse(change: Change): Change {
  const { kind } = change
  return {
    ...change,
    kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'changed',
    fields: change.fields.map(turnedRound),
  }
}

function turnedRound({ path, before, after }: FieldChange): FieldChange {
  return {
    path,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }
}

function changesOf(before: Part | undefined, after: Part | undefined): readonly Change[] {
  const { part, id, name } = (after ?? before)!
  const kind = before ? (after ? 'changed' : 'removed') : 'added'
  const byClass = new Map<ChangeClass, FieldChange[]>()
  for (const field of changedFields(before?.value, after?.value)) {
    const about = classOf(part, field.path)
    byClass.set(about, [...(byClass.get(about) ?? []), field])
  }
  return [...byClass].map(([about, fields]) => ({
    key: `${partKey(part, id)} ${about}`,
    class: about,
    kind,
    part,
    id,
    name,
    fields,
  }))
}

function compareChanges(a: Change, b: Change): number {
  return (
    CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class) ||
    CHANGE_PARTS.indexOf(a.part) - CHANGE_PARTS.indexOf(b.part) ||
    compareText(a.id, b.id)
  )
}
