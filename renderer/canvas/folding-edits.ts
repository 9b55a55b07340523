// Groups, lanes and blocks as people make, open and close them, and the way into a step and out again.
import { hasInside, trailOf } from '../../shared/report/fold.ts'
import { inLanes } from '../../shared/report/lanes.ts'
import { layoutWorkflow } from '../../shared/report/layout.ts'
import { steadyLayout } from '../../shared/report/steady-layout.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { runCommand } from '../state/edit.ts'
import { drawnFor, stepsBehind } from '../state/folding.ts'
import { announce, showMessage } from '../state/messages.ts'
import { EMPTY_SELECTION, select, updateTabView } from '../state/view.ts'
import { words } from '../words/words.ts'
import { askCanvas, setBusy } from './canvas-store.ts'
import { present } from './edits.ts'
import { positionsOf } from './positions.ts'

/** Draws a frame around what is selected, and asks for its name. */
export function groupSelection(): void {
  const now = present()
  if (!now || now.selection.steps.length === 0) return
  const name = words.folding.newGroup
  if (!runCommand({ type: 'addGroup', group: { name, steps: now.selection.steps } })) return
  announce(words.folding.grouped(now.selection.steps.length))
  const made = present()?.workflow.layout.groups?.find(({ steps }) => steps.includes(now.selection.steps[0]!))
  if (made) setBusy({ kind: 'rename', step: `group:${made.id}` })
}

/** Dissolves the groups of what is selected; their steps stay. */
export function ungroupSelection(): void {
  const now = present()
  if (!now) return
  const commands = groupsOfSelection(now.workflow, now.selection.steps).map((id): Command => ({
    type: 'removeGroup',
    id,
  }))
  if (commands.length === 0) return
  if (commands.length === 1) runCommand(commands[0]!)
  else runCommand({ type: 'batch', label: words.commands.arrangeUngroup, commands })
  announce(words.folding.ungrouped)
}

export function groupsOfSelection({ layout }: Workflow, steps: readonly string[]): readonly string[] {
  const chosen = new Set(steps)
  return (layout.groups ?? []).filter((group) => group.steps.some((id) => chosen.has(id))).map(({ id }) => id)
}

/** Opens or closes what is drawn under this id: a group, a lane, an agent or a sub-flow. */
export function openOrClose(id: string): void {
  const now = present()
  const command = now && toggling(now.workflow, id)
  if (!command || !runCommand(command.edit)) return
  announce(command.closes ? words.folding.closed : words.folding.opened)
  const shown = drawnFor(stepsBehind(id)[0] ?? id)
  askCanvas('focus', shown)
}

interface Toggling {
  readonly edit: Command
  readonly closes: boolean
}

function toggling(workflow: Workflow, id: string): Toggling | null {
  const { groups = [], lanes, closed: shut = [] } = workflow.layout
  const name = id.slice(id.indexOf(':') + 1)
  if (id.startsWith('group:')) {
    const closes = groups.find((group) => group.id === name)?.closed !== true
    return { closes, edit: { type: 'updateGroup', id: name, set: { closed: closes ? true : null } } }
  }
  if (id.startsWith('lane:')) {
    const closed = lanes?.closed ?? []
    const closes = !closed.includes(name)
    const next = closes ? [...closed, name] : closed.filter((party) => party !== name)
    return { closes, edit: { type: 'setLanes', lanes: { closed: next } } }
  }
  if (hasInside(workflow, id)) {
    const closes = !shut.includes(id)
    return { closes, edit: { type: 'setClosed', ids: [id], closed: closes } }
  }
  // A step in a frame closes its group.
  const around = groups.find(({ steps }) => steps.includes(id))
  const block = drawnFor(id)
  if (block !== id) return toggling(workflow, block)
  return around ? toggling(workflow, `group:${around.id}`) : null
}

/** True where something about a step can be opened or closed. */
export function canOpenOrClose(workflow: Workflow, id: string): boolean {
  return toggling(workflow, id) !== null
}

/** Shows the inside of a step and nothing else. */
export function lookInside(id: string): void {
  const now = present()
  if (!now || !hasInside(now.workflow, id)) return
  show(now.tab, id)
  const step = now.workflow.steps.find((each) => each.id === id)
  announce(words.folding.inside(step?.name ?? id))
}

/** Shows what is around the inside that is shown; `scope` null for the whole at once. */
export function lookOutside(scope?: string | null): void {
  const now = present()
  if (!now || now.scope === null) return
  const inside = now.scope
  show(now.tab, scope === undefined ? (trailOf(now.workflow, inside).at(-2)?.id ?? null) : scope)
  select(now.tab, { steps: [inside] })
  announce(words.folding.outside)
}

function show(tab: string, scope: string | null): void {
  updateTabView(tab, { scope, selection: EMPTY_SELECTION, walk: null })
  askCanvas('fit')
}

/** Gives each party a lane and places the steps in them, as one undo step; or takes the lanes away. */
export function toggleLanes(): void {
  const now = present()
  if (!now) return
  if (now.workflow.layout.lanes) {
    if (runCommand({ type: 'setLanes', lanes: null })) announce(words.folding.lanesHidden)
    return
  }
  if (!now.workflow.steps.some(({ party }) => party !== undefined)) {
    showMessage({ tone: 'info', title: words.folding.lanesNeedParties })
    return
  }
  const commands: readonly Command[] = [
    { type: 'setLanes', lanes: {} },
    { type: 'setLayout', positions: tidied(now.workflow, true) },
  ]
  if (!runCommand({ type: 'batch', label: words.folding.lanesLabel, commands })) return
  announce(words.folding.lanesShown)
  askCanvas('fit')
}

/** Where all steps stand when the layout places them, in lanes where there are any. */
export function tidied(workflow: Workflow, lanes = workflow.layout.lanes !== undefined) {
  return lanes ? inLanes(workflow, layoutWorkflow(workflow)) : steadyLayout(workflow, positionsOf(workflow))
}
