/** The whole server, in a process that can be loaded before it is its turn: waits for a line, starts, says its address. */

import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { start } from '../../src/main.js'
import { testConfig } from '../running.js'

const [data = '', mongoUrl] = process.argv.slice(2)

writeSync(1, 'loaded\n')
await once(process.stdin, 'data')
const { url } = await start(testConfig(data, { mongoUrl }))
writeSync(1, `running: ${url}\n`)
