// The gestures that are timed, the same for every contender, and how they are timed: by the frames that the browser
// really draws, by the work of its main thread, and by its own account of every event.
import type { CDPSession, Page } from 'playwright-core'

/** An editor with a diagram in it. */
export interface Side {
  readonly name: string
  readonly page: Page
  /** Milliseconds from asking for the diagram to the frame that shows it. */
  readonly openMs: number
  /** What the elements of steps answer to. */
  readonly stepSelector: string
  /** The middle of the drawing area, in pixels of the window. */
  readonly middle: { readonly x: number; readonly y: number }
  /** Shows the beginning at a readable size, and the whole diagram. */
  near(): Promise<void>
  fit(): Promise<void>
  /** Makes a copy of 200 steps, ready to be taken back. */
  paste(): Promise<void>
  /** Selects a step whose tag the digit keys change; absent where there is nothing of the kind. */
  tagged?(): Promise<void>
  close(): Promise<void>
}

export const GESTURES = [
  'open',
  'pan',
  'drag one',
  'zoom',
  'zoomed-out pan',
  'tag edit',
  'undo paste',
  'select all',
] as const
type Gesture = (typeof GESTURES)[number]

export interface Figures {
  readonly p95: number
  /** Work of the main thread in ms for each event that was sent. */
  readonly work?: number
  /** The longest event by the browser's own account, which counts in steps of 8 ms. */
  readonly event?: number
  /** Frames longer than two of the screen's in the two seconds after an edit. */
  readonly late?: number
}

export interface Measured extends Figures {
  readonly who: string
  readonly steps: number
  readonly gesture: Gesture
}

const MOVES = 90
const REPEATS = 7

/** Does a gesture on one side and times it; undefined where the side has nothing of the kind. */
export async function runGesture(side: Side, gesture: Gesture): Promise<Figures | undefined> {
  switch (gesture) {
    case 'open':
      return { p95: side.openMs }
    case 'pan':
      await side.near()
      return recorded(side.page, MOVES, () => panning(side))
    case 'drag one':
      await side.near()
      return dragOne(side)
    case 'zoom':
      await side.near()
      return recorded(side.page, MOVES, () => zooming(side))
    case 'zoomed-out pan':
      await side.fit()
      return recorded(side.page, MOVES, () => panning(side))
    case 'tag edit':
      return side.tagged && tagEdit(side)
    case 'undo paste':
      return undoPaste(side)
    case 'select all':
      return keyed(side.page, 'Control+a', { settle: 300 })
  }
}

async function panning({ page, middle }: Side): Promise<void> {
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down({ button: 'middle' })
  for (let i = 0; i < MOVES; i++) {
    const turn = (i / MOVES) * 2 * Math.PI
    await page.mouse.move(middle.x + 380 * Math.sin(turn), middle.y + 180 * (1 - Math.cos(turn)) - 90)
    await frame(page)
  }
  await page.mouse.up({ button: 'middle' })
}

async function zooming({ page, middle }: Side): Promise<void> {
  await page.mouse.move(middle.x, middle.y)
  await page.keyboard.down('Control')
  for (let i = 0; i < MOVES; i++) {
    await page.mouse.wheel(0, i < MOVES / 2 ? 30 : -30)
    await frame(page)
  }
  await page.keyboard.up('Control')
}

async function dragOne(side: Side): Promise<Figures> {
  const { page } = side
  const at = await page.evaluate(nearest, { selector: side.stepSelector, middle: side.middle })
  await page.mouse.move(at.x, at.y)
  const figures = await recorded(page, MOVES, async () => {
    await page.mouse.down()
    for (let i = 0; i < MOVES; i++) {
      const turn = (i / MOVES) * 2 * Math.PI
      await page.mouse.move(at.x + 120 * Math.sin(turn), at.y + 60 * (1 - Math.cos(turn)))
      await frame(page)
    }
  })
  await page.mouse.up()
  await page.waitForTimeout(300)
  return figures
}

async function tagEdit(side: Side): Promise<Figures> {
  await side.tagged!()
  const all: Figures[] = []
  for (let i = 0; i < REPEATS; i++) all.push(await keyed(side.page, i % 2 ? '3' : '2', { settle: 2000 }))
  return median(all)
}

