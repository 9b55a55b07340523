// A small installation for hosts under test: a page, one sample, a version.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Installation } from '../../../electron/core/installation.ts'

export const SAMPLE_TEXT = '{"format":"handoff","version":1}\n'

export function installIn(folder: string): Installation {
  const rendererFolder = path.join(folder, 'out/renderer')
  const samplesFolder = path.join(folder, 'resources/samples')
  mkdirSync(rendererFolder, { recursive: true })
  mkdirSync(samplesFolder, { recursive: true })
  writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html><title>Page</title><p>page</p>')
  writeFileSync(path.join(rendererFolder, 'app.js'), 'document.title = "ran"')
  writeFileSync(path.join(folder, 'secret.json'), '{}')
  const sample = { id: 'refunds', file: 'refunds.handoff', name: 'Refunds', description: 'One.' }
  writeFileSync(path.join(samplesFolder, 'index.json'), JSON.stringify([sample]))
  writeFileSync(path.join(samplesFolder, 'refunds.handoff'), SAMPLE_TEXT)
  return { rendererFolder, samplesFolder, version: '1.2.3' }
}
