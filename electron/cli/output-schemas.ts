// What every command prints with `--format json`. The JSON Schemas in resources/schema are made from these, and the
// tests hold the output of the real commands against those files.
import { z } from 'zod'
import { ReviewingSchema } from '../../shared/model/attention.ts'
import { DispositionSchema } from '../../shared/model/disposition.ts'
import { DifferenceSchema } from '../../shared/model/difference.ts'
import { FindingSchema } from '../../shared/model/finding.ts'
import { ParetoCurveSchema } from '../../shared/model/pareto.ts'
import { CertificateSchema, PlacementSchema } from '../../shared/model/placement.ts'
import { SensitivitySchema } from '../../shared/model/sensitivity.ts'
import { STRENGTHS } from '../../shared/model/scales.ts'
import { RUN_OUTCOMES } from '../../shared/simulate/monte-carlo.ts'
import { OUTPUT_VERSION } from './output.ts'

const VersionSchema = z.literal(OUTPUT_VERSION)

const CounterexampleSchema = z.strictObject({
  action: z.string(),
  missing: z.enum(STRENGTHS),
  carried: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  path: z.array(z.string()),
  transitions: z.array(z.string()),
})

const CountSchema = z.number().int().min(0)

const CheckedFileSchema = z.strictObject({
  file: z.string(),
  /** Those that nobody has set aside. */
  findings: z.array(FindingSchema),
  dismissed: CountSchema,
  /** What was decided: set aside by status; come back; decided about a place that is gone. */
  decisions: z.strictObject({
    accepted: CountSchema,
    dismissed: CountSchema,
    'covered-by': CountSchema,
    snoozed: CountSchema,
    returned: CountSchema,
    orphaned: CountSchema,
  }),
  /** With `--show-dismissed`. */
  aside: z.array(z.strictObject({ finding: FindingSchema, disposition: DispositionSchema })).optional(),
  orphaned: z.array(DispositionSchema).optional(),
  covered: z.boolean(),
  counterexamples: z.array(CounterexampleSchema),
  placement: PlacementSchema,
  /** What people are asked, and are likely to catch, each figure with its range. */
  reviewing: ReviewingSchema,
  /** Only with `--sensitivity`. */
  sensitivity: SensitivitySchema.optional(),
  /** Only with `--base`; what is looser than there counts like a finding. Without a difference the file is new. */
  base: z.strictObject({ reference: z.string(), difference: DifferenceSchema.optional() }).optional(),
})

/** A file that could not be read: one text for each fault, with its place. */
const UnreadableFileSchema = z.strictObject({ file: z.string(), faults: z.array(z.string()).min(1) })

const CheckSchema = z.strictObject({
  version: VersionSchema,
  files: z.array(z.union([CheckedFileSchema, UnreadableFileSchema])),
})

const DiffSchema = z.strictObject({ version: VersionSchema, ...DifferenceSchema.shape })

const SuggestSchema = z.strictObject({
  version: VersionSchema,
  placement: PlacementSchema,
  certificate: CertificateSchema,
  reviewing: ReviewingSchema,
  /** With --pareto. */
  pareto: ParetoCurveSchema.optional(),
})

const VerifySchema = z.strictObject({
  version: VersionSchema,
  covered: z.boolean(),
  faults: z.array(
    z.strictObject({
      message: z.string(),
      step: z.string().optional(),
      transition: z.string().optional(),
      walk: z.array(z.string()).optional(),
    }),
  ),
})

const EstimateSchema = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() })
const ShareSchema = z.strictObject({
  count: z.number().int().min(0),
  share: z.number(),
  low: z.number(),
  high: z.number(),
})

const OneRunSchema = z.strictObject({
  version: VersionSchema,
  runs: z.literal(1),
  seed: z.number().int(),
  outcome: z.enum(RUN_OUTCOMES),
  minutes: z.number(),
  humanMinutes: z.number(),
  events: z.number().int(),
  /** Choices of the scenario that never came up. */
  unused: z.number().int().min(0),
  trace: z.array(z.string()),
})

const ManyRunsSchema = z.strictObject({
  version: VersionSchema,
  /** Runs done. */
  runs: z.number().int().min(1),
  seed: z.number().int(),
  exact: z.strictObject({
    visits: z.record(z.string(), z.number()),
    prompts: z.number(),
    humanMinutes: z.number(),
    /** Why sampled figures come to others than these; empty: they come to these. */
    except: z.array(z.string()),
  }),
  sampled: z.strictObject({
    prompts: EstimateSchema,
    humanMinutes: EstimateSchema,
    minutes: EstimateSchema,
    outcomes: z.record(z.enum(RUN_OUTCOMES), ShareSchema),
    visits: z.record(z.string(), EstimateSchema),
  }),
  handoffs: z.record(
    z.string(),
    z.strictObject({ asked: EstimateSchema, rejected: ShareSchema, silent: EstimateSchema }),
  ),
  /** By party; the empty name for handoffs that name nobody. */
  reviewers: z.record(z.string(), z.strictObject({ prompts: z.number(), minutes: z.number() })),
})

const ReportItemsSchema = z.array(
  z.strictObject({
    message: z.string(),
    place: z.string(),
    step: z.string().optional(),
    count: z.number().int().optional(),
    change: z.strictObject({ steps: z.number().int(), transitions: z.number().int() }).optional(),
  }),
)

const ImportSchema = z.strictObject({
  version: VersionSchema,
  format: z.string(),
  source: z.strictObject({ nodes: z.number().int(), edges: z.number().int() }),
  steps: z.number().int(),
  transitions: z.number().int(),
  human: z.number().int(),
  repairs: ReportItemsSchema,
  guesses: ReportItemsSchema,
  blindSpots: ReportItemsSchema,
})

const ExportSchema = z.strictObject({
  version: VersionSchema,
  target: z.string(),
  /** Names of the files that were written; empty where `--strict` refused. */
  files: z.array(z.string()),
  losses: z.array(
    z.strictObject({
      handoff: z.string(),
      field: z.string(),
      verdict: z.enum(['weakened', 'lost']),
      why: z.string(),
    }),
  ),
})

const DismissSchema = z.strictObject({
  version: VersionSchema,
  /** Where the decisions are kept; null where there is no such file. */
  file: z.string().nullable(),
  dispositions: z.array(DispositionSchema),
})

/** By the name of the command. */
export const OUTPUT_SCHEMAS = {
  check: CheckSchema,
  suggest: SuggestSchema,
  verify: VerifySchema,
  diff: DiffSchema,
  simulate: z.union([OneRunSchema, ManyRunsSchema]),
  import: ImportSchema,
  export: ExportSchema,
  dismiss: DismissSchema,
} as const
