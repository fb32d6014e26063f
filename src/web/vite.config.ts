import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leaveOut } from './left-out.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [react(), leaveOut()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    // Nothing inline: the Content-Security-Policy allows no data in place of a file.
    assetsInlineLimit: 0,
    // For browsers of office PCs that are some years old.
    target: ['chrome100', 'edge100', 'firefox100', 'safari15'],
    chunkSizeWarningLimit: 1_500,
  },
  // The server puts a fresh one into each page that it sends (platform/http/web-app.ts).
  html: { cspNonce: '__NONCE__' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
