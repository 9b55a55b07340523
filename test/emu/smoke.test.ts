// The smoke test itself must never say passed where nothing ran, and must never download.
import { execFile } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder } from '../core/support/folders.ts'

function smoke(variables: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...variables }
    execFile(
      process.execPath,
      [path.resolve('test/smoke/electron.smoke.mjs')],
      { env },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err })
      },
    )
  })
}

it('says NOT RUN and exits with 77 where there is no program', async () => {
  const { code, output } = await smoke({ BATON_ELECTRON: '/nowhere/electron' })
  expect([code, output]).toEqual([77, expect.stringContaining('ELECTRON SMOKE TEST: NOT RUN')])
})

it('fails where a program was demanded', async () => {
  expect(await smoke({ BATON_ELECTRON: '/nowhere', BATON_REQUIRE_ELECTRON: '1' })).toMatchObject({ code: 1 })
})

it.skipIf(process.platform === 'win32')('says FAILED when the program is none', async () => {
  const program = path.join(freshFolder(), 'electron')
  writeFileSync(program, '#!/bin/sh\nexit 3\n')
  chmodSync(program, 0o755)
  const { code, output } = await smoke({ BATON_ELECTRON: program })
  expect([code, output]).toEqual([1, expect.stringContaining('ELECTRON SMOKE TEST FAILED')])
})
