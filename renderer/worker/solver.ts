// Loads the solver of integer programs, once, when a workflow first needs it. It is compiled code: the worker's own
// content security policy allows it to be compiled there and nowhere else.
import wasmUrl from 'highs/runtime?url'
import { solverOf } from '../../shared/placement/solver.ts'
import type { Solver } from '../../shared/placement/solver.ts'

let loading: Promise<Solver> | undefined

/** The solver. Rejects where the module cannot be loaded; the next call tries again. */
export function loadSolver(): Promise<Solver> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Solver> {
  const { default: start } = await import('highs')
  return solverOf(await start({ locateFile: () => wasmUrl }))
}
