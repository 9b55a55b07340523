// `npm run screens`: takes the pictures of the screens anew, for the help and for the test that holds the looks against them.
import { spawnSync } from 'node:child_process'

const args = ['run', '--config', 'vitest.browser.config.ts', 'test/browser/screens.test.ts']
const { status } = spawnSync('vitest', args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, BATON_KEEP_SCREENS: '1' },
})
process.exitCode = status ?? 1
