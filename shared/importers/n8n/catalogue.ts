// Looks a node type up in our tables; what no table names is told from the shape of its name, or is unknown.
import { AI_TYPES } from './catalogue-ai.ts'
import { CORE_TYPES } from './catalogue-core.ts'
import { MESSAGE_TYPES } from './catalogue-messages.ts'
import { RECORD_TYPES } from './catalogue-records.ts'
import { SERVICE_TYPES } from './catalogue-services.ts'
import type { SourceNode } from './source.ts'
import type { TypeEntry } from './types.ts'

const TABLES = [CORE_TYPES, MESSAGE_TYPES, RECORD_TYPES, SERVICE_TYPES, AI_TYPES]

/** What we know about a node's type; undefined when we know nothing (a community node, a new type, a stand-in). */
export function entryOf(node: SourceNode): TypeEntry | undefined {
  for (const table of TABLES) if (Object.hasOwn(table, node.base)) return table[node.base]
  if (node.base === 'lc:chatTrigger' || node.base === 'lc:manualChatTrigger') return CHAT
  if (node.base.endsWith('Trigger')) return TRIGGER
  return undefined
}

const TRIGGER: TypeEntry = {
  role: 'start',
  uncertainty: { level: 1, label: 'untrusted', why: 'what comes in is not checked' },
}
const CHAT: TypeEntry = {
  role: 'start',
  uncertainty: { level: 1, label: 'untrusted', why: 'whoever chats may write anything' },
}

/** What people would call the type: its title in our table, else the words of its name. */
export function titleOf(node: SourceNode): string {
  const title = entryOf(node)?.title
  if (title) return title
  const name = node.base.replace(/^lc:/, '').split('.').at(-1) ?? node.base
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').slice(0, 60)
}
