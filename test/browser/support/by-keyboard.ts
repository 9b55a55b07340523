// A person without a mouse: keys only, and after each of them the focus has to be somewhere and to be seen.
import type { Page } from 'playwright-core'

export interface Keyboard {
  /** Presses keys one after the other, and throws where the focus is lost or cannot be seen afterwards. */
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Presses Tab until the focus is on something with this name. */
  tabTo(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>
  /** Name of what has the focus; what a list points at is added. */
  at(): Promise<string>
}

const PATIENCE_MS = 3_000
const MOST_TABS = 120

export function keyboardOf(page: Page): Keyboard {
  const seen = async (after: string): Promise<void> => {
    // Dialogs, menus and steps take the keyboard a moment after they are drawn.
    const end = Date.now() + PATIENCE_MS
    let fault = await page.evaluate(focusFault)
    while (fault !== '' && Date.now() < end) {
      await page.waitForTimeout(30)
      fault = await page.evaluate(focusFault)
    }
    if (fault !== '') throw new Error(`after ${after}: ${fault}`)
  }
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key)
      await seen(key)
    }
  }
  const at = () => page.evaluate(nameOfFocus)
  return {
    press,
    at,
    async type(text) {
      await page.keyboard.type(text)
      await seen(`typing ${text}`)
    },
    async tabTo(name, key = 'Tab') {
      const been: string[] = []
      for (let tries = 0; tries < MOST_TABS; tries++) {
        const now = await at()
        if (typeof name === 'string' ? now.startsWith(name) : name.test(now)) return
        been.push(now)
        await press(key)
      }
      throw new Error(`${key} never came to ${name}; it came to ${[...new Set(been)].join(' | ')}`)
    },
  }
}

// Runs in the page, and only looks.
function focusFault(): string {
  const element = document.activeElement
  if (!element || element === document.body) return 'nothing has the focus'
  const box = element.getBoundingClientRect()
  const name = element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? element.tagName
  const outside = box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight
  if (outside) return `the focus is out of sight, on “${name}”`
  // Text fields in a frame of their own show it on the frame.
  const isField = /^(INPUT|TEXTAREA)$/.test(element.tagName)
  let shown = hasRing(element)
  let around = isField ? element.parentElement : null
  for (let level = 0; !shown && around && level < 5; level++) {
    shown = hasRing(around)
    around = around.parentElement
  }
  return shown ? '' : `the focus cannot be seen, on “${name}” ${element.outerHTML.slice(0, 120)}`

  function hasRing(each: Element): boolean {
    const style = getComputedStyle(each)
    const outline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1
    const shadow = style.boxShadow !== 'none'
    const drawn = each instanceof SVGElement && style.stroke !== 'none' && style.stroke !== 'transparent'
    const edged = style.borderStyle !== 'none' && style.borderColor === accent()
    return outline || shadow || drawn || edged
  }

  function accent(): string {
    const probe = document.createElement('i')
    probe.style.color = 'var(--accent)'
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
}

function nameOfFocus(): string {
  const element = document.activeElement
  if (!element || element === document.body) return ''
  const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labelled = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined
  const pointed = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent
  const name = element.getAttribute('aria-label') ?? (labelled || label) ?? element.textContent ?? ''
  return `${name || element.textContent || element.getAttribute('placeholder') || element.tagName}${pointed ? ` > ${pointed}` : ''}`.trim()
}
