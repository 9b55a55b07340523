// What a bench is: something of ours, its rivals, and how they should compare in one run.

/** One repetition. The time it takes counts, unless it answers with a number of milliseconds of its own. */
export type Repetition = () => unknown

/** Takes what has to be closed after the last repetition. */
export type CloseLater = (close: () => unknown) => void

export interface Bench {
  readonly name: string
  /**
   * Prepares our side, from the sources in `root`: the checkout, or another revision of it.
   */
  ours(root: string, closeLater: CloseLater): Promise<Repetition>
  /** Prepares each rival, by name. */
  readonly rivals?: Readonly<Record<string, (closeLater: CloseLater) => Promise<Repetition>>>
  readonly repetitions: number
  readonly goals: readonly Goal[]
}

/** Goals speak of medians. */
export type Goal =
  | { readonly kind: 'at-most'; readonly milliseconds: number }
  | { readonly kind: 'times-faster'; readonly factor: number; readonly than: string }
