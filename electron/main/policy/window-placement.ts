// Where a window is put: where it was, unless that place is on no screen any more.

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Placement = Rectangle | { readonly width: number; readonly height: number }

const FIRST = { width: 1440, height: 900 }
const SMALLEST = { width: 640, height: 480 }
/** So much of the title bar must be on a screen that a hand can get hold of it. */
const GRIP = { width: 120, height: 24 }

/** `screens` are the work areas of the displays. The first screen is the one for a window that was never open. */
export function placeWindow(kept: Rectangle | null, screens: readonly Rectangle[]): Placement {
  if (kept === null) return fit(FIRST, screens[0])
  const screen = screens.find((candidate) => showsGrip(kept, candidate))
  if (screen === undefined) return fit(kept, screens[0])
  return { x: kept.x, y: kept.y, ...fit(kept, screen) }
}

function showsGrip(window: Rectangle, screen: Rectangle): boolean {
  const overlap = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const below = window.y - screen.y
  return overlap >= GRIP.width && below >= 0 && below <= screen.height - GRIP.height
}

function fit(
  size: { readonly width: number; readonly height: number },
  screen: Rectangle | undefined,
): { width: number; height: number } {
  return {
    width: Math.max(SMALLEST.width, Math.min(size.width, screen?.width ?? size.width)),
    height: Math.max(SMALLEST.height, Math.min(size.height, screen?.height ?? size.height)),
  }
}
