// `npm test`: sets up what is missing, and runs every check there is.
import { setUpThenRun } from './setup.mjs'

await setUpThenRun(new URL('./run-checks.mjs', import.meta.url), process.argv.slice(2))
