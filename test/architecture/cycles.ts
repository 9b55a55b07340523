// Finds rings of files that import each other, types included: a ring cannot be read from one end.
import { allImports } from './imports.ts'
import type { Files } from './source-files.ts'

/** One line for every ring: its files, from the first by name. Tarjan's strongly connected components, iteratively. */
export function importCycles(files: Files): readonly string[] {
  const edges = importGraph(files)
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const rings: string[] = []
  for (const start of edges.keys()) {
    if (!index.has(start)) visit(start)
  }
  return rings

  function enter(file: string): void {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    onStack.add(file)
  }

  function visit(start: string): void {
    const path = [{ file: start, next: 0 }]
    enter(start)
    while (path.length > 0) {
      const top = path.at(-1)!
      const target = edges.get(top.file)?.[top.next++]
      if (target === undefined) {
        path.pop()
        leave(top.file, path.at(-1)?.file)
      } else if (!index.has(target)) {
        enter(target)
        path.push({ file: target, next: 0 })
      } else if (onStack.has(target)) {
        low.set(top.file, Math.min(low.get(top.file)!, index.get(target)!))
      }
    }
  }

  function leave(file: string, parent: string | undefined): void {
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(file)!))
    if (low.get(file) !== index.get(file)) return
    const ring = stack.splice(stack.indexOf(file))
    for (const one of ring) onStack.delete(one)
    const itself = edges.get(file)?.includes(file) === true
    if (ring.length > 1 || itself) rings.push(`import each other in a ring: ${ring.toSorted().join(', ')}`)
  }
}

function importGraph(files: Files): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>([...files.keys()].map((file) => [file, []]))
  for (const one of allImports(files)) {
    if (one.file !== undefined && files.has(one.file)) edges.get(one.from)?.push(one.file)
  }
  return edges
}
