// Everything a person does by key and by pointer, each way as the handlers of the canvas, the menus and the inspector
// do it.
import { placeKey } from '../../../shared/model/handoff.ts'
import { STEP_KINDS } from '../../../shared/model/scales.ts'
import type { Level } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { canvasStore, setBusy } from '../../../renderer/canvas/canvas-store.ts'
import { copyText, pasteText } from '../../../renderer/canvas/clipboard.ts'
import { connect, GRID, renameStep, tagSteps } from '../../../renderer/canvas/edits.ts'
import { dragTo, drop } from '../../../renderer/canvas/drag.ts'
import { dragSet } from '../../../renderer/canvas/use-gestures.ts'
import { pressKey } from '../../../renderer/commands/keyboard.ts'
import type { KeyPlace } from '../../../renderer/commands/keyboard.ts'
import { runAppCommand } from '../../../renderer/commands/registry.ts'
import { updateHandoff, updateSteps } from '../../../renderer/panels/inspector/edits.ts'
import { activeTab, documents } from '../../../renderer/state/documents.ts'
import { endBurst } from '../../../renderer/state/edit.ts'
import type { Selection } from '../../../renderer/state/view.ts'

import {
  choose,
  clickSteps,
  ids,
  indexOfSteps,
  newStepAt,
  onCanvas,
  pick,
  PLAIN,
  present,
  press,
  someSteps,
  suggestionsOf,
  takeKind,
} from './hands.ts'
import type { Chance } from './hands.ts'

/** One thing done, by each way. Both run with their own document active. */
export interface Deed {
  readonly keys: () => void
  readonly pointer: () => void
}

/** Chooses what exactly to do with a document; null where it cannot be done to it now. */
export type Way = (workflow: Workflow, chance: Chance, tabs: readonly [string, string]) => Deed | null

/** Documents stay about this small, so that a hundred commands stay quick. */
const MANY = 12

export const WAYS: Readonly<Record<string, { readonly weight: number; readonly choose: Way }>> = {
  move: { weight: 12, choose: move },
  'move, then type elsewhere': { weight: 2, choose: typeTitle },
  connect: { weight: 6, choose: join },
  append: { weight: 7, choose: append },
  create: { weight: 4, choose: create },
  'insert on a transition': { weight: 4, choose: insert },
  delete: { weight: 12, choose: remove },
  tag: { weight: 10, choose: tag },
  rename: { weight: 8, choose: rename },
  duplicate: { weight: 3, choose: duplicate },
  paste: { weight: 3, choose: paste },
  'add a handoff': { weight: 4, choose: addHandoff },
  'accept a suggestion': { weight: 0.4, choose: accept },
  'place all suggestions': { weight: 0.3, choose: placeAll },
  // Laying out is the dearest of all.
  tidy: { weight: 0.5, choose: tidy },
  undo: { weight: 14, choose: () => stack('edit.undo', 'z', false) },
  redo: { weight: 8, choose: () => stack('edit.redo', 'z', true) },
  'only select': { weight: 6, choose: onlySelect },
}

function move(workflow: Workflow, chance: Chance): Deed | null {
  const ids = someSteps(workflow, chance)
  if (ids.length === 0) return null
  const key = pick(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], chance)!
  const far = chance() < 0.3
  const presses = 1 + Math.floor(chance() * 4)
  const way = presses * (far ? 5 * GRID : GRID) * (key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1)
  const [dx, dy] = key === 'ArrowLeft' || key === 'ArrowRight' ? [way, 0] : [0, way]
  return {
    keys() {
      choose({ steps: ids })
      for (let i = 0; i < presses; i++) onCanvas({ key, altKey: true, shiftKey: far })
      // Alt is let go.
      endBurst()
    },
    pointer() {
      clickSteps(ids)
      const id = ids.at(-1)!
      const index = indexOfSteps(present())
      const lead = index.steps.get(id)!
      const dragged = dragSet(activeTab(documents.getState())!.id, id)
      // Some places on the way, none of them on the grid, and then the one where the pointer lets go.
      for (const part of [0.31, 0.73, 1])
        dragTo(dragged, lead, lead.rect.x + dx * part, lead.rect.y + dy * part)
      drop(index)
    },
  }
}

