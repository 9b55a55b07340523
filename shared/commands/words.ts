// Words for the undo menu.

/** `step`, or `3 steps`. */
export function counted(count: number, noun: string): string {
  return count === 1 ? noun : `${count} ${noun}s`
}

/** A name in quotes, short enough for a menu; `otherwise` where there is none. */
export function named(name: string | undefined, otherwise: string): string {
  if (name === undefined || name === '') return otherwise
  return `“${name.length > 40 ? `${name.slice(0, 39)}…` : name}”`
}

/** Steps and notes together, leaving out what there is none of: `3 steps and note`. */
export function countedThings(steps: number, notes: number): string {
  if (notes === 0) return counted(steps, 'step')
  return steps === 0 ? counted(notes, 'note') : `${counted(steps, 'step')} and ${counted(notes, 'note')}`
}
