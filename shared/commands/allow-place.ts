// Takes the ruling back that no handoff is ever suggested at a place.
import { z } from 'zod'
import { placingOf, withPlacing } from './placing.ts'
import { PlaceSchema, placeKey } from '../model/handoff.ts'
import { ok, refused } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('allowPlace'), at: PlaceSchema })
type AllowPlace = DeepReadonly<z.input<typeof schema>>

export const allowPlace: Edit<AllowPlace> = {
  type: 'allowPlace',
  schema,
  label: () => 'allow handoffs here again',
  apply(workflow, { at }) {
    const placing = placingOf(workflow)
    const forbidden = placing.forbidden.filter((place) => placeKey(place) !== placeKey(at))
    if (forbidden.length === placing.forbidden.length)
      return refused({ path: 'at', message: 'handoffs are allowed at this place' })
    return ok(withPlacing(workflow, { ...placing, forbidden }))
  },
}
