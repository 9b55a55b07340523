// How the renderer is bundled: one page and its worker, loaded from app:// in Electron and from the loopback host.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
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
