// Connecting without a mouse: choose the step to lead to from a list; the canvas shows which one it is.
import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { ChoiceList } from '../../ui/ChoiceList.tsx'
import type { Choice } from '../../ui/ChoiceList.tsx'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import { connect } from '../edits.ts'
import { KindIcon } from '../nodes/KindIcon.tsx'
import { center } from '../../../shared/report/scene/rects.ts'
import type { Scene, SceneStep } from '../../../shared/report/scene/types.ts'
import { Floating } from './Floating.tsx'

export function ConnectMenu({ scene }: { readonly scene: Scene }) {
  const from = useStore(canvasStore, (state) => (state.busy?.kind === 'connect' ? state.busy.from : null))
  const source = scene.steps.find(({ id }) => id === from)
  const choicesFor = useCallback((query: string) => targetsFor(scene, source, query), [scene, source])
  const point = useCallback(
    (candidate: string | null) => from !== null && setBusy({ kind: 'connect', from, candidate }),
    [from],
  )
  const candidate = useStore(canvasStore, (state) =>
    state.busy?.kind === 'connect' ? state.busy.candidate : null,
  )
  useEffect(() => {
    if (candidate !== null) askCanvas('reveal', `step:${candidate}`)
  }, [candidate])
  if (!source) return null
  const leave = (): void => {
    setBusy(null)
    askCanvas('focus', source.id)
  }
  return (
    <Floating screen={null}>
      <ChoiceList
        title={words.canvas.connectTitle(source.name)}
        placeholder={words.canvas.connectSearch}
        nothing={words.canvas.noMatch}
        choicesFor={choicesFor}
        onTake={(to) => {
          leave()
          connect(source.id, to)
        }}
        onLeave={leave}
        onPoint={point}
      />
    </Floating>
  )
}

/** Steps that can be led to, nearest on the canvas first, those to the right before those to the left. */
function targetsFor(scene: Scene, source: SceneStep | undefined, query: string): readonly Choice[] {
  if (!source) return []
  const wanted = query.trim().toLowerCase()
  const here = center(source.rect)
  const far = ({ rect }: SceneStep): number => {
    const there = center(rect)
    return Math.hypot(there.x - here.x, there.y - here.y) + (there.x < here.x ? 1e5 : 0)
  }
  return scene.steps
    .filter((step) => step.kind !== 'start' && step.shape !== 'tool' && step.id !== source.id)
    .filter((step) => step.name.toLowerCase().includes(wanted))
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, 200)
    .map((step) => ({
      id: step.id,
      label: step.name || words.common.unnamed,
      hint: words.scales.stepKinds[step.kind],
      icon: <KindIcon kind={step.kind} size={15} />,
    }))
}
