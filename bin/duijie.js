#!/usr/bin/env node
import { existsSync } from 'node:fs'

// A clone runs its sources; an installed package holds only what was built of them.
const source = new URL('../src/cli/main.ts', import.meta.url)
if (existsSync(source)) {
  const { register } = await import('tsx/esm/api')
  register()
}
const { main } = await import(
  existsSync(source) ? source.href : new URL('../dist/cli/main.js', import.meta.url).href
)
await main(process.argv)
