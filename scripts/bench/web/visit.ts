import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type Observed, observe } from './observe.js'
import { blockingTime, type LongTask, quietMs, timeToInteractive } from './timings.js'
import { countTransfer, type Transfer } from './transfer.js'

/** What a browser says it can unpack: over plain HTTP it leaves out brotli. */
export type Coding = 'br' | 'gzip'

export interface Visit {
  readonly url: string
  readonly content: string
  readonly coding: Coding
  /** So many times slower than this machine. */
  readonly slowdown: number
  /** The cookies of somebody who has signed in. */
  readonly storageState: Cookies | undefined
}

export type Cookies = NonNullable<BrowserContextOptions['storageState']>

/** What one opening of a page cost; times in milliseconds since the navigation began. */
export interface Cost extends Transfer {
  readonly shown: number
  readonly interactive: number
  readonly longestTask: number
  readonly longTasks: number
  readonly blocking: number
  readonly shift: number
  readonly largestPaint: number
}

/** Opens a page in a window that has kept nothing, and waits until it rests. */
export async function visit(browser: Browser, of: Visit): Promise<Cost> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1366, height: 850 },
    ...(of.storageState ? { storageState: of.storageState } : {}),
    ...(of.coding === 'gzip' ? { extraHTTPHeaders: { 'accept-encoding': 'gzip' } } : {}),
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const transfer = await countTransfer(devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: of.slowdown })
  await page.addInitScript(observe, of.content)
  await page.goto(of.url)
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(
    (quiet) => {
      const { shownAt, longTasks } = window.observed
      return shownAt && performance.now() - Math.max(shownAt, longTasks.at(-1)?.end ?? 0) > quiet
    },
    quietMs,
    { polling: 500, timeout: 60_000 },
  )
  const observed = await page.evaluate(() => window.observed)
  await context.close()
  return { ...transfer, ...timesOf(observed) }
}

function timesOf({ shownAt = 0, longTasks, shift, largestPaintAt }: Observed): Omit<Cost, keyof Transfer> {
  const interactive = timeToInteractive(shownAt, longTasks)
  const lengths = longTasks.map(lengthOf)
  return {
    shown: shownAt,
    interactive,
    longestTask: Math.max(0, ...lengths),
    longTasks: lengths.reduce((sum, length) => sum + length, 0),
    blocking: blockingTime(interactive, longTasks),
    shift,
    largestPaint: largestPaintAt,
  }
}

const lengthOf = ({ start, end }: LongTask): number => end - start
