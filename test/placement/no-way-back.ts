// Ways from which there is no way back (PLACEMENT.md 1.8 and S5), from their definition, for the oracle: by walks, and
// without anything of the product.
import { demandsOf, isLive, isNo, reached, walked } from './definitions.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

type Levels = ReadonlyMap<string, number>

/** A way that calls for an approval, and the steps at whose doors it may be given instead. */
export interface Crossing {
  readonly way: Workflow['transitions'][number]
  readonly finals: readonly string[]
}

/** Every way after which nothing can be stopped safely any more, and that somebody has to approve. */
export function crossingsOf(workflow: Workflow): readonly Crossing[] {
  const here = reached(workflow)
  const demands = demandsOf(workflow)
  const undoing = new Set(
    workflow.steps
      .filter(({ id }) => canUndo(workflow, id) && undoes(workflow, here, id))
      .map(({ id }) => id),
  )
  const undoable = (id: string): boolean => isAct(workflow, id) && isUndone(workflow, undoing, id)
  const isFinal = (id: string): boolean => {
    const { level = 0, reversibility = 0 } = stepOf(workflow, id).consequence ?? {}
    const hard = isAct(workflow, id) && level > 0 && reversibility >= 2
    return hard && !undoing.has(id) && !isUndone(workflow, undoing, id)
  }
  const isStop = (id: string): boolean => {
    const { kind, outcome } = stepOf(workflow, id)
    return here.has(id) && (undoable(id) || undoing.has(id) || (kind === 'end' && outcome === 'stopped'))
  }
  const starts = workflow.steps.filter(({ kind }) => kind === 'start').map(({ id }) => id)
  const clean = walkedFrom(workflow, starts, isFinal)
  const isSafe = (id: string): boolean =>
    !isFinal(id) && [...walkedFrom(workflow, [id], isFinal)].some((to) => !isFinal(to) && isStop(to))
  return [...here].flatMap((from) =>
    walked(workflow, from).flatMap((way): Crossing[] => {
      if (!clean.has(from) || !isSafe(from) || isSafe(way.to)) return []
      const finals = [...walkedFrom(workflow, [way.to], isFinal)].filter(isFinal)
      const light = finals.filter((id) => (demands.get(id) ?? 0) < 2)
      const saved = [...clean].some(
        (id) => undoable(id) && !isFinal(id) && walkedFrom(workflow, [id], isFinal).has(from),
      )
      const tooLate = light.some((id) =>
        [
          ...walkedFrom(
            workflow,
            walked(workflow, id).map(({ to }) => to),
            () => false,
          ),
        ].some((to) => (demands.get(to) ?? 0) >= 2),
      )
      return (saved ? light.length > 0 : tooLate) ? [{ way, finals: light }] : []
    }),
  )
}

/** True where every run is approved on the way itself or, instead, before each step that cannot be undone. */
export function isCrossedWithConsent(workflow: Workflow, { way, finals }: Crossing, gates: Levels): boolean {
  const { leaving, behindDoor } = leastConsent(workflow, gates)
  const carried = isNo(workflow, way) ? 0 : leaving.get(way.from)!
  const there = Math.max(carried, gates.get(`on ${way.id}`) ?? 0, gates.get(`before ${way.to}`) ?? 0)
  return there >= 2 || finals.every((id) => (behindDoor.get(id) ?? 3) >= 2)
}

// The least consent that any walk has when it leaves a step, and when it is through its door.
function leastConsent(workflow: Workflow, gates: Levels) {
  const demands = demandsOf(workflow)
  const live = new Set([...reached(workflow)].filter((id) => isLive(workflow, demands, id)))
  const leaving = new Map<string, number>([...reached(workflow)].map((id) => [id, live.has(id) ? 0 : 3]))
  const behindDoor = new Map<string, number>()
  for (let changed = true; changed;) {
    changed = false
    for (const from of leaving.keys()) {
      for (const way of walked(workflow, from)) {
        const agreed = isNo(workflow, way) ? 0 : leaving.get(from)!
        const through = Math.max(agreed, gates.get(`on ${way.id}`) ?? 0, gates.get(`before ${way.to}`) ?? 0)
        if (through < (behindDoor.get(way.to) ?? 4)) {
          behindDoor.set(way.to, through)
          changed = true
        }
        if (live.has(way.to) || through >= leaving.get(way.to)!) continue
        leaving.set(way.to, through)
        changed = true
      }
    }
  }
  return { leaving, behindDoor }
}

// Steps on walks that begin at `from` and go no further than `ends`.
function walkedFrom(workflow: Workflow, from: readonly string[], ends: (id: string) => boolean): Set<string> {
  const here = new Set(from)
  for (const id of here) if (!ends(id)) for (const { to } of walked(workflow, id)) here.add(to)
  return here
}

function isAct(workflow: Workflow, id: string): boolean {
  return ['action', 'agent', 'subflow'].includes(stepOf(workflow, id).kind)
}

function canUndo(workflow: Workflow, id: string): boolean {
  const { kind, consequence } = stepOf(workflow, id)
  const does = ['action', 'agent', 'subflow', 'step', 'human'].includes(kind)
  return does && (consequence?.reversibility ?? 0) < 3
}

function undoes(workflow: Workflow, here: ReadonlySet<string>, id: string): boolean {
  return [...here].some(
    (other) =>
      stepOf(workflow, other).compensatedBy === id ||
      walked(workflow, other).some(({ kind, to }) => kind === 'compensate' && to === id),
  )
}

function isUndone(workflow: Workflow, undoing: ReadonlySet<string>, id: string): boolean {
  if (undoing.has(stepOf(workflow, id).compensatedBy ?? '')) return true
  return walked(workflow, id).some(({ kind, to }) => kind === 'compensate' && undoing.has(to))
}

function stepOf({ steps }: Workflow, id: string): Workflow['steps'][number] {
  return steps.find((step) => step.id === id)!
}
