// LangGraph stops before or after a node until somebody lets it go on. In the drawing that is small print.
import type { Place } from '../../model/handoff.ts'
import type { DraftStep } from '../support/draft.ts'
import type { Canvas } from './canvas.ts'
import { interruptOf } from './labels.ts'

/** Turns every interrupt into a handoff. Who answers, and how strictly, is not in the drawing. */
export function addInterrupts(canvas: Canvas): void {
  for (const node of canvas.nodes.values()) {
    const step = canvas.stepOf.get(node.id)
    const places = node.text === undefined ? [] : interruptOf(node.text)
    if (!step || places.length === 0) continue
    for (const place of places) addHandoffs(canvas, step, place)
    canvas.draft.book.guesses.push({
      message: `“${step.name.slice(0, 60)}” is interrupted ${places.join(' and ')} it runs; read as a person who confirms`,
      place: canvas.place(node.at),
      step: step.id,
    })
  }
}

function addHandoffs({ draft }: Canvas, step: DraftStep, place: 'before' | 'after'): void {
  const places: readonly Place[] =
    place === 'before'
      ? [{ before: step.id }]
      : draft.transitions
          .filter((transition) => transition.from === step.id)
          .map((transition) => ({ on: transition.id }))
  for (const at of places) {
    const title = `${place === 'before' ? 'Before' : 'After'} ${step.name}`
    draft.handoffs.push({ id: draft.handoffId(title), kind: 'approval', strength: 'confirm', at, title })
  }
}
