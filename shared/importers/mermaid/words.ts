// What the words of a drawing say about where a run begins and ends.
import { headOf } from '../../tagging/names.ts'

const STARTS =
  /^(?:start|begin|webhook|trigger|schedule[d]?|cron|daily|hourly|every|when|on new|incoming|new)\b|\b(?:webhook|trigger)\b/i
const ENDS =
  /^(?:end|done|finish(?:ed)?|complete[d]?|stop(?:ped)?|exit|success|closed|terminate[d]?|failed|failure|rejected|declined)\b|\b(?:complete[d]?|done|end)$/i

export function soundsLikeStart(label: string): boolean {
  return STARTS.test(headOf(label))
}

export function soundsLikeEnd(label: string): boolean {
  return ENDS.test(headOf(label))
}

/** How a run went that ends here, by the word on the end. */
export function outcomeOf(label: string): 'ok' | 'stopped' | 'failed' {
  if (/\b(?:fail\w{0,4}|error)\b/i.test(label)) return 'failed'
  return /\b(?:reject\w{0,3}|declin\w{0,3}|stop\w{0,4}|cancel\w{0,4}|abort\w{0,2}|deni\w{0,2})\b/i.test(label)
    ? 'stopped'
    : 'ok'
}
