// What is marked, told of what is drawn: a block is marked where something inside of it is.
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Folded } from '../../shared/report/fold.ts'
import type { Inside } from '../../shared/report/scene/types.ts'
import type { Marks } from './to-flow.ts'

export function foldMarks(marks: Omit<Marks, 'blocks'>, { workflow, standsFor, members }: Folded): Marks {
  if (standsFor.size === 0) return { ...marks, blocks: NO_BLOCKS }
  const drawn = (id: string): string => standsFor.get(id) ?? id
  const real = new Set(workflow.steps.map(({ id }) => id))
  return {
    ...marks,
    blocks: new Set([...members.keys()].filter((block) => real.has(block) && isSynthetic(block))),
    selectedSteps: new Set([...marks.selectedSteps].map(drawn)),
    walk: marks.walk.map(drawn).filter((id, index, all) => id !== all[index - 1]),
    found: marks.found && new Set([...marks.found].map(drawn)),
    tokens: new Map([...marks.tokens].map(([id, token]) => [drawn(id), token])),
    decides: new Map([...marks.decides].map(([id, how]) => [drawn(id), how])),
    changes: new Map(
      [...marks.changes].map(([item, change]) =>
        item.startsWith('step:') ? [`step:${drawn(item.slice(5))}`, change] : [item, change],
      ),
    ),
    shades: { ...marks.shades, of: darkest(marks.shades.of, drawn) },
  }
}

const NO_BLOCKS: ReadonlySet<string> = new Set()

/** A group or a lane; the ids of steps have no colon. */
export function isSynthetic(id: string): boolean {
  return id.startsWith('group:') || id.startsWith('lane:')
}

function darkest(shades: Marks['shades']['of'], drawn: (id: string) => string): Marks['shades']['of'] {
  const out = new Map(shades)
  for (const [id, shade] of shades) {
    const block = drawn(id)
    if (block !== id && (out.get(block)?.level ?? -1) < shade.level) out.set(block, shade)
  }
  return out
}

/** How many steps are inside of what is drawn, closed or open. */
export function insidesOf(workflow: Workflow, { members }: Folded): ReadonlyMap<string, Inside> {
  const insides = new Map<string, Inside>()
  const counts = new Map<string, number>()
  for (const { parent } of workflow.steps) {
    if (parent !== undefined) counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  for (const [id, count] of counts) insides.set(id, { count, closed: false })
  for (const [id, inside] of members) insides.set(id, { count: inside.length, closed: true })
  return insides
}
