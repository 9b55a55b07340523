// What lies over the drawing while somebody draws: the palette, snap lines, and editors that open in place.
import type { RefObject } from 'react'
import type { Scene } from '../../shared/report/scene/types.ts'
import { RetypeMenu } from './menus/RetypeMenu.tsx'
import { Legend } from './Legend.tsx'
import { PaintBar } from './PaintBar.tsx'
import { Palette } from './palette/Palette.tsx'
import { SnapLines } from './SnapLines.tsx'
import { useDelegates } from './use-delegates.ts'
import { Trail } from './Trail.tsx'
import { useWhereabouts } from './whereabouts.ts'
import { WayEditor } from './ways/WayEditor.tsx'

interface ExtrasProps {
  readonly root: RefObject<HTMLElement | null>
  readonly scene: Scene
}

export function Extras({ root, scene }: ExtrasProps) {
  useDelegates(root)
  useWhereabouts(root)
  return (
    <>
      <Palette scene={scene} />
      <SnapLines />
      <WayEditor edges={scene.edges} />
      <RetypeMenu />
      <PaintBar />
      <Trail />
      <Legend />
    </>
  )
}
