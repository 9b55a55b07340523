// A list that the host keeps: asked for once, and again on demand.
import { useCallback, useEffect, useState } from 'react'

export interface HostList<T> {
  /** Null until the first answer. */
  readonly items: readonly T[] | null
  readonly error: string | null
  readonly again: () => void
}

/** `ask` must be the same function on every render. */
export function useHostList<T>(ask: () => Promise<readonly T[]>): HostList<T> {
  const [items, setItems] = useState<readonly T[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const again = useCallback(() => {
    ask().then(setItems, (problem: unknown) =>
      setError(problem instanceof Error ? problem.message : String(problem)),
    )
  }, [ask])
  useEffect(again, [again])
  return { items, error, again }
}
