import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leaveOut } from './left-out.js'
import { textsByLanguage } from './texts-by-language.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What many pages need and none weighs much; a field, a form or a dialog is no part of it. */
const small =
  /@ant-design\/icons|antd\/es\/(_util|card|empty|flex|grid|segmented|skeleton|tag|tooltip|typography)\/|src\/web\/(api|parts\/(?!form-dialog|reason-fields|why-dialog|tree-picker))/

/** A file that pages share is named after all of them, of which the first word says enough. */
const shortened = (name: string) => name.replace(/~.*/, '')

export default defineConfig({
  root: here('.'),
  plugins: [react(), leaveOut(), textsByLanguage(here('i18n/texts.ts'))],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    manifest: true,
    // Nothing inline: the Content-Security-Policy allows no data in place of a file.
    assetsInlineLimit: 0,
    // For browsers of office PCs that are some years old.
    target: ['chrome100', 'edge100', 'firefox100', 'safari15'],
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${shortened(name)}-[hash].js`,
        codeSplitting: {
          // Few files for each page: every request carries headers, as much as a small file weighs.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'common', test: small, minShareCount: 5, priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
  },
  // The server puts a fresh one into each page that it sends (platform/http/web-app.ts).
  html: { cspNonce: '__NONCE__' },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