async function undoPaste(side: Side): Promise<Figures> {
  const all: Figures[] = []
  for (let i = 0; i < 3; i++) {
    await side.paste()
    await side.page.waitForTimeout(2500)
    all.push(await keyed(side.page, 'Control+z', { settle: 2000 }))
  }
  return median(all)
}

/** From a key to the end of the frame after it. */
async function keyed(page: Page, key: string, { settle }: { readonly settle: number }): Promise<Figures> {
  await page.evaluate(startFrames)
  await page.evaluate(expectKey)
  await page.keyboard.press(key)
  const { milliseconds, at } = await page.evaluate(() => window.batonPainted!)
  await page.evaluate(forgetFrames)
  await page.waitForTimeout(settle)
  const { deltas, events } = await page.evaluate(stopFrames)
  const own = events.find(({ start }) => Math.abs(start - at) < 1)
  const late = deltas.slice(1).filter((delta) => delta > 34).length
  return { p95: Math.max(milliseconds, (own?.duration ?? 0) - 8), event: own?.duration ?? 0, late }
}

async function recorded(page: Page, events: number, gesture: () => Promise<void>): Promise<Figures> {
  const session = await page.context().newCDPSession(page)
  // Time of the processor and not of the clock: what else the machine does is not the work of the page.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.waitForTimeout(400)
  await page.evaluate(startFrames)
  const before = await taskMs(session)
  await gesture()
  const work = ((await taskMs(session)) - before) / events
  const { deltas, events: all } = await page.evaluate(stopFrames)
  await session.detach()
  return {
    p95: percentile(deltas.slice(1), 0.95),
    work,
    event: Math.max(0, ...all.map((one) => one.duration)),
  }
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
}

/** Waits for the frame that the last event led to: a hand does not send more events than there are frames. */
function frame(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
}

function median(all: readonly Figures[]): Figures {
  const middle = all.toSorted((a, b) => a.p95 - b.p95)[Math.floor(all.length / 2)]!
  return {
    ...middle,
    late: all.map(({ late = 0 }) => late).toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!,
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

declare global {
  interface Window {
    batonFrames?: { running: boolean; deltas: number[]; events: { start: number; duration: number }[] }
    batonPainted?: Promise<{ readonly at: number; readonly milliseconds: number }>
  }
}

function startFrames(): void {
  const record = {
    running: true,
    deltas: [] as number[],
    events: [] as { start: number; duration: number }[],
  }
  window.batonFrames = record
  let last = performance.now()
  requestAnimationFrame(function next(now) {
    record.deltas.push(now - last)
    last = now
    if (record.running) requestAnimationFrame(next)
  })
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      record.events.push({ start: startTime, duration })
    if (!record.running) observer.disconnect()
  })
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** What came before does not count; the events do. */
function forgetFrames(): void {
  window.batonFrames!.deltas.length = 0
}

async function stopFrames() {
  const record = window.batonFrames!
  record.running = false
  await new Promise((resolve) => setTimeout(resolve, 50))
  return { deltas: record.deltas, events: record.events }
}

// A task of the highest priority that is posted from inside the frame runs right after it.
function expectKey(): void {
  window.batonPainted = new Promise((resolve) => {
    const onKey = ({ timeStamp, key }: KeyboardEvent): void => {
      if (key === 'Control') return
      removeEventListener('keydown', onKey, { capture: true })
      requestAnimationFrame(() => {
        const painted = () => resolve({ at: timeStamp, milliseconds: performance.now() - timeStamp })
        void scheduler.postTask(painted, { priority: 'user-blocking' })
      })
    }
    addEventListener('keydown', onKey, { capture: true })
  })
}

interface Sought {
  readonly selector: string
  readonly middle: { readonly x: number; readonly y: number }
}

function nearest({ selector, middle }: Sought): { readonly x: number; readonly y: number } {
  const spots = [...document.querySelectorAll(selector)].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  const far = (spot: { x: number; y: number }): number => Math.hypot(spot.x - middle.x, spot.y - middle.y)
  return spots.toSorted((a, b) => far(a) - far(b))[0]!
}
