#!/usr/bin/env node
// `npx baton …` in a checkout: hands over to the command line proper, under the project's own Node.
// Plain JavaScript for Node 20, because this file is what the machine's own Node starts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inProject, NODE_MAJOR, projectNode } from '../build/project.mjs'

const COULD_NOT_RUN = 2

const node = projectNode()

if (!existsSync(inProject('node_modules/zod'))) {
  fail('the packages are not installed; run "npm install" in the checkout first.')
} else if (node === undefined) {
  fail(`this needs Node ${NODE_MAJOR} or newer, and the packages bring none for this machine.`)
} else {
  handOver(node)
}

function fail(/** @type {string} */ reason) {
  console.error(`baton: ${reason}`)
  process.exitCode = COULD_NOT_RUN
}

function handOver(/** @type {string} */ program) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  // Kept between runs, what Node makes of our sources halves the time until the first command does something.
  const env = { NODE_COMPILE_CACHE: inProject('node_modules/.cache/baton/compiled'), ...process.env }
  const child = spawn(program, [main, ...process.argv.slice(2)], { stdio: 'inherit', env })
  // Ctrl+C in a terminal reaches the child by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    fail(`${program} could not be started: ${error.message}`)
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
