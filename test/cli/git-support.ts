// A git repository in a folder of its own, for comparing with what it holds.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeDocument } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** Runs git in `folder`, with no settings but these. */
export function git(folder: string, ...args: readonly string[]): string {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const env = {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  }
  return execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8' })
}

/** A repository whose branch `main` holds `flow.handoff`. */
export function repository(folder: string, workflow: Workflow, name = 'flow.handoff'): string {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), writeDocument(workflow))
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'first')
  return folder
}
