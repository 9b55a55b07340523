// What an SQL text does, from the first word of each of its statements.
import type { EffectName } from '../support/effects.ts'
import { heavier } from '../support/effects.ts'

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
  const text = sql
    .slice(0, 50_000)
    .replace(/--[^\n]*/g, ' ')
    .replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, ' ')
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
