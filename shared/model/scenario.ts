// A run that was recorded or written down, so that it can be played again.
import { z } from 'zod'
import { IdSchema, TextSchema } from './primitives.ts'
import { DECISIONS } from './scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** Not before this many events: only where several branches run at once, and the order of choices matters. */
const EventSchema = z.number().int().min(0).optional()

/** One choice of a run: which way a step is left, which tool is called, or what the person at a handoff does. */
export const ScriptEntrySchema = z.union(
  [
    z.looseObject({ take: IdSchema, event: EventSchema }),
    z.looseObject({ call: IdSchema, event: EventSchema }),
    z.looseObject({ decide: z.enum(DECISIONS), handoff: IdSchema.optional(), event: EventSchema }),
    z.looseObject({ silence: z.literal(true), handoff: IdSchema.optional(), event: EventSchema }),
  ],
  {
    error: 'expected { "take": transition }, { "call": step }, { "decide": decision } or { "silence": true }',
  },
)

export const ScenarioSchema = z.looseObject({
  id: IdSchema,
  name: TextSchema,
  seed: z.number().int().min(0).max(0xffff_ffff).default(1),
  /** What the conditions of handoffs are answered for. Without values every handoff with a condition is asked. */
  values: z.record(z.string(), z.json()).optional(),
  script: z.array(ScriptEntrySchema).default([]),
})

export type ScriptEntry = DeepReadonly<z.output<typeof ScriptEntrySchema>>
export type Scenario = DeepReadonly<z.output<typeof ScenarioSchema>>
