// Rules that no handoff is ever suggested at a place.
import { z } from 'zod'
import { placingOf, withPlacing } from './placing.ts'
import { PlaceSchema, placeKey } from '../model/handoff.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('forbidPlace'), at: PlaceSchema })
type ForbidPlace = DeepReadonly<z.input<typeof schema>>

export const forbidPlace: Edit<ForbidPlace> = {
  type: 'forbidPlace',
  schema,
  label: () => 'never suggest a handoff here',
  apply(workflow, { at }) {
    const placing = placingOf(workflow)
    if (placing.forbidden.some((place) => placeKey(place) === placeKey(at))) return ok(workflow)
    return ok(withPlacing(workflow, { ...placing, forbidden: [...placing.forbidden, at] }))
  },
}
