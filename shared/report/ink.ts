// The colours of a drawing, light and dark: the same as the app's, as plain values that every viewer understands.
export type Theme = 'light' | 'dark'

export interface Ink {
  readonly canvas: string
  readonly surface: string
  readonly sunken: string
  readonly line: string
  readonly edge: string
  readonly ink: string
  readonly mute: string
  readonly accent: string
  readonly bad: string
  readonly off: string
  readonly gate: string
  readonly gateInk: string
  readonly note: string
  /** Consequence 1 to 4, and uncertainty 1 to 4. */
  readonly consequence: readonly [string, string, string, string]
  readonly uncertainty: readonly [string, string, string, string]
}

export const INKS: Readonly<Record<Theme, Ink>> = {
  light: {
    canvas: '#fafaf8',
    surface: '#ffffff',
    sunken: '#f6f5f2',
    line: '#d3d0c8',
    edge: '#a7a39a',
    ink: '#1c1b19',
    mute: '#65625c',
    accent: '#2c56d3',
    bad: '#b9242f',
    off: '#dcd9d2',
    gate: '#1c1b19',
    gateInk: '#ffffff',
    note: '#fdf6dd',
    consequence: ['#c49a1f', '#d97a1b', '#cc4f22', '#a81f2b'],
    uncertainty: ['#7aa7d4', '#4a82cc', '#4a55c4', '#6a36ad'],
  },
  dark: {
    canvas: '#151619',
    surface: '#1c1d21',
    sunken: '#17181b',
    line: '#3b3e46',
    edge: '#5d616b',
    ink: '#ecebe8',
    mute: '#a5a4aa',
    accent: '#8aa7ff',
    bad: '#ff7f85',
    off: '#383a41',
    gate: '#ecebe8',
    gateInk: '#16171a',
    note: '#2c2818',
    consequence: ['#d8b34a', '#eb9a45', '#ee7446', '#f0535c'],
    uncertainty: ['#6f98c0', '#6ba2ec', '#8289f2', '#b184f0'],
  },
}
