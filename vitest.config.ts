// The unit tests: everything under test/ that needs neither a browser nor the built app, nor minutes.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/browser/**', 'test/soak/**', 'test/smoke/**'],
    environment: 'node',
    setupFiles: ['test/support/seed.ts'],
    // A limit for what hangs, not a measure: machines are busy, and some tests start processes.
    testTimeout: 60_000,
    // A test marked `only` by mistake would silently skip the others.
    allowOnly: false,
  },
})
