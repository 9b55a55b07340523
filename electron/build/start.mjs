// `npm start`: sets up what is missing, builds what is stale, and opens the app.
import { setUpThenRun } from './setup.mjs'

await setUpThenRun(new URL('./open-app.mjs', import.meta.url), process.argv.slice(2))
