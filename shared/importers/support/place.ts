// Places in a text, as editors show them.

/** `line:column` of an offset, both counted from 1. */
export type Places = (offset: number) => string

/** The places of `text`. Its lines are counted once, when the first place is asked for; each place is a short search. */
export function placesIn(text: string): Places {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return `${low + 1}:${Math.max(0, offset) - starts[low]! + 1}`
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
