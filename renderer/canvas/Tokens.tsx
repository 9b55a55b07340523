// Where the run is: a token that moves along the transition it came by. With reduced motion it stands at the end.
import { ViewportPortal } from '@xyflow/react'
import { useSimulation, useTabView } from '../state/hooks.ts'
import { center } from '../../shared/report/scene/rects.ts'
import type { Spot } from '../../shared/report/scene/rects.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import classes from './Tokens.module.css'

export function Tokens({ scene }: { readonly scene: Scene }) {
  const mode = useTabView((view) => view.mode)
  const { run } = useSimulation()
  if (mode !== 'simulate' || !run) return null
  return (
    <ViewportPortal>
      {run.tokens.map((token) => {
        const edge = token.stage === 'inside' ? undefined : scene.edges.find(({ id }) => id === token.via)
        const step = scene.steps.find(({ id }) => id === token.at)
        if (edge) {
          const style = { offsetPath: `path("${edge.path}")` }
          // A new key for every event starts the walk along the line anew.
          return (
            <div
              key={`${token.id} ${token.via} ${token.stage}`}
              className={`${classes.token} ${classes.moving}`}
              style={style}
            />
          )
        }
        return (
          step && (
            <div
              key={token.id}
              className={classes.token}
              style={placed(center(step.rect), step.rect.height)}
            />
          )
        )
      })}
    </ViewportPortal>
  )
}

function placed({ x, y }: Spot, height: number) {
  return { transform: `translate(${x - 8}px, ${y - height / 2 - 8}px)` }
}
