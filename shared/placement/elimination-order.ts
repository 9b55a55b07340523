// In which order variables are eliminated: greedy min-fill, the variable whose elimination joins the fewest pairs
// that are not joined yet (Kjærulff 1990). The order decides how large the tables get.

interface Scoped {
  readonly scope: readonly number[]
}

/** Neighbourhoods beyond this size are not counted out: what is eliminated there is no table that fits anyway. */
const COUNTED = 64

/**
 * A permutation of the variables; undefined as soon as it leads to a table of more than `limit` entries, because finding
 * a good order on a dense network costs more than it gains. Near-linear on networks like those of workflows.
 */
export function eliminationOrder(
  domains: readonly number[],
  tables: readonly Scoped[],
  limit: number,
): readonly number[] | undefined {
  const neighbours = domains.map(() => new Set<number>())
  for (const { scope } of tables)
    for (const a of scope) for (const b of scope) if (a !== b) neighbours[a]!.add(b)
  const queue = bucketQueue(neighbours.map((around) => fillOf(around, neighbours)))
  const order: number[] = []
  for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
    order.push(v)
    const around = [...neighbours[v]!]
    if (around.reduce((entries, a) => entries * domains[a]!, domains[v]!) > limit) return undefined
    for (const a of joined(v, around, neighbours)) queue.move(a, fillOf(neighbours[a]!, neighbours))
  }
  return order
}

// Takes `v` out and joins its neighbours with each other; answers whose fill has changed.
function joined(v: number, around: readonly number[], neighbours: readonly Set<number>[]): Set<number> {
  const stale = new Set(around)
  for (const a of around) {
    neighbours[a]!.delete(v)
    for (const b of around) {
      if (a >= b || neighbours[a]!.has(b)) continue
      neighbours[a]!.add(b)
      neighbours[b]!.add(a)
      for (const c of neighbours[a]!) if (neighbours[b]!.has(c)) stale.add(c)
    }
  }
  neighbours[v]!.clear()
  return stale
}

function fillOf(around: ReadonlySet<number>, neighbours: readonly ReadonlySet<number>[]): number {
  if (around.size > COUNTED) return COUNTED ** 3 + around.size
  let missing = 0
  const list = [...around]
  for (let i = 0; i < list.length; i++) {
    for (let j = i + 1; j < list.length; j++) if (!neighbours[list[i]!]!.has(list[j]!)) missing++
  }
  // Among equal fills the smaller neighbourhood first: it is the cheaper table.
  return missing * COUNTED + list.length
}

interface Queue {
  readonly pop: () => number | undefined
  readonly move: (item: number, key: number) => void
}

// A priority queue of items by a small whole number. A moved item is listed again, and its old entry skipped later.
function bucketQueue(initial: readonly number[]): Queue {
  const keyOf = [...initial]
  const lists = new Map<number, number[]>()
  /** In descending order, smallest last; there are few distinct keys. */
  const keys: number[] = []
  const done = new Set<number>()
  const add = (item: number, key: number): void => {
    const list = lists.get(key)
    if (list) {
      list.push(item)
      return
    }
    lists.set(key, [item])
    let at = keys.length
    while (at > 0 && keys[at - 1]! < key) at--
    keys.splice(at, 0, key)
  }
  initial.forEach((key, item) => add(item, key))
  return {
    move(item, key) {
      if (done.has(item) || keyOf[item] === key) return
      keyOf[item] = key
      add(item, key)
    },
    pop() {
      while (keys.length > 0) {
        const key = keys[keys.length - 1]!
        const item = lists.get(key)!.pop()
        if (item === undefined) {
          keys.pop()
          lists.delete(key)
        } else if (!done.has(item) && keyOf[item] === key) {
          done.add(item)
          return item
        }
      }
      return undefined
    },
  }
}
