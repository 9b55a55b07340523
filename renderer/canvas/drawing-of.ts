// The picture of what is selected: the same drawing as in an exported file, of that part alone.
import { drawWorkflow } from '../../shared/report/svg.ts'
import type { Theme } from '../../shared/report/ink.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { DecisionOptions } from '../../shared/analysis/dispositions.ts'
import type { Selection } from '../state/view.ts'
import { positionsOf } from './positions.ts'

export interface PictureOptions {
  readonly analysis: Analysis | null
  readonly decisions: DecisionOptions
  readonly theme: Theme
}

/** SVG of the selected steps and notes with what lies between them; of everything where none is selected. */
export function pictureOf(workflow: Workflow, selection: Selection, options: PictureOptions): string {
  const { analysis, ...rest } = options
  return drawWorkflow(partOf(workflow, selection), { ...rest, ...(analysis && { analysis }) })
}

function partOf(workflow: Workflow, { steps: chosen, notes: chosenNotes }: Selection): Workflow {
  // Where steps stand now, those included that nobody has placed: a part would be laid out otherwise.
  const places = Object.fromEntries([...positionsOf(workflow)].map(([id, { x, y }]) => [id, [x, y] as const]))
  if (chosen.length + chosenNotes.length === 0)
    return { ...workflow, layout: { ...workflow.layout, steps: places } }
  const wanted = new Set(chosen)
  const transitions = workflow.transitions.filter(({ from, to }) => wanted.has(from) && wanted.has(to))
  const ways = new Set(transitions.map(({ id }) => id))
  return {
    ...workflow,
    steps: workflow.steps.filter(({ id }) => wanted.has(id)),
    transitions,
    handoffs: workflow.handoffs.filter(({ at }) => {
      if ('on' in at) return ways.has(at.on)
      return wanted.has('before' in at ? at.before : at.start)
    }),
    layout: {
      ...workflow.layout,
      steps: Object.fromEntries(Object.entries(places).filter(([id]) => wanted.has(id))),
      notes: workflow.layout.notes.filter(({ id }) => chosenNotes.includes(id)),
    },
  }
}
