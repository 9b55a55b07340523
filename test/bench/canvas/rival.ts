// bpmn-js with a diagram of the same size, as a contender. It is fetched when the bench runs and is no part of the
// product: its licence is that of MIT with the condition that its watermark stays.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../../browser/support/chromium.ts'
import { wideWorkflow } from '../wide-workflow.ts'
import type { Side } from './gestures.ts'

const VERSION = '18.31.1'
/** More steps than these take it minutes. */
export const RIVAL_SIZES: readonly number[] = [1000, 5000]

const cache = fileURLToPath(new URL('../../../node_modules/.cache/baton/', import.meta.url))

/** Opens a diagram of `steps` steps in a page of its own, in the same browser and the same window size. */
export async function openRival(steps: number): Promise<Side> {
  const dist = fetched()
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.setContent(
    '<!doctype html><style>html,body,#c{margin:0;width:100%;height:100%}</style><div id="c"></div>',
  )
  for (const style of ['bpmn-js.css', 'diagram-js.css'])
    await page.addStyleTag({ path: path.join(dist, 'assets', style) })
  await page.addScriptTag({ path: path.join(dist, 'bpmn-modeler.production.min.js') })
  const openMs = await page.evaluate(importDiagram, diagramOf(steps))
  await page.waitForTimeout(2000)
  const settled = async (work: Promise<unknown>): Promise<void> => {
    await work
    await page.waitForTimeout(900)
  }
  return {
    name: 'bpmn-js',
    page,
    openMs,
    stepSelector: '.djs-shape[data-element-id^="step_"]',
    middle: { x: 640, y: 400 },
    near: () =>
      settled(
        page.evaluate(
          (id) => {
            const canvas = window.bpmn!.get('canvas')
            canvas.zoom(1)
            canvas.scrollToElement(window.bpmn!.get('elementRegistry').get(id), 300)
          },
          `step_${Math.floor(steps / 40) * 20 + 8}`,
        ),
      ),
    fit: () => settled(page.evaluate(() => window.bpmn!.get('canvas').zoom('fit-viewport'))),
    paste: () => settled(page.evaluate(pasteSteps)),
    close: () => browser.close(),
  }
}

function fetched(): string {
  const folder = path.join(cache, `bpmn-js-${VERSION}`)
  const dist = path.join(folder, 'node_modules/bpmn-js/dist')
  if (existsSync(dist)) return dist
  mkdirSync(folder, { recursive: true })
  execFileSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['install', '--no-save', '--ignore-scripts', '--prefix', folder, `bpmn-js@${VERSION}`],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  )
  return dist
}

interface Wide {
  readonly steps: readonly { readonly id: string; readonly kind: string; readonly name: string }[]
  readonly transitions: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  readonly layout: { readonly steps: Readonly<Record<string, readonly [number, number]>> }
}

const KINDS: Readonly<Record<string, readonly [element: string, width: number, height: number]>> = {
  start: ['startEvent', 36, 36],
  end: ['endEvent', 36, 36],
  decision: ['exclusiveGateway', 50, 50],
}

/** The wide workflow as BPMN, at the same places. */
function diagramOf(count: number): string {
  const { steps, transitions, layout } = wideWorkflow(count) as Wide
  const shapeOf = (kind: string) => KINDS[kind] ?? (['task', 184, 64] as const)
  const boxes = new Map(
    steps.map(({ id, kind }) => {
      const [x, y] = layout.steps[id]!
      const [, width, height] = shapeOf(kind)
      return [id, { x, y: y + 32 - height / 2, width, height }]
    }),
  )
  const flow = steps.map(({ id, kind, name }) => `<bpmn:${shapeOf(kind)[0]} id="${id}" name="${name}"/>`)
  const ways = transitions.map(
    ({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`,
  )
  const shapes = [...boxes].map(
    ([id, { x, y, width, height }]) =>
      `<di:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></di:BPMNShape>`,
  )
  const edges = transitions.map(({ id, from, to }) => {
    const [a, b] = [boxes.get(from)!, boxes.get(to)!]
    const [x0, y0, x1, y1] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2]
    const turn = (x0 + x1) / 2
    const spots = [
      [x0, y0],
      [turn, y0],
      [turn, y1],
      [x1, y1],
    ]
    const points = spots.map(([x, y]) => `<wp:waypoint x="${x}" y="${y}"/>`).join('')
    return `<di:BPMNEdge id="${id}_di" bpmnElement="${id}">${points}</di:BPMNEdge>`
  })
  return `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:wp="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="t"><bpmn:process id="p">${flow.join('')}${ways.join('')}</bpmn:process><di:BPMNDiagram id="g"><di:BPMNPlane id="l" bpmnElement="p">${shapes.join('')}${edges.join('')}</di:BPMNPlane></di:BPMNDiagram></bpmn:definitions>`
}

interface Modeler {
  importXML(xml: string): Promise<unknown>
  // Its services have no types in the browser build.
  get(name: 'canvas'): {
    zoom(to: number | string): void
    scrollToElement(element: object, padding: number): void
  }
  get(name: 'elementRegistry'): { get(id: string): object }
  get(name: 'copyPaste'): { copy(elements: readonly object[]): void; paste(to: object): void }
}

declare global {
  interface Window {
    BpmnJS?: new (options: object) => Modeler
    bpmn?: Modeler
  }
}

async function importDiagram(xml: string): Promise<number> {
  const modeler = new window.BpmnJS!({ container: '#c' })
  window.bpmn = modeler
  const started = performance.now()
  await modeler.importXML(xml)
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      void scheduler.postTask(() => resolve(performance.now() - started), { priority: 'user-blocking' })
    }),
  )
}

function pasteSteps(): void {
  const registry = window.bpmn!.get('elementRegistry')
  const steps = Array.from({ length: 200 }, (_, i) => registry.get(`step_${i}`))
  window.bpmn!.get('copyPaste').copy(steps)
  window.bpmn!.get('copyPaste').paste({ element: registry.get('p'), point: { x: 2000, y: -1500 } })
}
