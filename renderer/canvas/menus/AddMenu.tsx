// The list that opens to add a step: free, after another, or on a transition. After another it also finds the steps
// that are there already, to lead to one of those instead.
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { ChoiceList } from '../../ui/ChoiceList.tsx'
import type { Choice } from '../../ui/ChoiceList.tsx'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import type { AddRequest } from '../canvas-store.ts'
import { addStep, connect, present } from '../edits.ts'
import { KindIcon } from '../nodes/KindIcon.tsx'
import { rememberKind } from '../recent-kinds.ts'
import { Floating } from './Floating.tsx'
import { kindChoices, kindOfChoice } from './kind-choices.tsx'

const STEP = 'to:'
const MOST_STEPS = 5

export function AddMenu() {
  const request = useStore(canvasStore, (state) => (state.busy?.kind === 'add' ? state.busy.request : null))
  const choicesFor = useCallback((query: string) => choicesOf(request, query), [request])
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
        choicesFor={choicesFor}
        onTake={(id) => take(id, request)}
        onLeave={leave}
      />
    </Floating>
  )
}

function take(id: string, request: AddRequest): void {
  setBusy(null)
  const kind = kindOfChoice(id)
  if (kind) {
    rememberKind(kind)
    addStep(kind, request)
    return
  }
  if (request.after === null || !id.startsWith(STEP)) return
  connect(request.after, id.slice(STEP.length))
  askCanvas('focus', request.after)
}

function choicesOf(request: AddRequest | null, query: string): readonly Choice[] {
  const kinds = kindChoices(query)
  const wanted = query.trim().toLowerCase()
  if (!request || request.after === null || wanted === '') return kinds
  const steps = present()?.workflow.steps ?? []
  const there = steps
    .filter(({ id, kind, name }) => {
      return kind !== 'start' && id !== request.after && name.toLowerCase().includes(wanted)
    })
    .slice(0, MOST_STEPS)
    .map(({ id, name, kind }) => ({
      id: `${STEP}${id}`,
      label: words.editing.connectTo(name),
      group: words.editing.existing,
      icon: <KindIcon kind={kind} size={15} />,
    }))
  return [...kinds, ...there]
}
