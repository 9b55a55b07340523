// How long people's queues are: waits, time-outs, and the hours in which nobody is there (PLACEMENT.md 4.2). One unit
// of time throughout, whichever the caller counts in.

export interface QueueInput {
  /** Arrivals in one unit of time. */
  readonly arrivals: number
  /** What one person settles in one unit of time. */
  readonly rate: number
  readonly staff: number
}

export interface QueueFigures {
  /** Share of the time that people are busy; 1 and more has no steady state. */
  readonly utilisation: number
  /** Probability that one has to wait at all (Erlang C). */
  readonly waits: number
  /** Mean wait of all, those that do not wait included; Infinity where the queue grows without end. */
  readonly meanWait: number
  /** Mean number that waits: arrivals × mean wait (Little 1961). */
  readonly meanQueue: number
}

/** M/M/c. Without staff, or with more to do than people can, everybody waits for ever. */
export function queue({ arrivals, rate, staff }: QueueInput): QueueFigures {
  if (arrivals <= 0) return { utilisation: 0, waits: 0, meanWait: 0, meanQueue: 0 }
  const utilisation = staff > 0 && rate > 0 ? arrivals / (staff * rate) : Infinity
  if (utilisation >= 1) return { utilisation, waits: 1, meanWait: Infinity, meanQueue: Infinity }
  const waits = erlangC(arrivals / rate, staff)
  const meanWait = waits / (staff * rate - arrivals)
  return { utilisation, waits, meanWait, meanQueue: arrivals * meanWait }
}

/** Probability of waiting longer than `time` in M/M/c: C·e^(−(cμ − λ)·t). */
export function waitsLonger(input: QueueInput, time: number): number {
  const { utilisation, waits } = queue(input)
  if (utilisation >= 1) return 1
  return waits * Math.exp(-(input.staff * input.rate - input.arrivals) * time)
}

/** M/D/1: mean wait where every review takes the same time. Infinity from full load on. */
export function meanWaitConstant(arrivals: number, rate: number): number {
  const load = arrivals / rate
  return load >= 1 ? Infinity : load / (2 * rate * (1 - load))
}

export interface ImpatientFigures {
  /** Share that gives up before anybody comes. */
  readonly abandons: number
  readonly meanQueue: number
}

/** Erlang A: as M/M/c, and each that waits gives up at the rate `patience` (its mean time-out is 1 / patience). */
export function impatientQueue(input: QueueInput & { readonly patience: number }): ImpatientFigures {
  const { arrivals, rate, staff, patience } = input
  if (arrivals <= 0) return { abandons: 0, meanQueue: 0 }
  if (staff * rate <= 0 && patience <= 0) return { abandons: 1, meanQueue: Infinity }
  // Weights of the states of the birth and death process, kept below overflow by dividing as they grow.
  let weight = 1
  let total = 1
  let waiting = 0
  for (let n = 1; n < MOST_STATES; n++) {
    weight *= arrivals / (Math.min(n, staff) * rate + Math.max(0, n - staff) * patience)
    total += weight
    waiting += Math.max(0, n - staff) * weight
    if (weight > LARGE) {
      total /= LARGE
      waiting /= LARGE
      weight /= LARGE
    }
    if (n > staff && weight < total * NEGLIGIBLE) break
  }
  const meanQueue = waiting / total
  return { abandons: Math.min(1, (patience * meanQueue) / arrivals), meanQueue }
}

/**
 * Mean wait of each class where the more consequential goes first, the most urgent class first (Cobham 1954, one rate for
 * all): W_0 / ((1 − σ_{k−1})(1 − σ_k)). Infinity for a class that is never reached.
 */
export function meanWaitByPriority(
  arrivals: readonly number[],
  { rate, staff }: Pick<QueueInput, 'rate' | 'staff'>,
): readonly number[] {
  const total = arrivals.reduce((sum, each) => sum + each, 0)
  const capacity = rate * staff
  // Past full load the urgent classes still have a wait; its residual work is that of people who are always busy.
  const busy = total < capacity ? erlangC(total / rate, staff) : 1
  const residual = total > 0 ? busy / capacity : 0
  let served = 0
  return arrivals.map((each) => {
    const before = served / capacity
    served += each
    const after = served / capacity
    return after >= 1 ? Infinity : residual / ((1 - before) * (1 - after))
  })
}

/** Erlang C: probability of finding everybody busy, for `load` = arrivals / rate below `staff`. */
export function erlangC(load: number, staff: number): number {
  // Erlang B by its recursion, which neither overflows nor subtracts.
  let blocked = 1
  for (let k = 1; k <= staff; k++) blocked = (load * blocked) / (k + load * blocked)
  return blocked / (1 - (load / staff) * (1 - blocked))
}

/** Mean time until somebody is on duty, for what comes at any moment of a period with these gaps without anybody. */
export function meanWaitForDuty(gaps: readonly number[], period: number): number {
  return gaps.reduce((sum, gap) => sum + (gap * gap) / 2, 0) / period
}

/** Probability that it is longer than `time` until somebody is on duty. */
export function waitsForDuty(gaps: readonly number[], period: number, time: number): number {
  return gaps.reduce((sum, gap) => sum + Math.max(0, gap - time), 0) / period
}

const MOST_STATES = 1_000_000
const LARGE = 1e200
const NEGLIGIBLE = 1e-17
