// What is in the page wherever it is: the thing that the keyboard stands on, so that it can have the focus and a name.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Scene, SceneEdge } from '../../shared/report/scene/types.ts'
import { useTabView } from '../state/hooks.ts'
import { canvasStore } from './canvas-store.ts'
import { currentItem } from './items.ts'
import type { SceneIndex } from './scene-index.ts'

interface Pinned {
  readonly steps: ReadonlySet<string>
  readonly edge: SceneEdge | null
}

export function usePinned(scene: Scene, index: SceneIndex): Pinned {
  const selection = useTabView((view) => view.selection)
  const asked = useStore(canvasStore, ({ request }) => request?.element ?? null)
  const item = useMemo(() => currentItem(scene, selection), [scene, selection])
  const wanted = asked === null ? null : asked.includes(':') ? asked : `step:${asked}`
  // The same object for the same things: a new set of steps would be taken for news by all that is near.
  const key = JSON.stringify([item, wanted].flatMap((one) => (one === null ? [] : hostOf(scene, one))))
  return useMemo(() => {
    const hosts = JSON.parse(key) as string[]
    const edges = hosts.flatMap((host) => index.edges.get(host.slice('edge:'.length)) ?? [])
    return {
      steps: new Set(hosts.flatMap((host) => (host.startsWith('step:') ? [host.slice('step:'.length)] : []))),
      edge: edges[0] ?? null,
    }
  }, [key, index])
}

/** The step or transition that draws an item. */
function hostOf(scene: Scene, item: string): readonly string[] {
  if (item.startsWith('step:') || item.startsWith('edge:')) return [item]
  const step = scene.steps.find(({ gates }) => gates.some(({ id }) => id === item))
  if (step) return [`step:${step.id}`]
  const edge = scene.edges.find(({ gates }) => gates.some(({ id }) => id === item))
  return edge ? [`edge:${edge.id}`] : []
}
