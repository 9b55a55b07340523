// Builds what is stale before the first browser test, so that no test ever looks at yesterday's app.
import { buildApp } from '../../../electron/build/build-app.mjs'

/** Called by vitest once a run. */
export default async function setup(): Promise<void> {
  await buildApp()
}
