// How a step looks that is shaded by a figure: its tint, and the figure in words.
import type { Shade, Shading } from '../../shared/report/overlays.ts'
import { words } from '../words/words.ts'

/** Harm and cost are warm, consent and traffic are cool. */
export function rampOf(shading: Shading): 'c' | 'u' {
  return shading === 'heat' || shading === 'minutes' ? 'c' : 'u'
}

/** `c0` to `c4` or `u0` to `u4`. */
export function tintOf(shading: Shading, shade: Shade | null): string {
  return `${rampOf(shading)}${shade?.level ?? 0}`
}

export function shadeText(shading: Shading, { value, beside = 0 }: Shade): string {
  const said = words.folding
  switch (shading) {
    case 'heat':
      return said.heat(value, beside)
    case 'authority':
      return said.authority(value, beside)
    case 'visits':
      return said.visits(value)
    case 'minutes':
      return said.minutes(value)
  }
}
