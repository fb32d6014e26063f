/**
 * The measurements that the issues ask for: npm run bench [name...]
 * Each row runs in its own process. Figures are ratios of one run on one machine; times are printed, never asserted.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Row } from './row.js'
import { tableOf } from './table.js'

/** Row names, in the order of the issues. */
const names = [
  'recommend',
  'growth',
  'http-get',
  'http-recommend',
  'import',
  'memory',
  'start',
  'insights',
  'mongo',
]
const child = fileURLToPath(new URL('./children/row.ts', import.meta.url))

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length) {
  console.error(`no such row: ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exit(1)
}
const failed: string[] = []
for (const name of asked.length ? asked : names) {
  const start = performance.now()
  const rows = await measure(name)
  if (rows) for (const row of rows) print(row)
  else failed.push(name)
  console.log(`(${name}: ${Math.round((performance.now() - start) / 1_000)} s)\n`)
}
if (failed.length) {
  console.error(`not measured: ${failed.join(', ')}`)
  process.exitCode = 1
}

/** undefined when the process ended without an answer; it has said why on stderr. */
function measure(name: string): Promise<readonly Row[] | undefined> {
  return new Promise((resolve) => {
    let rows: readonly Row[] | undefined
    const execArgv = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx']
    const row = fork(child, [name], { execArgv, env: environmentOf(name) })
    row.on('message', (message) => {
      rows = message as readonly Row[]
    })
    row.on('exit', () => resolve(rows))
  })
}

/** The other rows measure the embedded engine, wherever this one finds MongoDB. */
function environmentOf(name: string): NodeJS.ProcessEnv {
  const { MONGO_URL: _, ...embedded } = process.env
  return name === 'mongo' ? process.env : embedded
}

function print({ what, ours, against, ratio, reach, reached, notes = [] }: Row): void {
  const verdict = reached === undefined ? 'reported' : reached ? 'reached' : 'NOT REACHED'
  const cells = [
    ['ours', ours],
    ['against', against],
    ['ratio', ratio],
    ['reach', reach],
    ['', verdict],
    ...notes.map((note) => ['note', note]),
  ]
  console.log(tableOf([what, ''], cells))
  console.log()
}
