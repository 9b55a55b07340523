// Installs the packages that the lock file names, if they are not there, and nothing else.
import { setUpThenRun } from './setup.mjs'

await setUpThenRun(new URL('./report-node.mjs', import.meta.url), [])
