// A workflow that is too entangled for the exact way is solved by the solver, in the worker, under the page's own content
// security policy: only the worker's may compile WebAssembly.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openApp } from './support/app-window.ts'
import { entangledWorkflow } from '../placement/structured.ts'
import { writeDocument } from '../../shared/document/write.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'baton-solver-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('says that nothing is cheaper, and how it was found', async () => {
  const file = path.join(folder, 'entangled.handoff')
  writeFileSync(file, writeDocument(entangledWorkflow({ steps: 60, ways: 3, seed: 2 })))
  const { page, complaints, close } = await openApp({ files: [file] })
  try {
    await page.getByRole('tab', { name: 'Proof' }).click()
    await page.getByText('solved as an integer programme, which proves its bound', { exact: false }).waitFor()
    expect(await page.evaluate(compiles)).toBe('CompileError')
    expect(complaints.filter((text) => !text.includes('wasm'))).toEqual([])
  } finally {
    await close()
  }
})

// In the page: the smallest module that there is.
async function compiles(): Promise<string> {
  const { WebAssembly: wasm } = globalThis as unknown as {
    WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> }
  }
  try {
    await wasm.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))
    return 'compiled'
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}
