// A team's own rules as data: when a rule speaks, what it says, and examples that show both. Kept whole in the document,
// so that the version that is in force is the one that is written there.
import { z } from 'zod'
import { SEVERITIES } from './finding.ts'
import { TextSchema } from './primitives.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** What a rule is asked about, one by one. */
export const PACK_SUBJECTS = ['step', 'transition', 'handoff', 'document'] as const
export type PackSubject = (typeof PACK_SUBJECTS)[number]

const NameSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'expected letters, digits, dots and hyphens, at most 64, such as finance-2',
  )
const LineSchema = z.string().min(1, 'may not be empty').max(500, 'may have at most 500 characters')

const ExampleSchema = z.looseObject({
  says: TextSchema.optional(),
  /** Facts of the subject; those that are not given are as if nobody had said. */
  facts: z.record(z.string(), z.json()),
})

export const PackRuleSchema = z.looseObject({
  id: NameSchema,
  title: LineSchema,
  explanation: z.string().max(5000).default(''),
  for: z.enum(PACK_SUBJECTS),
  /** FEEL: a yes makes a finding. */
  when: z.string().min(1, 'may not be empty').max(2000, 'may have at most 2,000 characters'),
  severity: z.enum(SEVERITIES),
  /** What is said; `{name}` stands for a fact. */
  message: LineSchema,
  examples: z
    .looseObject({
      mustFire: z.array(ExampleSchema).max(50).default([]),
      mustNotFire: z.array(ExampleSchema).max(50).default([]),
    })
    .prefault({}),
})

function refuseRepeatedIds(rules: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  rules.forEach(({ id }, i) => {
    const message = `“${id}” is already the id of another rule of this pack`
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [i, 'id'], message })
    seen.add(id)
  })
}

export const RulePackSchema = z.looseObject({
  id: NameSchema,
  version: z.string().min(1, 'may not be empty').max(40, 'may have at most 40 characters'),
  title: LineSchema,
  description: z.string().max(5000).optional(),
  rules: z.array(PackRuleSchema).max(100, 'a pack may have at most 100 rules').superRefine(refuseRepeatedIds),
})

export const RulePacksSchema = z.array(RulePackSchema).max(20, 'a document may have at most 20 rule packs')

/** A `*.rules.json` file: a pack, and what says that it is one. */
export const RULES_FORMAT = 'handoff-rules'
export const RULES_VERSION = 1
export const RulesFileSchema = RulePackSchema.extend({
  format: z.literal(RULES_FORMAT),
  formatVersion: z.literal(RULES_VERSION),
})

export type PackRule = DeepReadonly<z.output<typeof PackRuleSchema>>
export type PackExample = DeepReadonly<z.output<typeof ExampleSchema>>
export type RulePack = DeepReadonly<z.output<typeof RulePackSchema>>

/** The name of a rule of a pack, as findings and the profile call it. */
export function packRuleName(pack: Pick<RulePack, 'id'>, rule: Pick<PackRule, 'id'>): string {
  return `${pack.id}/${rule.id}`
}
