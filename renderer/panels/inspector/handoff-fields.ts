// What the groups of fields of a handoff share.
import type { Workflow } from '../../../shared/model/workflow.ts'

export interface HandoffFieldsProps {
  readonly workflow: Workflow
  readonly handoff: Workflow['handoffs'][number]
}

/** `whole` with members set, or taken away where they are null; null when nothing is left. */
export function withMembers<T extends object>(whole: T | undefined, change: object): T | null {
  const entries = Object.entries({ ...whole, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return entries.length === 0 ? null : (Object.fromEntries(entries) as T)
}