function typeTitle(workflow: Workflow, chance: Chance): Deed | null {
  const handoff = pick(workflow.handoffs, chance)
  if (!handoff) return null
  const title = `Title ${Math.floor(chance() * 1000)}`
  const type = (): void => {
    for (let i = 1; i <= title.length; i++)
      updateHandoff(handoff.id, { title: title.slice(0, i) }, { typed: 'title' })
    endBurst()
  }
  return { keys: type, pointer: type }
}

function join(workflow: Workflow, chance: Chance): Deed | null {
  const from = pick(workflow.steps, chance)?.id
  const to = pick(workflow.steps, chance)?.id
  if (from === undefined || to === undefined) return null
  return {
    keys() {
      choose({ steps: [from] })
      press({ key: 'c', code: 'KeyC' })
      const { busy } = canvasStore.getState()
      if (busy?.kind !== 'connect') throw new Error('C opened no list of steps to lead to')
      setBusy(null)
      connect(busy.from, to)
    },
    pointer: () => connect(from, to),
  }
}

function append(workflow: Workflow, chance: Chance): Deed | null {
  const after = pick(workflow.steps, chance)?.id
  if (after === undefined || workflow.steps.length > MANY) return null
  const kind = pick(STEP_KINDS, chance)!
  const dropped = chance() < 0.5
  let at = { x: 0, y: 0 }
  return {
    keys() {
      choose({ steps: [after] })
      at = newStepAt(() => {
        press({ key: 'a', code: 'KeyA' })
        takeKind(kind)
      })
    },
    pointer() {
      clickSteps([after])
      if (!dropped) {
        runAppCommand('insert.append')
        return takeKind(kind)
      }
      // A line pulled out of the step and let go exactly where the keyboard has put its step.
      setBusy({ kind: 'add', request: { at, screen: { x: 0, y: 0 }, after, on: null } })
      takeKind(kind)
    },
  }
}

function create(workflow: Workflow, chance: Chance): Deed | null {
  if (workflow.steps.length > MANY) return null
  const kind = pick(STEP_KINDS, chance)!
  let at = { x: 0, y: 0 }
  return {
    keys() {
      at = newStepAt(() => {
        press({ key: 'n', code: 'KeyN' })
        takeKind(kind)
      })
    },
    pointer() {
      // A double-click on the void.
      setBusy({ kind: 'add', request: { at, screen: { x: 0, y: 0 }, after: null, on: null } })
      takeKind(kind)
    },
  }
}

function insert(workflow: Workflow, chance: Chance): Deed | null {
  const on = pick(workflow.transitions, chance)?.id
  if (on === undefined || workflow.steps.length > MANY) return null
  const kind = pick(STEP_KINDS, chance)!
  return {
    keys() {
      choose({ transitions: [on] })
      press({ key: 'i', code: 'KeyI' })
      takeKind(kind)
    },
    pointer() {
      choose({ transitions: [on] })
      runAppCommand('insert.onTransition')
      takeKind(kind)
    },
  }
}

function remove(workflow: Workflow, chance: Chance): Deed | null {
  const what = chance()
  const selection: Partial<Selection> =
    what < 0.6
      ? { steps: someSteps(workflow, chance) }
      : what < 0.9
        ? { transitions: ids(pick(workflow.transitions, chance)) }
        : { handoffs: ids(pick(workflow.handoffs, chance)) }
  if (Object.values(selection).flat().length === 0) return null
  const key = chance() < 0.5 ? 'Delete' : 'Backspace'
  return {
    keys() {
      choose(selection)
      onCanvas({ key })
    },
    pointer() {
      if (selection.steps) clickSteps(selection.steps)
      else choose(selection)
      runAppCommand('edit.delete')
    },
  }
}

function tag(workflow: Workflow, chance: Chance): Deed | null {
  const steps = someSteps(workflow, chance)
  if (steps.length === 0) return null
  const about = chance() < 0.5 ? 'consequence' : 'uncertainty'
  const level = Math.floor(chance() * 5) as Level
  return {
    keys() {
      choose({ steps })
      press({ key: String(level), code: `Digit${level}`, shiftKey: about === 'uncertainty' })
    },
    pointer() {
      clickSteps(steps)
      // The segments of the inspector.
      tagSteps(steps, about, level)
    },
  }
}

