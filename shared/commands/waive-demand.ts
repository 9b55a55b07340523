// Accepts the risk of one action without the handoff that it needs; a later waiver for the same step replaces it.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { placingOf, withPlacing } from './placing.ts'
import { WaiverSchema } from '../model/placing.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('waiveDemand'), waiver: WaiverSchema })
type WaiveDemand = DeepReadonly<z.input<typeof schema>>

export const waiveDemand: Edit<WaiveDemand> = {
  type: 'waiveDemand',
  schema,
  label: () => 'accept risk',
  apply(workflow, { waiver }) {
    const missing = missingIds(workflow.steps, [waiver.step], 'step', () => 'waiver.step')
    if (missing.length > 0) return refusal(missing)
    const placing = placingOf(workflow)
    const others = placing.waivers.filter(({ step }) => step !== waiver.step)
    return ok(withPlacing(workflow, { ...placing, waivers: [...others, waiver] }))
  },
}
