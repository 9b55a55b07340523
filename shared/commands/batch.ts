// Several commands as one edit: all of them, or none.
import { z } from 'zod'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'

const schema = z.strictObject({
  type: z.literal('batch'),
  label: z.string().min(1).max(200),
  commands: z.array(z.unknown()),
})

/** `C` is any command; the list that knows them all says so. */
export interface Batch<C> {
  readonly type: 'batch'
  /** For the undo menu, in the words of the other commands: `accept 3 suggestions`. */
  readonly label: string
  readonly commands: readonly C[]
}

export const batch: Edit<Batch<unknown>> = {
  type: 'batch',
  schema,
  label: ({ label }) => label,
  apply(workflow, { commands }, run) {
    let next = workflow
    for (const [i, command] of commands.entries()) {
      const result = run(next, command)
      if (!result.ok)
        return { ok: false, faults: result.faults.map((fault) => below(fault, `commands[${i}]`)) }
      next = result.value
    }
    return ok(next)
  },
}

function below({ path, message }: { readonly path: string; readonly message: string }, parent: string) {
  return { path: path === '' || path.startsWith('[') ? `${parent}${path}` : `${parent}.${path}`, message }
}
