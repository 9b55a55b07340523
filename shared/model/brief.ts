// The task definition: what the run is for, what it may not do, and when it is good enough.
import { z } from 'zod'
import { TextSchema } from './primitives.ts'
import { STRENGTHS } from './scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const EnvelopeSchema = z.looseObject({
  level: z.enum(STRENGTHS),
  cap: z.number().min(0).optional(),
  expires: z.string().max(40).optional(),
})

export const BriefSchema = z.looseObject({
  objective: TextSchema.default(''),
  constraints: z.array(TextSchema).default([]),
  successCondition: TextSchema.default(''),
  riskTolerance: z.enum(['low', 'moderate', 'high']).default('moderate'),
  nonNegotiables: z.array(TextSchema).default([]),
  owner: TextSchema.default(''),
  domains: z.array(TextSchema).default([]),
  envelope: EnvelopeSchema.nullable().default(null),
})

export type Brief = DeepReadonly<z.output<typeof BriefSchema>>
