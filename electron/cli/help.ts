// The help texts of the command line, made from the commands themselves.
import type { CliCommand } from './command.ts'

/** `baton --help`. */
export function generalHelp(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Baton: see where people belong in an AI workflow, prove it, and export it.',
    '',
    'Usage: baton COMMAND [options] FILE…      “-” is standard input or output',
    '',
    ...commands.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`),
    '',
    'baton COMMAND --help says more. Exit code: 0 clean, 1 findings, 2 could not run.',
    '',
  ].join('\n')
}

/** `baton COMMAND --help`. */
export function commandHelp({ usage, says, options }: CliCommand): string {
  const rows = Object.entries(options).map(
    ([name, { short, value, says: about }]) =>
      [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, about] as const,
  )
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return [
    says,
    '',
    `Usage: baton ${usage}`,
    ...(rows.length > 0 ? ['', ...rows.map(([left, about]) => `  ${left.padEnd(width)}  ${about}`)] : []),
    '',
  ].join('\n')
}

/** The name that is at most two edits away from what was typed. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: editDistance(typed.slice(0, 40), name) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= 2 ? best.name : undefined
}

// Levenshtein distance, one row at a time.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap))
    }
    row = next
  }
  return row[b.length]!
}