function rename(workflow: Workflow, chance: Chance): Deed | null {
  const step = pick(workflow.steps, chance)
  if (!step) return null
  const name = `Name ${Math.floor(chance() * 10_000)}`
  if (step.name === name) return null
  return {
    keys() {
      choose({ steps: [step.id] })
      press({ key: 'F2', code: 'F2' })
      const { busy } = canvasStore.getState()
      if (busy?.kind !== 'rename') throw new Error('F2 opened no field')
      setBusy(null)
      renameStep(busy.step, name)
    },
    pointer() {
      clickSteps([step.id])
      // Typed into the inspector, letter by letter, and left.
      for (let i = 1; i <= name.length; i++)
        updateSteps([step.id], { name: name.slice(0, i) }, { typed: 'name' })
      endBurst()
    },
  }
}

function duplicate(workflow: Workflow, chance: Chance): Deed | null {
  const steps = someSteps(workflow, chance)
  if (steps.length === 0 || workflow.steps.length > MANY) return null
  return {
    keys() {
      choose({ steps })
      press({ key: 'd', code: 'KeyD', ctrlKey: true })
    },
    pointer() {
      clickSteps(steps)
      runAppCommand('edit.duplicate')
    },
  }
}

function paste(workflow: Workflow, chance: Chance): Deed | null {
  const steps = someSteps(workflow, chance)
  if (steps.length === 0 || workflow.steps.length > MANY) return null
  const act = (): void => {
    const text = copyText()
    if (text !== null) pasteText(text)
  }
  return {
    keys() {
      choose({ steps })
      act()
    },
    pointer() {
      clickSteps(steps)
      act()
    },
  }
}

function addHandoff(workflow: Workflow, chance: Chance): Deed | null {
  const step = pick(workflow.steps, chance)?.id
  if (step === undefined || workflow.handoffs.length > MANY) return null
  return {
    keys() {
      choose({ steps: [step] })
      press({ key: 'h', code: 'KeyH' })
    },
    pointer() {
      clickSteps([step])
      runAppCommand('insert.handoff')
    },
  }
}

function accept(workflow: Workflow, chance: Chance, tabs: readonly [string, string]): Deed | null {
  const placed = pick(suggestionsOf(workflow, tabs), chance)
  if (!placed) return null
  const suggestion = placeKey(placed.at)
  return {
    keys() {
      choose({ suggestion })
      onCanvas({ key: 'Enter' })
    },
    pointer() {
      choose({ suggestion })
      runAppCommand('handoffs.accept')
    },
  }
}

function placeAll(workflow: Workflow, _chance: Chance, tabs: readonly [string, string]): Deed | null {
  if (suggestionsOf(workflow, tabs).length === 0) return null
  return {
    keys: () => press({ key: 'Enter', code: 'Enter', ctrlKey: true }),
    pointer: () => void runAppCommand('handoffs.place'),
  }
}

function tidy(): Deed {
  return {
    keys: () => press({ key: 'T', code: 'KeyT', shiftKey: true }),
    pointer: () => void runAppCommand('view.tidy'),
  }
}

/** Undo and redo, wherever the keyboard stands: the canvas, a field of the inspector, a button. */
function stack(id: 'edit.undo' | 'edit.redo', key: string, shiftKey: boolean): Deed {
  const places: readonly KeyPlace[] = ['canvas', 'field', 'elsewhere']
  return {
    keys() {
      const place = places[present().steps.length % places.length]!
      pressKey({ ...PLAIN, key, code: 'KeyZ', ctrlKey: true, shiftKey }, place)
    },
    pointer: () => void runAppCommand(id),
  }
}

function onlySelect(workflow: Workflow, chance: Chance): Deed {
  const steps = someSteps(workflow, chance)
  return {
    keys: () => (chance() < 0.5 ? choose({ steps }) : press({ key: 'a', code: 'KeyA', ctrlKey: true })),
    pointer: () => clickSteps(steps),
  }
}
