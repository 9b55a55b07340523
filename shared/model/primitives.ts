// The small building blocks that the schemas of the format share.
import { z } from 'zod'
import { isDuration } from '../support/duration.ts'
import { MAX_ID_LENGTH } from '../support/ids.ts'

/** An id: any text of 1 to 200 characters without control characters, and never a key that JavaScript treats specially. */
export const IdSchema = z
  .string()
  .min(1, 'an id may not be empty')
  .max(MAX_ID_LENGTH, `an id may have at most ${MAX_ID_LENGTH} characters`)
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what this refuses
  .regex(/^[^\u0000-\u001f\u007f]*$/u, 'an id may not hold control characters')
  .refine((id) => id !== '__proto__', 'this id is reserved')

/** Free text that a person typed. The cap keeps one label from filling the memory of every view that shows it. */
export const TextSchema = z.string().max(100_000, 'a text may have at most 100,000 characters')

/** ISO 8601, weeks to seconds: `PT4H`, `P1D`. */
export const DurationSchema = z
  .string()
  .refine(isDuration, 'expected an ISO 8601 duration such as PT4H or P1D')

/** 0 to 1. */
export const ProbabilitySchema = z
  .number()
  .min(0, 'a probability is at least 0')
  .max(1, 'a probability is at most 1')

/** A JSON Schema, kept as it is: runtimes read it, Baton only carries it. */
export const JsonSchemaSchema = z.record(z.string(), z.json())
