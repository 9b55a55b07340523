// Adds a party.
import { z } from 'zod'
import { idsOf, withId } from './entries.ts'
import { named } from './words.ts'
import { IdSchema } from '../model/primitives.ts'
import { PartySchema } from '../model/party.ts'
import { slug } from '../support/ids.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** Without an id it gets one made of its name. */
const NewSchema = PartySchema.extend({ id: IdSchema.optional() })
const schema = z.strictObject({ type: z.literal('addParty'), party: NewSchema })
type AddParty = DeepReadonly<z.input<typeof schema>>

export const addParty: Edit<AddParty> = {
  type: 'addParty',
  schema,
  label: ({ party }) => `add party ${named(party.name, '')}`.trimEnd(),
  apply(workflow, { party }) {
    const made = withId(party, slug(party.name, 'party'), idsOf(workflow.parties), 'party')
    return made.ok ? ok({ ...workflow, parties: [...workflow.parties, made.value] }) : made
  },
}
