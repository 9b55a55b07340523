#!/usr/bin/env node
// `npx baton …` in a checkout: hands over to the command line proper, under the project's own Node.
// Plain JavaScript for Node 20, because this file is what the machine's own Node starts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const COULD_NOT_RUN = 2
const NODE_MAJOR = 24

const root = new URL('../../', import.meta.url)
const node = findNode()

if (node === undefined || !existsSync(new URL('node_modules/zod', root))) {
  console.error('baton: the packages are not installed; run "npm install" in the checkout first.')
  process.exitCode = COULD_NOT_RUN
} else {
  handOver(node)
}

function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = fileURLToPath(new URL(`node_modules/node/bin/${file}`, root))
  if (existsSync(own)) return own
  return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR ? process.execPath : undefined
}

function handOver(/** @type {string} */ program) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(program, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl+C in a terminal reaches the child by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`baton: ${program} could not be started: ${error.message}`)
    process.exitCode = COULD_NOT_RUN
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
