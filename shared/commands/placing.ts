// Small steps on what people ruled about places and risks, which several edits share.
import { kept } from './entries.ts'
import type { Placing } from '../model/placing.ts'
import type { Workflow } from '../model/workflow.ts'

const NONE: Placing = { forbidden: [], waivers: [] }

/** The rulings of a workflow; empty where there are none. */
export function placingOf({ placing }: Workflow): Placing {
  return placing ?? NONE
}

/** With other rulings. A document without any has no field for them. */
export function withPlacing(workflow: Workflow, placing: Placing): Workflow {
  const { placing: _, ...rest } = workflow
  const isEmpty = Object.values(placing).every((value) => Array.isArray(value) && value.length === 0)
  return isEmpty ? rest : { ...workflow, placing }
}

interface Keep {
  readonly forbidden: (place: Placing['forbidden'][number]) => boolean
  readonly waivers?: (waiver: Placing['waivers'][number]) => boolean
}

/** The field with what `keep` keeps; no field where the workflow has none. */
export function keptPlacing({ placing }: Workflow, keep: Keep): Pick<Workflow, 'placing'> {
  if (!placing) return {}
  const forbidden = kept(placing.forbidden, keep.forbidden)
  const waivers = kept(placing.waivers, keep.waivers ?? (() => true))
  if (forbidden === placing.forbidden && waivers === placing.waivers) return { placing }
  return { placing: { ...placing, forbidden, waivers } }
}
