// Ids from names, unique within one list. Unlike looking for the next free number each time, the cost stays linear
// when a hostile file gives 20,000 nodes the same name.
import { slug } from '../../support/ids.ts'

/** A function that answers with an id nobody has had before, made of the given name. */
export function idMaker(fallback: string): (name: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (name) => {
    const wanted = slug(name.slice(0, 400), fallback)
    for (;;) {
      const count = (next.get(wanted) ?? 0) + 1
      next.set(wanted, count)
      const id = count === 1 ? wanted : `${wanted}_${count}`
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
}
