// The only way to change a workflow: a command in, the next workflow or a refusal out.
import { edits } from './index.ts'
import { plainJson } from './plain-json.ts'
import { settle } from './settle.ts'
import { checkSchema } from '../document/schema-faults.ts'
import { FORMAT_VERSION } from '../model/workflow.ts'
import { refused } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Command } from './index.ts'
import type { Result } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

/**
 * The workflow after `command`. Entries that do not change keep their identity. Refuses, with the path of the
 * argument, whatever would leave a document that cannot be read back; `workflow` itself is never changed.
 */
export function applyCommand(workflow: Workflow, command: Command): Result<Workflow> {
  if (workflow.version > FORMAT_VERSION) {
    return refused({ path: 'version', message: 'a document of a newer version is read-only' })
  }
  const plain = plainJson(command)
  if (!plain.ok) return plain
  const next = run(workflow, plain.value)
  if (!next.ok || next.value === workflow) return next
  return settle(workflow, next.value)
}

/** Lower-case words that follow "Undo": `delete 3 steps`. */
export function commandLabel(command: Command): string {
  return editOf(command.type)!.label(command)
}

// Commands also come from outside of the type checker (another program, a stored macro), so their shape is checked.
function run(workflow: Workflow, command: unknown): Result<Workflow> {
  const edit = editOf(typeOf(command))
  if (!edit) return refused({ path: 'type', message: 'is no command that Baton knows' })
  const checked = checkSchema(edit.schema, command)
  if (!checked.ok) return checked
  return edit.apply(workflow, checked.value as Command, run)
}

function typeOf(command: unknown): unknown {
  return typeof command === 'object' && command !== null && 'type' in command ? command.type : undefined
}

function editOf(type: unknown): Edit<Command> | undefined {
  if (typeof type !== 'string' || !Object.hasOwn(edits, type)) return undefined
  // The table pairs each type with its own edit; the compiler cannot follow a look-up by a type known at run time.
  return edits[type as Command['type']] as unknown as Edit<Command>
}
