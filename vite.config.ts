// How the renderer is bundled: one page and its worker, loaded from app:// in Electron and from the loopback host.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  worker: { format: 'es', plugins: () => [withoutNode()] },
  build: {
    // Electron's own Chromium is newer; the browser window runs in whatever the user has.
    target: 'chrome120',
    // The content security policy allows no data: URLs but images, and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The libraries of the canvas and the panels come in one file; splitting a local file saves nothing.
    chunkSizeWarningLimit: 4000,
  },
})

// The solver's package asks for Node's own module loader, but only where it runs under Node; in a browser there is none.
function withoutNode(): Plugin {
  return {
    name: 'baton-without-node',
    enforce: 'pre',
    resolveId: (id) => (id === 'node:module' ? '\0node-module' : undefined),
    load: (id) => (id === '\0node-module' ? 'export const createRequire = undefined' : undefined),
  }
}
