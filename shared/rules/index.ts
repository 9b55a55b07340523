// The list of rules. A rule exists when it is on this list, and a test complains about a file that is not.
import { ambiguityPause } from './ambiguity-pause.ts'
import { exceptionQueue } from './exception-queue.ts'
import { recoveryDecision } from './recovery-decision.ts'
import { taskDefinition } from './task-definition.ts'
import type { Rule } from './types.ts'

export const RULES: readonly Rule[] = [taskDefinition, exceptionQueue, ambiguityPause, recoveryDecision]
