// Runs the work on one path after another, so that two windows saving the same file cannot interleave.
export type PathQueue = <T>(path: string, work: () => Promise<T>) => Promise<T>

export function createPathQueue(): PathQueue {
  const last = new Map<string, Promise<unknown>>()
  return async (path, work) => {
    const previous = last.get(path) ?? Promise.resolve()
    const mine = previous.then(work, work)
    last.set(path, mine)
    try {
      return await mine
    } finally {
      if (last.get(path) === mine) last.delete(path)
    }
  }
}
