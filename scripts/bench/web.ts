/**
 * What the pages weigh and how soon they answer: npm run bench:web [path...]
 * Opens each as somebody does for the first time, in Chromium, against a server with the demo's data. Fails only where a first
 * load is too heavy; times are printed, never asserted.
 */
import { execFileSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { demoPassword } from '../../src/demo/index.js'
import { start } from '../../src/main.js'
import { launchChromium } from '../../test/e2e/chromium.js'
import { dataFolder, testConfig } from '../../test/running.js'
import { firstLoadLimit } from '../web-weight.js'
import { median } from './row.js'
import { tableOf } from './table.js'
import { type MeasuredPage, measuredPages } from './web/pages.js'
import { type Cookies, type Cost, type Visit, visit } from './web/visit.js'

/** Each page is opened so often with times taken; the median is shown. */
const rounds = 3
/** An office PC of some years, beside the machine that this runs on. */
const slowdown = 4

/** Columns of milliseconds. */
const times = {
  shown: 'shown',
  interactive: 'interactive',
  longest: 'longestTask',
  'long tasks': 'longTasks',
  blocking: 'blocking',
  LCP: 'largestPaint',
} as const

const asked = process.argv.slice(2)
const chosen = asked.length ? measuredPages.filter(({ path }) => asked.includes(path)) : measuredPages
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-web.ts', '--if-changed'])
const { path: data, remove } = dataFolder()
const running = await start(testConfig(data, { demo: true }))
await running.settled()
const browser = await launchChromium()
const rows: string[][] = []
const tooHeavy: string[] = []
try {
  for (const page of chosen) {
    process.stderr.write(`${page.path} …\n`)
    const { gzip, costs } = await measure(browser, page)
    rows.push(rowOf(page, gzip, costs))
    if (gzip.bytes > firstLoadLimit) tooHeavy.push(page.path)
  }
} finally {
  await browser.close()
  await running.stop()
  remove()
}
console.log(tableOf(['page', 'kB gzip', 'kB brotli', 'requests', ...Object.keys(times), 'shift'], rows))
console.log(`\nkB: all that the first load transfers. ms: median of ${rounds}, CPU ${slowdown} times slower.`)
if (tooHeavy.length) {
  console.error(`more than ${firstLoadLimit / 1_000} kB at the first load: ${tooHeavy.join(', ')}`)
  process.exitCode = 1
}

/** The weight where a browser takes gzip only, as it does over plain HTTP; then the times. */
async function measure(of: Browser, page: MeasuredPage): Promise<{ gzip: Cost; costs: readonly Cost[] }> {
  const storageState = page.account ? await cookiesOf(of, page.account) : undefined
  const url = await addressOf(of, page, storageState)
  const common = { url, content: page.content, storageState }
  const once = (how: Pick<Visit, 'coding' | 'slowdown'>) => visit(of, { ...common, ...how })
  const gzip = await once({ coding: 'gzip', slowdown: 1 })
  const costs: Cost[] = []
  while (costs.length < rounds) costs.push(await once({ coding: 'br', slowdown }))
  return { gzip, costs }
}

async function cookiesOf(of: Browser, name: string): Promise<Cookies> {
  const context = await of.newContext()
  await context.request.post(`${running.url}/api/v1/session`, { data: { name, password: demoPassword } })
  const state = await context.storageState()
  await context.close()
  return state
}

async function addressOf(
  of: Browser,
  { path, idFrom }: MeasuredPage,
  storageState: Cookies | undefined,
): Promise<string> {
  if (idFrom === undefined || storageState === undefined) return running.url + path
  const context = await of.newContext({ storageState })
  const answer = await context.request.get(`${running.url}/api/v1${idFrom}`)
  const { items } = (await answer.json()) as { items: readonly { id: string }[] }
  await context.close()
  return running.url + path.replace('{id}', items[0]?.id ?? '')
}

function rowOf({ path }: MeasuredPage, gzip: Cost, costs: readonly Cost[]): string[] {
  const middle = (name: keyof Cost) => median(costs.map((cost) => cost[name]))
  return [
    path,
    ...[gzip.bytes, middle('bytes')].map((bytes) => (bytes / 1_000).toFixed(0)),
    String(middle('requests')),
    ...Object.values(times).map((name) => middle(name).toFixed(0)),
    middle('shift').toFixed(3),
  ]
}
