// Moves the view to what was asked for elsewhere: the end of a walk, or the part that a finding is about.
import { useEffect, useRef } from 'react'
import { useActiveId, useTabView } from '../state/hooks.ts'
import type { TabView } from '../state/view.ts'
import { askCanvas } from './canvas-store.ts'

/** A walk is followed to its action: coming from the left, what leads there stays in view. */
export function useShowAsked(): void {
  const tab = useActiveId()
  const walk = useTabView(shownWalk)
  const finding = useTabView(shownFinding)
  const place = useTabView(placeOfFinding)
  const before = useRef({ tab, walk, finding })
  useEffect(() => {
    const last = before.current
    before.current = { tab, walk, finding }
    // Another document keeps the view that it was left with.
    if (last.tab !== tab || (last.walk === walk && last.finding === finding)) return
    if (walk && walk !== last.walk && !walk.unasked) askCanvas('reveal', `step:${walk.steps.at(-1)}`)
    else if (place !== null && finding !== last.finding) askCanvas('reveal', place)
  }, [tab, walk, finding, place])
}

function shownWalk({ walk }: TabView): TabView['walk'] {
  return walk
}

function shownFinding({ selection }: TabView): string | null {
  return selection.finding
}

function placeOfFinding({ selection: { finding, steps, transitions, handoffs } }: TabView): string | null {
  if (finding === null) return null
  if (steps[0] !== undefined) return `step:${steps[0]}`
  if (transitions[0] !== undefined) return `edge:${transitions[0]}`
  return handoffs[0] === undefined ? null : `gate:${handoffs[0]}`
}
