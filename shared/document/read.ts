// Text to workflow: every fault with its path, and never half a document.
import { checkReferences } from './references.ts'
import { checkSchema } from './schema-faults.ts'
import { inCanonicalOrder } from './order.ts'
import { looksLike, looksLikeText } from './looks-like.ts'
import { addFaults, capped, isEnough, noFaults, toldFaults } from './faults.ts'
import type { FaultList } from './faults.ts'
import { quoted } from './path.ts'
import { parseJson } from './parse-json.ts'
import type { ParsedJson } from './parse-json.ts'
import { migrate } from './versions/migrate.ts'
import type { RawDocument, Versions } from './versions/migrate.ts'
import { versionSteps } from './versions/index.ts'
import { FORMAT_VERSION, WorkflowSchema } from '../model/workflow.ts'
import type { Workflow } from '../model/workflow.ts'
import { ok, refused } from '../support/result.ts'
import type { z } from 'zod'
import type { Fault, Result } from '../support/result.ts'

export interface OpenedDocument {
  /** In canonical order: entries by id. */
  readonly workflow: Workflow
  /** True: it may be looked at but neither edited nor written, because writing would lose something. */
  readonly readOnly: boolean
  readonly readOnlyBecause?: string
  /** The version that the text has, where it was brought up to today's. */
  readonly migratedFrom?: number
}

const VERSIONS: Versions = { current: FORMAT_VERSION, steps: versionSteps }

/** Reads a `*.handoff` text. Refuses with all faults at once, at most 100 and a count of the rest. */
export function readDocument(text: string): Result<OpenedDocument> {
  return readVersioned(text, VERSIONS)
}

/** The same for a given list of versions, so that tests can plant steps that do not exist yet. */
export function readVersioned(text: string, versions: Versions): Result<OpenedDocument> {
  const parsed = parseJson(text)
  if (!parsed.ok) return noJson(text, parsed.faults)
  const header = readHeader(parsed.value.value)
  if (!header.ok) return header
  const { document, version } = header.value
  if (version > versions.current) return readNewer(document, version, versions)
  const current = migrate(document, version, versions)
  if (!current.ok) return current
  const workflow = readWorkflow(current.value)
  if (!workflow.ok) return workflow
  return ok(opened(workflow.value, parsed.value, version < versions.current ? version : undefined))
}

/** The workflow in a JSON value of the current version, checked and in canonical order. */
export function readWorkflow(value: unknown): Result<Workflow> {
  const shaped = checkParts(value)
  if (!shaped.ok) return shaped
  const faults = checkReferences(shaped.value)
  if (faults.length > 0) return { ok: false, faults: capped(faults) }
  return ok(inCanonicalOrder(shaped.value))
}

/** Collections entry by entry: collecting the faults of all of them at once takes gigabytes for a hostile file. */
function checkParts(value: unknown): Result<Workflow> {
  const faults = noFaults()
  const lists = COLLECTIONS.filter((name) => Array.isArray(member(value, name)))
  const rest = checkSchema(
    WorkflowSchema,
    lists.length > 0 ? { ...(value as object), ...emptied(lists) } : value,
  )
  if (!rest.ok) addFaults(faults, rest.faults)
  const checked = lists.map((name) => {
    const schema = WorkflowSchema.shape[name].unwrap().element
    return [name, checkEntries(schema, member(value, name) as unknown[], name, faults)] as const
  })
  if (!rest.ok || faults.count > 0) return { ok: false, faults: toldFaults(faults) }
  return ok({ ...rest.value, ...(Object.fromEntries(checked) as Partial<Workflow>) })
}

function checkEntries(
  schema: z.ZodType,
  list: readonly unknown[],
  name: string,
  faults: FaultList,
): readonly unknown[] {
  const checked: unknown[] = []
  for (const [i, entry] of list.entries()) {
    if (isEnough(faults)) break
    if (CHECKED.get(entry as object) === name) {
      checked.push(entry)
      continue
    }
    const result = checkSchema(schema, entry, [name, i])
    if (!result.ok) {
      addFaults(faults, result.faults)
      continue
    }
    checked.push(result.value)
    CHECKED.set(result.value as object, name)
  }
  return checked
}

/**
 * Entries that have been checked, and as what. Nobody changes an entry, so that a patch costs no more than what it
 * puts; the others stay the objects that they were.
 */
const CHECKED = new WeakMap<object, string>()

function emptied(names: readonly string[]): Readonly<Record<string, readonly never[]>> {
  return Object.fromEntries(names.map((name) => [name, []]))
}

function member(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? (value as RawDocument)[name] : undefined
}

function opened(
  workflow: Workflow,
  { inexact }: ParsedJson,
  migratedFrom: number | undefined,
): OpenedDocument {
  const from = migratedFrom === undefined ? {} : { migratedFrom }
  if (!inexact) return { workflow, readOnly: false, ...from }
  const readOnlyBecause = `${inexact.path}: ${inexact.message}, so saving would change it`
  return { workflow, readOnly: true, readOnlyBecause, ...from }
}

function readNewer(document: RawDocument, version: number, versions: Versions): Result<OpenedDocument> {
  const why = `this file has version ${version} of the format, and this Baton knows ${versions.current}`
  const workflow = readWorkflow(document)
  if (workflow.ok) return ok({ workflow: workflow.value, readOnly: true, readOnlyBecause: why })
  return refused({ path: 'version', message: `${why}; it cannot be shown` }, ...workflow.faults)
}

function noJson(text: string, faults: readonly Fault[]): Result<OpenedDocument> {
  const guess = looksLikeText(text)
  if (!guess) return refused(...faults)
  return refused({ path: '', message: `this is no Baton document; it looks like ${guess}` }, ...faults)
}

function readHeader(value: unknown): Result<{ readonly document: RawDocument; readonly version: number }> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return noDocument(value, 'expected an object')
  const document = value as RawDocument
  const { format, version } = document
  if (format === undefined) return noDocument(value, 'is missing: expected "handoff"', 'format')
  if (format !== 'handoff') return noDocument(value, `expected "handoff", got ${shown(format)}`, 'format')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused({ path: 'version', message: `expected a whole number from 1, got ${shown(version)}` })
  }
  return ok({ document, version })
}

function noDocument<T>(value: unknown, message: string, path = ''): Result<T> {
  const guess = looksLike(value)
  return refused({ path, message: guess ? `${message}; this looks like ${guess}` : message })
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'string' ? quoted(value) : quoted(JSON.stringify(value))
}

const COLLECTIONS = ['parties', 'steps', 'transitions', 'handoffs', 'dispositions', 'scenarios'] as const
