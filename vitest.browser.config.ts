// The tests that run the built app in a real Chromium: the loopback host, and Electron's emulation.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['test/browser/support/build-once.ts'],
    // One browser at a time: several of them starve each other on a small machine, and the clock then decides.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
})
