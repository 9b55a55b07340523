// What an SQL text does, from the first word of each of its statements.
import type { EffectName } from '../../tagging/effects.ts'
import { heavier } from '../../tagging/effects.ts'

const STATEMENTS: Readonly<Record<string, EffectName>> = {
  select: 'read',
  with: 'read',
  show: 'read',
  explain: 'read',
  describe: 'read',
  set: 'none',
  begin: 'none',
  commit: 'none',
  insert: 'write',
  update: 'write',
  merge: 'write',
  replace: 'write',
  copy: 'write',
  create: 'write',
  call: 'execute',
  delete: 'delete',
  drop: 'delete',
  truncate: 'delete',
  alter: 'delete',
  grant: 'permission',
  revoke: 'permission',
}

/** The heaviest statement in `sql`; undefined when it cannot be read, because it is put together at run time. */
export function effectOfSql(sql: string): EffectName | undefined {
  const text = withoutComments(sql.slice(0, 50_000))
  let found: EffectName | undefined
  for (const statement of text.replace(/^=/, '').split(';')) {
    const words: readonly string[] = statement.toLowerCase().match(/[a-z]+/g) ?? []
    const first = words[0]
    if (first === undefined) continue
    if (/^\s*(?:\{\{|\$)/.test(statement) || !Object.hasOwn(STATEMENTS, first)) return undefined
    let effect = STATEMENTS[first]!
    // A common table expression may end in a statement that writes.
    if (first === 'with') {
      for (const word of ['insert', 'update', 'merge', 'delete']) {
        if (words.includes(word)) effect = heavier(effect, STATEMENTS[word]!)
      }
    }
    found = found === undefined ? effect : heavier(found, effect)
  }
  return found
}

/** SQL without its comments. By hand: a pattern would walk a text of unclosed comments again and again. */
function withoutComments(sql: string): string {
  const parts: string[] = []
  let at = 0
  while (at < sql.length) {
    const next = /--|\/\*/g
    next.lastIndex = at
    const found = next.exec(sql)
    if (!found) break
    parts.push(sql.slice(at, found.index))
    const end = found[0] === '--' ? sql.indexOf('\n', found.index) : sql.indexOf('*/', found.index + 2)
    at = end < 0 ? sql.length : found[0] === '--' ? end : end + 2
  }
  parts.push(sql.slice(at))
  return parts.join(' ')
}
