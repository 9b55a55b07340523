// Finds words that are cut off, and controls that lie on one another, in whatever is on screen.
import type { Page } from 'playwright-core'

/** What does not fit, each with its text; names that may be long end in an ellipsis and have a tooltip. */
export function textFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(faultsOnScreen)
}

// Runs in the page, so that it can use nothing from around it.
function faultsOnScreen(): readonly string[] {
  const faults = new Set<string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) checkText(node)
  document.querySelectorAll('input').forEach((field) => isOnTop(field) && checkPlaceholder(field))
  checkOverlaps()
  return [...faults]

  function checkText(node: Node): void {
    const text = node.textContent?.trim() ?? ''
    const holder = node.parentElement
    if (text === '' || !holder || !isShown(holder) || holder.closest('svg, .react-flow, [data-scroll]'))
      return
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) return
    for (let at: Element | null = holder; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.position === 'fixed') break
      const clipsX = style.overflowX !== 'visible'
      const clipsY = style.overflowY !== 'visible'
      const inner = at.getBoundingClientRect()
      // What scrolls is reached; a name that may be long ends in an ellipsis by design.
      if (isEllipsis(style) && at.scrollWidth > at.clientWidth + 1) {
        if (isControl(at) && !at.closest('[title]')) faults.add(`ends in an ellipsis: ${labelOf(at, text)}`)
        return
      }
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return
      const controlled = at.matches('button, [role=tab], [role=menuitem], [role=radio], label')
      const out = box.right > inner.right + 1.5 || box.left < inner.left - 1.5
      if (out && (clipsX || controlled)) faults.add(`cut off at the side: ${labelOf(at, text)}`)
      const over = box.bottom > inner.bottom + 2 || box.top < inner.top - 2
      if (over && (clipsY || controlled)) faults.add(`cut off below: ${labelOf(at, text)}`)
      if (out && (clipsX || controlled)) return
    }
    if (box.right > innerWidth + 1 || box.left < -1) faults.add(`outside the window: ${text.slice(0, 60)}`)
  }

  function checkPlaceholder(field: Element): void {
    if (!(field instanceof HTMLInputElement) || field.value !== '' || !isShown(field)) return
    const style = getComputedStyle(field)
    const context = document.createElement('canvas').getContext('2d')!
    context.font = `${style.fontSize} ${style.fontFamily}`
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    if (context.measureText(field.placeholder).width > room + 2 && field.title === '')
      faults.add(`placeholder cut off: ${field.placeholder.slice(0, 60)}`)
  }

  function checkOverlaps(): void {
    const controls = [
      ...document.querySelectorAll('button, input, [role=tab], [role=radio], a[href]'),
    ].filter(
      (one) => isShown(one) && !one.closest('.react-flow, svg') && one.getAttribute('type') !== 'hidden',
    )
    const top = controls.filter((one) => isOnTop(one))
    top.forEach((a, at) =>
      top.slice(at + 1).forEach((b) => {
        if (a.contains(b) || b.contains(a)) return
        const [x, y] = [seen(a), seen(b)]
        const width = Math.min(x.right, y.right) - Math.max(x.left, y.left)
        const height = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top)
        const isInside =
          a.closest('label, .mantine-Input-wrapper') === b.closest('label, .mantine-Input-wrapper')
        if (width > 3 && height > 3 && !(isInside && a.closest('label, .mantine-Input-wrapper')))
          faults.add(`overlap: ${labelOf(a, '')} and ${labelOf(b, '')}`)
      }),
    )
  }

  // What of an element is not scrolled or cut away by what it stands in.
  function seen(one: Element): { left: number; right: number; top: number; bottom: number } {
    let { left, right, top, bottom } = one.getBoundingClientRect()
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const inner = at.getBoundingClientRect()
      left = Math.max(left, inner.left)
      right = Math.min(right, inner.right)
      top = Math.max(top, inner.top)
      bottom = Math.min(bottom, inner.bottom)
    }
    return { left, right, top, bottom }
  }

  // Under a dialog nothing else counts.
  function isOnTop(one: Element): boolean {
    const dialog = document.querySelector('[role=dialog], [role=menu]')
    return !dialog || dialog.contains(one)
  }

  // Names of steps may be long anywhere; what a control is called may not end early.
  function isControl(at: Element): boolean {
    return (
      at.closest(
        '[role=tab], [role=menuitem], [role=toolbar] button, [role=status] button, th[scope=col], label, .mantine-Button-root',
      ) !== null
    )
  }

  function isEllipsis(style: CSSStyleDeclaration): boolean {
    return style.textOverflow === 'ellipsis' || style.getPropertyValue('-webkit-line-clamp') !== 'none'
  }

  function isShown(one: Element): boolean {
    if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { width, height } = one.getBoundingClientRect()
    return width > 2 && height > 2
  }

  function labelOf(one: Element, text: string): string {
    const name = text || one.getAttribute('aria-label') || one.textContent || one.tagName
    return `${one.tagName.toLowerCase()} ${name.trim().slice(0, 60)}`
  }
}
