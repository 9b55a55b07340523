// What the optimiser asks of a solver of integer programs. The solver itself is handed in: it is a compiled module
// that somebody has to load, and this core loads nothing.

export interface Limits {
  /** Time, after which the best answer so far is given. */
  readonly seconds: number
  /** Nodes of the search tree; unlike time they are the same on every machine. */
  readonly nodes: number
}

/** What came out of a program that has an answer. */
export interface Solved {
  /** True when nothing better exists. */
  readonly optimal: boolean
  readonly objective: number
  /** No answer is better than this. */
  readonly bound: number
  /** Value of each named column that is not 0. */
  readonly values: ReadonlyMap<string, number>
}

/** Solves a program in the LP format. Undefined where it found no answer within the limits. */
export type Solver = (program: string, limits: Limits) => Solved | undefined

/** The part of the HiGHS module that is used, as its package describes it. */
export interface HighsModule {
  createModel(source: { readonly format: 'lp'; readonly data: string }): HighsModel
}

interface HighsModel {
  readonly options: { set(name: string, value: number): unknown }
  readonly info: { get(name: string): number | bigint }
  run(): unknown
  getModelStatus(): number
  getSolution(): { readonly colValue: ArrayLike<number> }
  getDimensions(): { readonly numCols: number }
  getColName(index: number): string
  dispose(): void
}

/** HiGHS's own numbers: proven best, and an answer that is good enough for it to stop looking (there is none here). */
const OPTIMAL = 7
/** Info `primal_solution_status`: there is an answer that keeps every rule. */
const FEASIBLE = 2

/** A solver of the loaded module. Single-threaded and without chance: the same program gives the same answer. */
export function solverOf(highs: HighsModule): Solver {
  return (program, { seconds, nodes }) => {
    const model = highs.createModel({ format: 'lp', data: program })
    try {
      model.options.set('time_limit', seconds)
      model.options.set('mip_max_nodes', nodes)
      model.options.set('mip_rel_gap', 0)
      model.options.set('mip_abs_gap', 1e-9)
      model.options.set('mip_feasibility_tolerance', 1e-9)
      model.run()
      const objective = Number(model.info.get('objective_function_value'))
      if (Number(model.info.get('primal_solution_status')) !== FEASIBLE) return undefined
      const optimal = model.getModelStatus() === OPTIMAL
      const bound = optimal ? objective : Number(model.info.get('mip_dual_bound'))
      return { optimal, objective, bound, values: valuesOf(model) }
    } finally {
      model.dispose()
    }
  }
}

function valuesOf(model: HighsModel): ReadonlyMap<string, number> {
  const { colValue } = model.getSolution()
  const values = new Map<string, number>()
  for (let column = 0; column < model.getDimensions().numCols; column++) {
    const value = colValue[column]!
    if (value !== 0) values.set(model.getColName(column), value)
  }
  return values
}
