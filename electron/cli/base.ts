// The other side of a comparison: a git revision of the same file, or another file.
import path from 'node:path'
import { readDocument } from '../../shared/document/read.ts'
import { differenceOf } from '../../shared/diff/difference.ts'
import { compareSides } from '../../shared/diff/sides.ts'
import { HostError } from '../../shared/host/wire.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Difference, Loosening } from '../../shared/model/difference.ts'
import { SEVERITIES } from '../../shared/model/finding.ts'
import type { Severity } from '../../shared/model/finding.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Missing, RevisionFile } from '../core/files/git-revision.ts'
import { readRevision } from '../core/files/git-revision.ts'
import { analysisToday } from './analysis.ts'
import { UsageError } from './command.ts'
import type { Terminal } from './command.ts'
import { faultText, InputError, readInput, STDIN } from './input.ts'

/** From which severity on the exit code is 1. */
export const LIMITS = ['error', 'warning', 'info', 'never'] as const
export type Limit = (typeof LIMITS)[number]

/** True where something of this severity makes the exit code 1. */
export function fails({ severity }: { readonly severity: Severity }, limit: Limit): boolean {
  return limit !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit)
}

/** True where something looser than before makes the exit code 1. */
export function anyFails(loosened: readonly Loosening[], limit: Limit): boolean {
  return loosened.some((each) => fails(each, limit))
}

/**
 * The workflow that `file` is compared with; undefined where the revision does not hold the file, which is new then. A
 * revision comes before a file of that name: a file called like a branch must not take its place. Throws a UsageError
 * for a name that is neither, an InputError for a text that cannot be read.
 */
export async function readBase(
  file: string,
  reference: string,
  terminal: Terminal,
): Promise<Workflow | undefined> {
  if (reference === '' || reference.startsWith('-'))
    throw new UsageError(`--base ${reference}: give a git revision or a file.`)
  const revision = await revisionOf(file, reference, terminal)
  if (revision === 'file') return undefined
  if (typeof revision === 'object') return parsed(revision.text, `${reference}:${file}`)
  try {
    return (await readInput(reference, terminal)).workflow
  } catch (error) {
    if (!(error instanceof InputError) || !isMissing(error)) throw error
    throw new UsageError(`--base ${reference}: ${NEITHER[revision]}, and there is no such file.`)
  }
}

const NEITHER: Readonly<Record<Exclude<Missing, 'file'> | 'name', string>> = {
  git: 'git is not installed',
  repository: 'the workflow is in no git repository',
  revision: 'the repository has no such revision',
  name: 'this is no name of a revision',
}

async function revisionOf(
  file: string,
  reference: string,
  { folder }: Terminal,
): Promise<RevisionFile | Missing | 'name'> {
  if (file === STDIN) return 'repository'
  try {
    return await readRevision(path.resolve(folder, file), reference)
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    if (error.code === 'bad-input') return 'name'
    const { missing } = (error.details ?? {}) as { readonly missing?: Missing }
    if (missing === undefined) throw error
    return missing
  }
}

function isMissing({ cause }: InputError): boolean {
  return cause instanceof HostError && cause.code === 'not-found'
}

function parsed(text: string, name: string): Workflow {
  const opened = readDocument(text)
  if (opened.ok) return opened.value.workflow
  const imported = importText(text, { name: path.basename(name, path.extname(name)) })
  if (imported.ok) return imported.value.workflow
  throw new InputError(name, faultText(opened.faults))
}

/** The difference of two workflows, both judged as of today. */
export async function differenceToday(
  before: Workflow,
  after: Workflow,
  analysis?: Analysis,
): Promise<Difference> {
  const sides = compareSides(before, after)
  return differenceOf(sides, {
    before: await analysisToday(sides.before),
    after: analysis ?? (await analysisToday(sides.after)),
  })
}
