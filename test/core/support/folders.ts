// Fresh folders for tests, removed when the test has ended.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export function freshFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
