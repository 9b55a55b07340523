// The list of kinds of step that opens to add one: free, after another, or on a transition.
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { STEP_KINDS } from '../../../shared/model/scales.ts'
import type { StepKind } from '../../../shared/model/scales.ts'
import { ChoiceList } from '../../ui/ChoiceList.tsx'
import type { Choice } from '../../ui/ChoiceList.tsx'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import { addStep } from '../edits.ts'
import { KindIcon } from '../nodes/KindIcon.tsx'
import { Floating } from './Floating.tsx'

/** The kinds in the order in which people need them. */
const ORDER: readonly StepKind[] = [
  'action',
  'model',
  'agent',
  'check',
  'decision',
  'human',
  'step',
  'split',
  'join',
  'wait',
  'subflow',
  'end',
  'start',
]

export function AddMenu() {
  const request = useStore(canvasStore, (state) => (state.busy?.kind === 'add' ? state.busy.request : null))
  const leave = useCallback(() => {
    setBusy(null)
    if (request?.after) askCanvas('focus', request.after)
  }, [request])
  if (!request) return null
  return (
    <Floating screen={request.screen}>
      <ChoiceList
        title={words.canvas.addTitle}
        placeholder={words.canvas.addSearch}
        nothing={words.canvas.noMatch}
        choicesFor={kindsFor}
        onTake={(kind) => {
          setBusy(null)
          addStep(kind as StepKind, request)
        }}
        onLeave={leave}
      />
    </Floating>
  )
}

/** Kinds whose name or explanation holds what is typed; those whose name begins with it first. */
function kindsFor(query: string): readonly Choice[] {
  const wanted = query.trim().toLowerCase()
  const rank = (kind: StepKind): number => {
    const name = words.scales.stepKinds[kind].toLowerCase()
    if (name.startsWith(wanted)) return 0
    if (name.includes(wanted)) return 1
    return words.scales.stepKindHints[kind].toLowerCase().includes(wanted) ? 2 : 3
  }
  return ORDER.filter((kind) => STEP_KINDS.includes(kind) && rank(kind) < 3)
    .toSorted((a, b) => (wanted === '' ? 0 : rank(a) - rank(b)))
    .map((kind) => ({
      id: kind,
      label: words.scales.stepKinds[kind],
      hint: words.scales.stepKindHints[kind],
      icon: <KindIcon kind={kind} size={15} />,
    }))
}
