// The end of every edit: what changed is checked against the format and put into canonical order.
import { refusal } from './entries.ts'
import { MAX_DEEP_ENTRIES, MAX_ENTRIES } from '../document/limits.ts'
import { inCanonicalOrder } from '../document/order.ts'
import { pathText } from '../document/path.ts'
import { checkReferences } from '../document/references.ts'
import { checkSchema } from '../document/schema-faults.ts'
import { BriefSchema } from '../model/brief.ts'
import { DispositionSchema } from '../model/disposition.ts'
import { HandoffSchema } from '../model/handoff.ts'
import { OriginSchema } from '../model/origin.ts'
import { PartySchema } from '../model/party.ts'
import { PlacingSchema } from '../model/placing.ts'
import { TextSchema } from '../model/primitives.ts'
import { RulePacksSchema } from '../model/rule-pack.ts'
import { ScenarioSchema } from '../model/scenario.ts'
import { StepSchema } from '../model/step.ts'
import { TransitionSchema } from '../model/transition.ts'
import { ProfileSchema } from '../model/profile.ts'
import { NoteSchema, PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { z } from 'zod'
import type { PathPart } from '../document/path.ts'
import type { Fault, Result } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

/**
 * `after` as a document that the format allows, or what is wrong with it. Only entries that `before` does not have
 * are checked one by one; ids and references are checked across the whole. Costs O(size), about 1 ms for 1,000 steps.
 */
export function settle(before: Workflow, after: Workflow): Result<Workflow> {
  const faults: Fault[] = []
  const part = (schema: z.ZodType, old: unknown, value: unknown, path: readonly PathPart[]) =>
    old === value ? value : checked(schema, value, path, faults)
  const entries = <T>(
    schema: z.ZodType,
    old: readonly T[],
    list: readonly T[],
    path: readonly PathPart[],
  ) => {
    if (sameEntries(old, list)) return old
    if (list.length > MAX_ENTRIES)
      faults.push({ path: path.join('.'), message: `at most ${MAX_ENTRIES} entries` })
    const known = new Set(old)
    return list.map((entry, i) => (known.has(entry) ? entry : checked(schema, entry, [...path, i], faults)))
  }
  const layoutOf = (layout: Workflow['layout']) => ({
    ...layout,
    steps: positions(before.layout.steps, layout.steps, faults),
    notes: entries(NoteSchema, before.layout.notes, layout.notes, ['layout', 'notes']),
  })
  const next = {
    ...after,
    name: part(TextSchema, before.name, after.name, ['name']),
    description: part(TextSchema, before.description, after.description, ['description']),
    brief: part(BriefSchema, before.brief, after.brief, ['brief']),
    parties: entries(PartySchema, before.parties, after.parties, ['parties']),
    steps: entries(StepSchema, before.steps, after.steps, ['steps']),
    transitions: entries(TransitionSchema, before.transitions, after.transitions, ['transitions']),
    handoffs: entries(HandoffSchema, before.handoffs, after.handoffs, ['handoffs']),
    dispositions: entries(DispositionSchema, before.dispositions, after.dispositions, ['dispositions']),
    scenarios: entries(ScenarioSchema, before.scenarios, after.scenarios, ['scenarios']),
    profile: part(ProfileSchema, before.profile, after.profile, ['profile']),
    ...(after.placing !== undefined && {
      placing: part(PlacingSchema, before.placing, after.placing, ['placing']),
    }),
    ...(after.rulePacks !== undefined && {
      rulePacks: part(RulePacksSchema, before.rulePacks, after.rulePacks, ['rulePacks']),
    }),
    ...(after.origin !== undefined && {
      origin: part(OriginSchema, before.origin, after.origin, ['origin']),
    }),
    layout: before.layout === after.layout ? after.layout : layoutOf(after.layout),
  } as Workflow
  if (sameParts(before, next)) return ok(before)
  const wrong = faults.length > 0 ? faults : checkReferences(next)
  return wrong.length > 0 ? refusal(wrong) : ok(inCanonicalOrder(next))
}

function sameEntries<T>(old: readonly T[], list: readonly T[]): boolean {
  return old === list || (old.length === list.length && old.every((entry, i) => entry === list[i]))
}

type Positions = Workflow['layout']['steps']

/** One by one, because checking all thousand positions of a layout again makes dragging one of them slow. */
function positions(old: Positions, next: Positions, faults: Fault[]): Positions {
  if (old === next) return old
  for (const [id, point] of Object.entries(next)) {
    if (old[id] !== point) checked(PointSchema, point, ['layout', 'steps', id], faults)
  }
  return next
}

/** An edit that changes nothing is no edit: it must not fill the undo stack. */
function sameParts(before: Workflow, next: Workflow): boolean {
  return Object.keys({ ...before, ...next }).every((key) => before[key] === next[key])
}

function checked(schema: z.ZodType, value: unknown, path: readonly PathPart[], faults: Fault[]): unknown {
  const result = checkSchema(schema, value, path)
  const found = result.ok ? longLists(result.value, path) : result.faults
  for (const fault of found) faults.push(fault)
  return result.ok ? result.value : value
}

/** Lists within an entry that are longer than reading would accept. */
function longLists(value: unknown, path: readonly PathPart[]): readonly Fault[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value) && value.length > MAX_DEEP_ENTRIES) {
    return [{ path: pathText(path), message: `at most ${MAX_DEEP_ENTRIES} entries` }]
  }
  return Object.entries(value).flatMap(([key, member]) => longLists(member, [...path, key]))
}
