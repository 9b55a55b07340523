// How the documents are looked at: selection, zoom, mode, panes, theme. Nothing here is part of a document,
// so nothing here is undone or saved with it.
import type { Shading } from '../../shared/report/overlays.ts'
import { createStore } from 'zustand/vanilla'
import type { LanguageChoice } from '../words/language.ts'

export interface Selection {
  readonly steps: readonly string[]
  readonly transitions: readonly string[]
  readonly handoffs: readonly string[]
  readonly notes: readonly string[]
  /** The finding that is looked at, by id (`S2@large_refund`). */
  readonly finding: string | null
  /** A suggested handoff, by the key of its place (`placeKey`). */
  readonly suggestion: string | null
}

/** A walk drawn on the canvas, from the source of doubt to the action. Step ids, in order. */
export interface ShownWalk {
  readonly steps: readonly string[]
  readonly why: string
  /** Nobody asked for it: the view stays where it is. */
  readonly unasked?: true
}

/**
 * Asks for the keyboard to go to one field of one element: the inspector opens, scrolls and focuses it. `field` is the
 * tail of a fact's `field` (`consequence/level`), or null for the element itself on the canvas. `count` makes asking
 * twice work.
 */
export interface FocusRequest {
  readonly element: string
  readonly kind: 'step' | 'transition' | 'handoff' | 'document'
  readonly field: string | null
  readonly count: number
}

export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export type Mode = 'design' | 'simulate' | 'compare'

/** What is remembered of one tab's view. */
export interface TabView {
  readonly selection: Selection
  readonly mode: Mode
  readonly viewport: Viewport | null
  readonly walk: ShownWalk | null
  readonly focus: FocusRequest | null
  /** Text of the canvas search; empty when it is closed or nothing is sought. */
  readonly find: string
  /** The step whose inside is shown; null for the whole. */
  readonly scope: string | null
}

export type BottomTab =
  | 'findings'
  | 'placement'
  | 'simulation'
  | 'proof'
  | 'sensitivity'
  | 'table'
  | 'compare'
/** What the placement panel shows: the suggestions, what they ask of people, or what more minutes buy. */
export type PlacementView = 'suggestions' | 'attention' | 'curve'
export type ThemeChoice = 'system' | 'light' | 'dark'
/** `decides` marks the steps whose tags decide where people are asked; the others shade every step by a figure. */
export type Overlay = 'none' | 'decides' | Shading

export interface ViewState {
  readonly tabs: Readonly<Record<string, TabView>>
  readonly panes: { readonly left: boolean; readonly right: boolean; readonly bottom: boolean }
  readonly bottomTab: BottomTab
  readonly placementView: PlacementView
  readonly theme: ThemeChoice
  readonly language: LanguageChoice
  /** What is spoken now, with the place whose numbers and days are written: another value, and all is drawn anew. */
  readonly spoken: string
  readonly overlay: Overlay
  readonly findOpen: boolean
  /** The palette at the side of the canvas. */
  readonly palette: boolean
  /** Sizes of the panes in percent, by the id of the pane group; kept in the host's settings. */
  readonly paneSizes: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export const EMPTY_SELECTION: Selection = {
  steps: [],
  transitions: [],
  handoffs: [],
  notes: [],
  finding: null,
  suggestion: null,
}

const FRESH_TAB: TabView = {
  selection: EMPTY_SELECTION,
  mode: 'design',
  viewport: null,
  walk: null,
  focus: null,
  find: '',
  scope: null,
}

export const view = createStore<ViewState>()(() => ({
  tabs: Object.create(null) as Record<string, TabView>,
  panes: { left: true, right: true, bottom: true },
  bottomTab: 'findings',
  placementView: 'suggestions',
  theme: 'system',
  language: 'system',
  spoken: '',
  overlay: 'none',
  findOpen: false,
  palette: true,
  paneSizes: {},
}))

/** The view of a tab; a fresh one for a tab that was never looked at. */
export function viewOf(state: ViewState, tab: string | null): TabView {
  return (tab !== null && state.tabs[tab]) || FRESH_TAB
}

/** Changes part of one tab's view. */
export function updateTabView(tab: string, change: Partial<TabView>): void {
  view.setState((state) => ({ tabs: { ...state.tabs, [tab]: { ...viewOf(state, tab), ...change } } }))
}

/** Selects exactly this; what is not named is not selected. */
export function select(tab: string, selection: Partial<Selection>): void {
  updateTabView(tab, { selection: { ...EMPTY_SELECTION, ...selection } })
}

/** Selects an element and asks for the keyboard focus to go to one of its fields. */
export function focusField(tab: string, request: Omit<FocusRequest, 'count'>): void {
  const { focus, selection } = viewOf(view.getState(), tab)
  const chosen: Selection = {
    ...EMPTY_SELECTION,
    finding: selection.finding,
    ...(request.kind === 'step' && { steps: [request.element] }),
    ...(request.kind === 'transition' && { transitions: [request.element] }),
    ...(request.kind === 'handoff' && { handoffs: [request.element] }),
  }
  updateTabView(tab, { selection: chosen, focus: { ...request, count: (focus?.count ?? 0) + 1 } })
}

/** Simulating and comparing bring their panels to the front. */
export function setMode(tab: string, mode: Mode): void {
  updateTabView(tab, { mode })
  if (mode === 'simulate') showBottom('simulation')
  if (mode === 'compare') showBottom('compare')
}

/** Shows a walk on the canvas, or none. */
export function showWalk(tab: string, walk: ShownWalk | null): void {
  updateTabView(tab, { walk })
}

export function setPane(pane: keyof ViewState['panes'], open: boolean): void {
  view.setState((state) => ({ panes: { ...state.panes, [pane]: open } }))
}

/** Brings a tab of the bottom pane to the front, opening the pane. */
export function showBottom(bottomTab: BottomTab): void {
  view.setState((state) => ({ bottomTab, panes: { ...state.panes, bottom: true } }))
}

/** Which part of the placement is shown. */
export function setPlacementView(placementView: PlacementView): void {
  view.setState({ placementView })
}

/** What the canvas marks besides what is drawn. */
export function setOverlay(overlay: Overlay): void {
  view.setState({ overlay })
}

/** Forgets the view of a closed tab. */
export function forgetTabView(tab: string): void {
  view.setState((state) => {
    const tabs = { ...state.tabs }
    delete tabs[tab]
    return { tabs }
  })
}
