// An n8n workflow as its file has it, brought into one shape: nodes by number, connections between numbers.
import type { JsonObject } from '../support/value.ts'

export interface SourceNode {
  readonly index: number
  /** JSON pointer into the file. */
  readonly place: string
  /** As the file has it, where it has one. */
  readonly id: string | undefined
  readonly name: string
  /** As in the file: `n8n-nodes-base.gmailTool`. */
  readonly type: string
  /** Short name in our table: `gmail`, `lc:agent`; community nodes keep their whole type. */
  readonly base: string
  /** It is the copy of an app's node that an agent may call. */
  readonly tool: boolean
  /** It stops an agent's tool call until a person agrees. */
  readonly review: boolean
  readonly version: number
  readonly parameters: JsonObject
  readonly disabled: boolean
  readonly position: readonly [number, number] | undefined
  readonly note: string
  readonly onError: 'stop' | 'go-on' | 'error-output'
  readonly retry: { readonly tries: number; readonly waitMs: number } | undefined
  /** Named by a connection but not in the file. */
  readonly ghost: boolean
}

export interface SourceEdge {
  readonly from: number
  readonly to: number
  /** `main`, `error`, or what a part is to its parent: `ai_tool`, `ai_languageModel` … */
  readonly kind: string
  readonly output: number
  readonly input: number
  readonly place: string
}

/** Kinds of connection along which a run moves; all others join a part to its parent. */
export function isFlow(edge: SourceEdge): boolean {
  return edge.kind === 'main' || edge.kind === 'error'
}
