// Takes chosen changes back: the command that makes part of a workflow as the other side has it.
import type { Command } from '../commands/index.ts'
import { checkReferences } from '../document/references.ts'
import { diffDocuments } from '../document/patch.ts'
import type { Change } from '../model/difference.ts'
import type { Workflow } from '../model/workflow.ts'
import { partKey, partsOf, needsOf } from './parts.ts'
import { inverse, withChanges } from './structural.ts'

/**
 * The changes that have to be taken back together with `chosen`, so that nothing is left that speaks of something that
 * is not there: a transition comes back with the steps it joins, and a step that goes takes its transitions along.
 * Where a step is drawn comes and goes with it.
 */
export function changesToRestore(
  after: Workflow,
  structural: readonly Change[],
  chosen: readonly string[],
): readonly Change[] {
  const byPart = new Map<string, Change[]>()
  for (const change of structural) {
    const key = partKey(change.part, change.id)
    byPart.set(key, [...(byPart.get(key) ?? []), change])
  }
  const wanted = new Set(chosen)
  const add = (changes: readonly Change[] | undefined): boolean => {
    const size = wanted.size
    for (const { key } of changes ?? []) wanted.add(key)
    return wanted.size > size
  }
  for (;;) {
    const taken = structural.filter(({ key }) => wanted.has(key))
    for (const { part, id, kind } of taken)
      if (part === 'step' && kind !== 'changed') add(byPart.get(partKey('position', id)))
    // An empty list of rule packs is one without them.
    if (taken.some(emptiesRulePacks)) add(structural.filter(({ part }) => part === 'rulePack'))
    const parts = partsOf(restored(after, taken))
    let grew = false
    for (const [key, part] of parts) {
      const missing = needsOf(part).filter((need) => !parts.has(need))
      if (missing.length === 0) continue
      for (const need of missing)
        if (byPart.get(need)?.[0]?.kind === 'removed') grew = add(byPart.get(need)) || grew
      // What is missing is not to come back: whoever speaks of it becomes what it was.
      if (missing.some((need) => byPart.get(need)?.[0]?.kind !== 'removed'))
        grew = add(byPart.get(key)) || grew
    }
    // Some parents of then and some of now can make a circle; those of then alone make none.
    if (!grew && checkReferences(restored(after, taken)).length > 0)
      grew = add(structural.filter(changesParent))
    if (!grew) return structural.filter(({ key }) => wanted.has(key))
  }
}

/** One edit that takes these changes back, or undefined where nothing would change. */
export function restoreCommand(
  after: Workflow,
  changes: readonly Change[],
  label: string,
): Command | undefined {
  const patch = diffDocuments(after, restored(after, changes))
  return Object.keys(patch).length === 0 ? undefined : { type: 'restoreParts', label, patch }
}

function changesParent({ part, kind, fields }: Change): boolean {
  return part === 'step' && kind === 'changed' && fields.some(({ path }) => path[0] === 'parent')
}

function emptiesRulePacks({ part, fields }: Change): boolean {
  return part === 'document' && fields.some(({ path }) => path[0] === 'rulePacks')
}

function restored(after: Workflow, changes: readonly Change[]): Workflow {
  return withChanges(after, changes.map(inverse))
}
