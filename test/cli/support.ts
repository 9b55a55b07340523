// Runs the command line as a person would: a process of its own, with its exit code and what it prints.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { writeDocument } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { approvalBefore, BRIEF, payment, sketch } from '../../shared/rules/example.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder that is gone after the tests of this file. */
export const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `baton …` in `folder`. */
export function baton(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Writes a file into `folder` and answers its name. */
export function file(name: string, content: string | Uint8Array | Workflow): string {
  const text = typeof content === 'string' || content instanceof Uint8Array ? content : writeDocument(content)
  writeFileSync(path.join(folder, name), text)
  return name
}

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const

/** Pays without asking anybody. */
export const OPEN = sketch(steps, ways, { brief: BRIEF })
/** The same with an approval. */
export const COVERED = sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] })
