// Reads a file as a git revision holds it. Runs git without a shell, and so that nothing the repository says is carried
// out: a folder that somebody sent may be a repository whose settings name programs.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { MAX_DOCUMENT_BYTES } from '../../../shared/host/contract.ts'
import { HostError } from '../../../shared/host/wire.ts'

/** What is not there: git itself, a repository around the file, the revision, or the file in that revision. */
export type Missing = 'git' | 'repository' | 'revision' | 'file'

export interface RevisionFile {
  readonly text: string
  /** The commit, in full. */
  readonly commit: string
}

const TIME_LIMIT_MS = 10_000

// What git itself allows in the names of revisions, without `:` (which names a file) and without a leading `-`.
const REVISION = /^(?!-)[^\s:\p{Cc}]{1,400}$/u

/**
 * The file under `revision` (a branch, a tag, a commit, `HEAD~2`). Throws a HostError: bad-input for what can be no
 * revision; not-found, with what is missing as `details: { missing }`; too-large; io.
 */
export async function readRevision(file: string, revision: string): Promise<RevisionFile> {
  if (!REVISION.test(revision))
    throw new HostError('bad-input', `“${revision}” cannot be the name of a revision.`)
  const folder = path.dirname(file)
  const name = path.basename(file)
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree'])
  if (!inside.ok || inside.out.toString().trim() !== 'true')
    throw missing('repository', `${name} is in no git repository.`)
  const found = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  const commit = found.out.toString().trim()
  if (!found.ok || !/^[0-9a-f]{40,64}$/.test(commit))
    throw missing('revision', `The repository has no revision “${revision}”.`)
  // Not `git show`, which would run the programs that the repository names for showing such a file.
  const blob = await git(folder, ['cat-file', 'blob', `${commit}:./${name}`])
  if (!blob.ok) throw missing('file', `${name} is not in ${revision}.`)
  return { text: decoded(blob.out, name), commit }
}

interface Ran {
  readonly ok: boolean
  readonly out: Buffer
}

function git(folder: string, args: readonly string[]): Promise<Ran> {
  const all = ['-C', folder, '-c', 'safe.bareRepository=explicit', '--no-pager', ...args]
  const options = {
    // Not in the folder of the document: where the system looks for programs there first, it would run one called git.
    cwd: import.meta.dirname,
    env: environment(),
    encoding: 'buffer',
    maxBuffer: MAX_DOCUMENT_BYTES,
    timeout: TIME_LIMIT_MS,
    windowsHide: true,
  } as const
  return new Promise((resolve, reject) => {
    execFile('git', all, options, (error, out) => {
      if (!error) return resolve({ ok: true, out })
      if (error.code === 'ENOENT') return reject(missing('git', 'git is not installed.'))
      if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        return reject(new HostError('too-large', 'That revision of the file is too long to be read.'))
      if (error.killed === true) return reject(new HostError('io', 'git did not answer in time.'))
      resolve({ ok: false, out })
    })
  })
}

/** Ours without what points git elsewhere, as in a hook; nothing is asked of a person and nothing is fetched. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  }
}

function missing(what: Missing, message: string): HostError {
  return new HostError('not-found', message, { missing: what })
}

function decoded(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HostError('bad-input', `${name} is not text in UTF-8 in that revision.`)
  }
}
