// Who can stand behind a party: the people, models and services that may act in its name.
import type { Party } from '../model/party.ts'
import type { Workflow } from '../model/workflow.ts'

/** Everybody who may act for some party. */
export interface Pool {
  /** One text for each: equal for the same person, whatever party they act for. */
  readonly known: ReadonlySet<string>
  /** Parties of whom nobody has said how many they are; there is always one more of those. */
  readonly open: ReadonlySet<string>
}

/** More than this many unnamed people in one role make no difference to any quorum that anybody writes. */
const MOST_UNNAMED = 50

/** Everybody who may act for a party, or is named besides. A party that the document does not list is an open one. */
export function poolOf(workflow: Workflow, role: string | undefined, users: readonly string[] = []): Pool {
  const known = new Set<string>()
  const open = new Set<string>()
  const seen = new Set<string>()
  const add = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    const party = workflow.parties.find((other) => other.id === id)
    if (!party) open.add(id)
    else if (party.kind !== 'role' && party.kind !== 'team') known.add(personOf(workflow, party.id))
    else if (party.members) for (const member of party.members) addMember(member)
    else if (party.staff === undefined) open.add(id)
    else for (let i = 1; i <= Math.min(party.staff, MOST_UNNAMED); i++) known.add(`${id} ${i}`)
  }
  const addMember = (member: string): void => {
    if (workflow.parties.some(({ id }) => id === member)) add(member)
    else known.add(personOf(workflow, member))
  }
  if (role !== undefined) add(role)
  for (const user of users) known.add(personOf(workflow, user))
  return { known, open }
}

/** The models and services in a pool. */
export function machinesIn(workflow: Workflow, { known }: Pool): readonly Party[] {
  return workflow.parties.filter(({ id, kind }) => (kind === 'model' || kind === 'service') && known.has(id))
}

/** True where one and the same may act for both. */
export function canBeOne(a: Pool, b: Pool): boolean {
  return [...a.known].some((one) => b.known.has(one)) || [...a.open].some((party) => b.open.has(party))
}

// A person may be written as a party of their own or by name; both are the same person.
function personOf(workflow: Workflow, text: string): string {
  const party = workflow.parties.find(
    ({ id, name, kind }) => id === text || (kind === 'person' && name === text),
  )
  return party?.id ?? text
}
