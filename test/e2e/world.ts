import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import type { Suite } from 'mocha'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Running, start } from '../../src/main.js'
import { dataFolder, testConfig } from '../running.js'
import { chromiumPath, launchChromium } from './chromium.js'

/** A whole server with demo data, and a browser before it. */
export interface World {
  readonly url: string
  /** A new browser window of somebody; what its console complains of fails the test at the end. */
  open(options?: BrowserContextOptions): Promise<Page>
  /** What the console is bound to say in this test: a browser complains of every answer that is a refusal. */
  expectComplaint(pattern: RegExp): void
  /** Resolves when everything that was committed is searchable and matched. */
  settled(): Promise<void>
}

interface Stage {
  readonly running: Running
  readonly browser: Browser
  end(): Promise<void>
}

/** One server and one browser serve all files: each test brings the needs that it is about. */
let stage: Promise<Stage> | undefined
let waiting = 0

async function setStage(): Promise<Stage> {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-web.ts', '--if-changed'], {
    stdio: 'inherit',
  })
  const { path, remove } = dataFolder()
  const running = await start(testConfig(path, { demo: true, secondFactorRoles: 'auditor' }))
  await running.settled()
  const browser = await launchChromium()
  return {
    running,
    browser,
    async end() {
      await browser.close()
      await running.stop()
      remove()
    },
  }
}

async function clearStage(): Promise<void> {
  const ended = stage
  stage = undefined
  await (await ended)?.end()
}

// Where only some files are run by --grep, those that are left out never say that they are done.
after(clearStage)

/** The tests of pages: run where a Chromium is found; elsewhere left out, and the report says so. */
export function describeInBrowser(title: string, tests: (this: Suite, world: World) => void): void {
  if (chromiumPath === undefined) {
    describe(title, () => {
      it('left out: there is no Chromium here (set CHROMIUM_PATH)')
    })
    return
  }
  waiting++
  describe(title, function () {
    this.timeout(300_000)
    let at: Stage
    const complaints: string[] = []
    const expected: RegExp[] = []
    const world: World = {
      get url() {
        return at.running.url
      },
      async open(options = {}) {
        const context = await at.browser.newContext({
          locale: 'zh-CN',
          viewport: { width: 1366, height: 850 },
          // A dialog that is still growing under the pointer would miss the press on a busy machine.
          reducedMotion: 'reduce',
          ...options,
        })
        // A slow machine that does other things too is no failure.
        context.setDefaultTimeout(60_000)
        const page = await context.newPage()
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
        })
        page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
        return page
      },
      expectComplaint: (pattern) => expected.push(pattern),
      settled: () => at.running.settled(),
    }

    before(async () => {
      stage ??= setStage()
      at = await stage
    })
    after(async () => {
      if (--waiting === 0) await clearStage()
    })
    afterEach(async () => {
      for (const context of at.browser.contexts()) await context.close()
      const patterns = expected.splice(0)
      const unexpected = complaints
        .splice(0)
        .filter((said) => !patterns.some((pattern) => pattern.test(said)))
      expect(unexpected, 'what the console says').to.deep.equal([])
    })

    tests.call(this, world)
  })
}
