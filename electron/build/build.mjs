// `npm run build`: sets up what is missing, and builds what is stale (`--force`: everything).
import { setUpThenRun } from './setup.mjs'

await setUpThenRun(new URL('./build-app.mjs', import.meta.url), process.argv.slice(2))
