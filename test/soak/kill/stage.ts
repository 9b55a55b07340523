// Sets up what the kill test runs: the bundled host in an installation of its own, with a page that edits.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { planting } from './defects.ts'
import type { DefectName } from './defects.ts'

export type StagePage = 'editing' | 'app'

/** The file to run with Node. `defect: null` is the product as it is. */
export async function buildStage(
  folder: string,
  { defect, page }: { readonly defect: DefectName | null; readonly page: StagePage },
): Promise<string> {
  mkdirSync(path.join(folder, 'out'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"version":"0.0.0","type":"module"}')
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction')
  const host = path.join(folder, 'out/host/host.js')
  await bundle('electron/local-host/main.ts', host, defect)
  if (page === 'editing') await stageEditingPage(folder)
  else {
    for (const part of ['resources', 'out/renderer'])
      symlinkSync(path.resolve(part), path.join(folder, part), 'junction')
  }
  return host
}

async function stageEditingPage(folder: string): Promise<void> {
  mkdirSync(path.join(folder, 'resources/samples'), { recursive: true })
  mkdirSync(path.join(folder, 'out/renderer'), { recursive: true })
  writeFileSync(path.join(folder, 'resources/samples/index.json'), '[]')
  const page = '<!doctype html><title>Edits</title><script type="module" src="/page.js"></script>'
  writeFileSync(path.join(folder, 'out/renderer/index.html'), page)
  await bundle('test/soak/kill/page.ts', path.join(folder, 'out/renderer/page.js'), null)
}

async function bundle(input: string, file: string, defect: DefectName | null): Promise<void> {
  const made = await rolldown({
    input,
    platform: input.startsWith('electron') ? 'node' : 'browser',
    external: [/^node:/, 'better-sqlite3', 'bufferutil', 'utf-8-validate'],
    plugins: defect === null ? [] : [planting(defect)],
  })
  await made.write({ file, format: 'esm' })
  await made.close()
}
