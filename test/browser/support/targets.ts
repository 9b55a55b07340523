// How large the things are that a finger or a shaking hand has to hit (WCAG 2.5.8), measured over all that is in view.
//
// What the rule leaves out is left out here too: the drawing itself, which is scaled by whoever looks at it (essential),
// links within a sentence (inline), and what the browser draws (user agent). Smaller targets pass where a circle of 24
// pixels around their middle meets no other target (spacing).
import type { Page } from 'playwright-core'

/** Controls in view that are too small and too close to others: what they are, and their size in pixels. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(tooSmall)
}

// Runs in the page.
function tooSmall(): readonly string[] {
  const LEAST = 24
  const CONTROLS =
    'button, a[href], input, select, textarea, [role="button"], [role="menuitem"], [role="option"], [role="tab"], [role="row"], [role="switch"], [role="slider"], [role="separator"][tabindex]'
  const targets = [...document.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((element) => {
    const shown = boxOf(element)
    return shown && inView(shown) && !isLeftOut(element) ? [{ element, box: shown }] : []
  })
  const small = ({ box }: { box: DOMRect }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5
  return targets
    .filter(small)
    .filter((one) => targets.some((other) => other !== one && !nested(one, other) && crowds(one, other)))
    .map(({ element, box }) => `${nameOf(element)} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`)

  // What is pressed for a hidden box of a form is its label.
  function boxOf(element: HTMLElement): DOMRect | null {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      const label = (element as HTMLInputElement).labels?.[0]
      return label?.checkVisibility() ? label.getBoundingClientRect() : null
    }
    const box = element.getBoundingClientRect()
    return box.width > 1 && box.height > 1 ? box : null
  }

  function inView(box: DOMRect): boolean {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    return x > 0 && y > 0 && x < innerWidth && y < innerHeight
  }

  function isLeftOut(element: HTMLElement): boolean {
    if (element.closest('.react-flow__viewport, [data-drawing], [aria-hidden="true"], [inert]')) return true
    const inSentence = element.tagName === 'A' && element.closest('p, li, td') !== null
    const modal = document.querySelector('[role="dialog"][aria-modal="true"]')
    return inSentence || (modal !== null && !modal.contains(element))
  }

  function nested(a: { element: HTMLElement }, b: { element: HTMLElement }): boolean {
    return a.element.contains(b.element) || b.element.contains(a.element)
  }

  function crowds(one: { box: DOMRect }, { box }: { box: DOMRect }): boolean {
    const [x, y] = [one.box.left + one.box.width / 2, one.box.top + one.box.height / 2]
    const dx = Math.max(box.left - x, 0, x - box.right)
    const dy = Math.max(box.top - y, 0, y - box.bottom)
    return Math.hypot(dx, dy) < LEAST / 2
  }

  function nameOf(element: HTMLElement): string {
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} “${name.slice(0, 40)}” ${element.closest('[class]')?.getAttribute('class')?.slice(0, 60)}`
  }
}
