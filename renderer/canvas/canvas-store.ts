// What the canvas is busy with: a menu that is open, a connection being made, a name being typed. Commands and keys
// set it; the canvas draws it.
import { createStore } from 'zustand/vanilla'
import type { Spot } from '../../shared/report/scene/rects.ts'

/** The list that adds a step: where it goes, and what it is joined to. */
export interface AddRequest {
  /** Top left corner of the new step in world pixels; null lets the canvas choose. */
  readonly at: Spot | null
  /** Where the list opens, in pixels of the window; null for the middle of the canvas. */
  readonly screen: Spot | null
  readonly after: string | null
  readonly on: string | null
}

export type Busy =
  | { readonly kind: 'add'; readonly request: AddRequest }
  | { readonly kind: 'connect'; readonly from: string; readonly candidate: string | null }
  | { readonly kind: 'rename'; readonly step: string }
  /** The kinds of step, to make others of these. */
  | { readonly kind: 'retype'; readonly steps: readonly string[] }
  /** Label, condition and odds of a transition, beside it. */
  | { readonly kind: 'way'; readonly transition: string }
  /** The text of a note is being typed. */
  | { readonly kind: 'note'; readonly note: string }
  /** The same for a note that comes to be with its text; its top left corner. */
  | { readonly kind: 'new-note'; readonly at: Spot }
  /** Tags that were copied go onto every step that is clicked. */
  | { readonly kind: 'paint' }
  | { readonly kind: 'menu'; readonly screen: Spot }

/** Asks the canvas to show something; counted, so that asking twice works. */
export interface CanvasRequest {
  readonly kind: 'fit' | 'zoom-in' | 'zoom-out' | 'zoom-100' | 'reveal' | 'focus' | 'next-way'
  readonly element: string | null
  readonly count: number
}

interface CanvasState {
  readonly busy: Busy | null
  readonly request: CanvasRequest | null
  /** The transition or ghost under the pointer or the keyboard, whose walk is shown. */
  readonly hovered: string | null
  /** Where the keyboard is at home: what is added or deleted from the outline leaves it there. */
  readonly home: 'canvas' | 'outline'
}

export const canvasStore = createStore<CanvasState>()(() => ({
  busy: null,
  request: null,
  hovered: null,
  home: 'canvas',
}))

export function setBusy(busy: Busy | null): void {
  canvasStore.setState({ busy })
}

export function setHome(home: CanvasState['home']): void {
  if (canvasStore.getState().home !== home) canvasStore.setState({ home })
}

export function setHovered(hovered: string | null): void {
  if (canvasStore.getState().hovered !== hovered) canvasStore.setState({ hovered })
}

/** Asks the canvas to move the view, or the keyboard, to something. */
export function askCanvas(kind: CanvasRequest['kind'], element: string | null = null): void {
  canvasStore.setState(({ request }) => ({ request: { kind, element, count: (request?.count ?? 0) + 1 } }))
}
