// The colours of the tokens as a bitmap wants them. A bitmap knows nothing of custom properties; a real property of an
// element says what one comes to in this theme.
import { createStore } from 'zustand/vanilla'

const NAMES = {
  line: '--line2',
  edge: '--edge',
  surface: '--surface',
  canvas: '--canvas',
  off: '--off',
  mute: '--mute',
  faint: '--faint',
  ink: '--ink',
  accent: '--accent',
  accentSoft: '--accent-soft',
  gate: '--gate',
  bad: '--bad',
  ok: '--ok',
  warn: '--warn',
} as const

export interface FarColors extends Readonly<Record<keyof typeof NAMES, string>> {
  /** The pure colours of the consequences, by level. */
  readonly consequence: readonly string[]
  /** The tint of every heat, and the ink that can be read on it. */
  readonly heat: ReadonlyMap<string, { readonly fill: string; readonly ink: string }>
}

/** Shares of the pure colour in a tint, by level. */
const TINTS: Readonly<Record<string, readonly number[]>> = {
  c: [35, 50, 70, 100],
  u: [35, 45, 60, 100],
}

/** The colours of the theme that is on; null until somebody asks. */
export const themeStore = createStore<{ readonly colors: FarColors | null }>()(() => ({ colors: null }))

/** The colours now; worked out once a theme, because every question makes the browser compute styles. */
export function farColors(): FarColors {
  const colors = themeStore.getState().colors ?? resolve()
  themeStore.setState({ colors })
  return colors
}

/** Notices every change of the theme, whoever made it; returns what stops it. */
export function watchTheme(): () => void {
  const changed = (): void => {
    themeStore.setState({ colors: resolve() })
  }
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

function resolve(): FarColors {
  const probe = document.createElement('i')
  document.body.append(probe)
  const of = (value: string): string => {
    probe.style.color = value
    return getComputedStyle(probe).color
  }
  try {
    const plain = Object.fromEntries(
      Object.entries(NAMES).map(([key, name]) => [key, of(`var(${name})`)]),
    ) as Record<keyof typeof NAMES, string>
    const tints = Object.entries(TINTS).flatMap(([ramp, shares]) =>
      shares.map((share, i) => {
        const fill = of(`color-mix(in oklab, var(--${ramp}${i + 1}) ${share}%, var(--surface))`)
        return [`${ramp}${i + 1}`, { fill, ink: readable(fill, plain.ink, plain.surface) }] as const
      }),
    )
    const ramp = [1, 2, 3, 4].map((level) => of(`var(--c${level})`))
    return { ...plain, consequence: [plain.edge, ...ramp], heat: new Map(tints) }
  } finally {
    probe.remove()
  }
}

/** Whichever of two inks stands out more. */
function readable(fill: string, one: string, other: string): string {
  const ground = lightness(fill)
  return Math.abs(lightness(one) - ground) >= Math.abs(lightness(other) - ground) ? one : other
}

function lightness(color: string): number {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')!
  context.fillStyle = color
  context.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
  return Math.sqrt(0.299 * r * r + 0.587 * g * g + 0.114 * b * b)
}
