// A handoff from afar: its frame still says how strong it is and whether it is only suggested.
import type { SceneGate } from '../../../shared/report/scene/types.ts'
import type { Painting } from './painting.ts'

export function paintGate({ context, colors, zoom }: Painting, gate: SceneGate, selected: boolean): void {
  const { x, y, width, height } = gate.rect
  const color = gate.look === 'ghost' ? colors.accent : gate.look === 'going' ? colors.faint : colors.gate
  context.beginPath()
  if (gate.strength === 'notify') context.arc(x + width / 2, y + height / 2, width * 0.4, 0, 2 * Math.PI)
  else context.roundRect(x + 1, y + 1, width - 2, height - 2, 8)
  const solid = gate.look === 'gate' && (gate.strength === 'approve' || gate.strength === 'two-person')
  context.fillStyle = solid ? color : colors.surface
  context.fill()
  context.strokeStyle = color
  context.lineWidth = Math.max(2.4, 1.2 / zoom)
  context.setLineDash(gate.look === 'ghost' ? [5, 3.5] : [])
  context.stroke()
  context.setLineDash([])
  if (gate.strength === 'two-person') {
    context.strokeStyle = solid ? colors.surface : color
    context.strokeRect(x + 6, y + 6, width - 12, height - 12)
  }
  if (gate.look === 'going') line(context, colors.bad, [x, y + height, x + width, y])
  if (!selected) return
  context.strokeStyle = colors.accent
  context.lineWidth = 2 / zoom
  context.strokeRect(x - 3 / zoom, y - 3 / zoom, width + 6 / zoom, height + 6 / zoom)
}

function line(
  context: CanvasRenderingContext2D,
  color: string,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): void {
  context.strokeStyle = color
  context.beginPath()
  context.moveTo(x0, y0)
  context.lineTo(x1, y1)
  context.stroke()
}
