// What every edit is made of: its arguments as a schema, its words for the undo menu, and a pure function.
import type { z } from 'zod'
import type { Result } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

/**
 * One file of this folder, one entry of the list in `index.ts`. `C` is the command as given, `Checked` as the schema returns it: with its defaults filled in.
 */
export interface Edit<C extends { readonly type: string }, Checked = C> {
  readonly type: C['type']
  readonly schema: z.ZodType
  /** Lower case, fit to follow "Undo": `delete 3 steps`. */
  label(command: C): string
  /**
   * The next workflow, sharing every entry that did not change. May leave entries unsorted and unchecked:
   * whoever applies the command sorts and checks what changed. Answers the same workflow where nothing changes.
   */
  apply(workflow: Workflow, command: Checked, run: RunCommand): Result<Workflow>
}

/** Runs a command inside a command, without the check at the end. */
export type RunCommand = (workflow: Workflow, command: unknown) => Result<Workflow>
