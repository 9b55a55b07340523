// A layered layout for what is too large or too tangled for the careful one: the same idea without the fine work.
// Layers by longest way from the start (loops opened first), order by barycentres (Sugiyama, Tagawa & Toda 1981),
// rows by the mean of the neighbours. Cost: about O((steps + ways) · log), a few milliseconds at 1,000 steps.
import type { Size } from './sizes.ts'

export interface QuickLayout {
  readonly sizes: readonly Size[]
  /** Pairs of positions in `sizes`. Ways from a box to itself are left out by the caller. */
  readonly ways: readonly (readonly [number, number])[]
  readonly layerGap: number
  readonly rowGap: number
}

type Spot = readonly [x: number, y: number]

const SWEEPS = 6

/** Top left corners, in the order of `sizes`. No two boxes overlap. */
export function quickLayers(input: QuickLayout): readonly Spot[] {
  const forward = withoutLoops(input)
  const layers = layersOf(input.sizes.length, forward)
  const around = neighbours(input.sizes.length, forward)
  const ordered = orderedLayers(layers, around)
  return placed(input, ordered, around)
}

// Depth first from box 0 on: a way back to a box that is still open closes a loop, and is turned round.
function withoutLoops({ sizes, ways }: QuickLayout): readonly (readonly [number, number])[] {
  const out: number[][] = sizes.map(() => [])
  for (const [from, to] of ways) out[from]!.push(to)
  const state = new Uint8Array(sizes.length)
  const forward: (readonly [number, number])[] = []
  for (let root = 0; root < sizes.length; root++) {
    if (state[root] !== 0) continue
    const path = [root]
    const next = [0]
    state[root] = 1
    while (path.length > 0) {
      const at = path.at(-1)!
      const to = out[at]![next[next.length - 1]!++]
      if (to === undefined) {
        state[at] = 2
        path.pop()
        next.pop()
      } else if (state[to] === 1) forward.push([to, at])
      else {
        forward.push([at, to])
        if (state[to] === 2) continue
        state[to] = 1
        path.push(to)
        next.push(0)
      }
    }
  }
  return forward
}

function layersOf(count: number, forward: readonly (readonly [number, number])[]): number[][] {
  const out: number[][] = Array.from({ length: count }, () => [])
  const missing = new Int32Array(count)
  for (const [from, to] of forward) {
    out[from]!.push(to)
    missing[to]!++
  }
  const layer = new Int32Array(count)
  const ready = Array.from({ length: count }, (_, i) => i).filter((i) => missing[i] === 0)
  for (const at of ready) {
    for (const to of out[at]!) {
      layer[to] = Math.max(layer[to]!, layer[at]! + 1)
      if (--missing[to]! === 0) ready.push(to)
    }
  }
  const layers: number[][] = []
  for (let i = 0; i < count; i++) (layers[layer[i]!] ??= []).push(i)
  return layers
}

function neighbours(
  count: number,
  forward: readonly (readonly [number, number])[],
): readonly (readonly number[])[] {
  const around: number[][] = Array.from({ length: count }, () => [])
  for (const [from, to] of forward) {
    around[from]!.push(to)
    around[to]!.push(from)
  }
  return around
}

function orderedLayers(
  layers: number[][],
  around: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const place = new Float64Array(around.length)
  const number = (layer: readonly number[]): void =>
    layer.forEach((box, i) => (place[box] = (i + 0.5) / layer.length))
  layers.forEach(number)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const turn = sweep % 2 === 0 ? layers : layers.toReversed()
    for (const layer of turn) {
      const wanted = new Map(layer.map((box) => [box, mean(around[box]!, place) ?? place[box]!]))
      layer.sort((a, b) => wanted.get(a)! - wanted.get(b)! || a - b)
      number(layer)
    }
  }
  return layers
}

function placed(
  { sizes, layerGap, rowGap }: QuickLayout,
  layers: readonly (readonly number[])[],
  around: readonly (readonly number[])[],
): readonly Spot[] {
  const middle = new Float64Array(sizes.length)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed())
      stack(layer, { sizes, rowGap, middle, around })
  }
  const spots: Spot[] = []
  let x = 0
  for (const layer of layers) {
    const width = layer.reduce((most, box) => Math.max(most, sizes[box]!.width), 0)
    for (const box of layer) {
      const size = sizes[box]!
      spots[box] = [x + (width - size.width) / 2, middle[box]! - size.height / 2]
    }
    x += width + layerGap
  }
  return spots
}

interface Stacking {
  readonly sizes: readonly Size[]
  readonly rowGap: number
  /** Height of the middle of every box; the layer's own are changed. */
  readonly middle: Float64Array
  readonly around: readonly (readonly number[])[]
}

// Each box goes to the height that its neighbours ask for, pushed down where the one above is in the way; then the
// whole layer is moved by what that pushed it too low on average.
function stack(layer: readonly number[], { sizes, rowGap, middle, around }: Stacking): void {
  const wanted = layer.map((box) => mean(around[box]!, middle) ?? middle[box]!)
  let free = -Infinity
  let excess = 0
  layer.forEach((box, i) => {
    const half = sizes[box]!.height / 2
    middle[box] = Math.max(wanted[i]!, free + half)
    excess += middle[box] - wanted[i]!
    free = middle[box] + half + rowGap
  })
  for (const box of layer) middle[box]! -= excess / layer.length
}

function mean(boxes: readonly number[], of: Float64Array): number | undefined {
  if (boxes.length === 0) return undefined
  return boxes.reduce((sum, box) => sum + of[box]!, 0) / boxes.length
}
