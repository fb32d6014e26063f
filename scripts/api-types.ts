import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/config.js'
import { start } from '../src/main.js'
import type { OpenApiDocument } from '../src/platform/http/openapi-document.js'
import { typesOf } from './api-types/types-of.js'

/** Writes the types that the browser's client is checked against, from the document that the server itself serves. */
const target = 'src/web/api/schema.ts'

const data = mkdtempSync(join(tmpdir(), 'duijie-types-'))
try {
  const read = readConfig({ PORT: '0', DUIJIE_DATA: data, DUIJIE_DEMO: 'off', DUIJIE_LOG: 'error' })
  if (!('config' in read)) throw new Error('the configuration is wrong')
  const server = await start(read.config)
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as OpenApiDocument
  await server.stop()
  writeFileSync(target, typesOf(document))
} finally {
  rmSync(data, { recursive: true, force: true })
}
