import axe from 'axe-core'
import { expect } from 'chai'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** Fails on what axe calls serious or critical, and shows where it is. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOf(page), page.url()).to.deep.equal([])
}

/** Fails where something sticks out of the window. */
export async function expectFitting(page: Page): Promise<void> {
  expect(await overflowOf(page), page.url()).to.deep.equal([])
}

/** What axe calls serious or critical, one line each. */
export async function barriersOf(page: Page): Promise<string[]> {
  await untilAtRest(page)
  // Not as a script element: the page's policy would refuse it.
  await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async () =>
      (
        await (
          window as unknown as { axe: { run(options: object): Promise<{ violations: unknown }> } }
        ).axe.run({
          resultTypes: ['violations'],
        })
      ).violations as Violation[],
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}

/** By how much the page is wider than the window, with what reaches furthest; empty where it is not. */
export async function overflowOf(page: Page): Promise<string[]> {
  await untilAtRest(page)
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth
    if (over <= 0) return []
    const [widest] = [...document.querySelectorAll('main *')].sort(
      (a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right,
    )
    return [`wider than ${window.innerWidth} by ${over}: ${widest?.outerHTML.slice(0, 300)}`]
  })
}

/** What fades in or out is too pale to read meanwhile, and what moves is not where it will be. */
async function untilAtRest(page: Page): Promise<void> {
  const rest = await page.evaluateHandle((): { since?: number } => ({}))
  await page.waitForFunction((rest) => {
    const isMoving = document
      .getAnimations()
      .some(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity)
    if (isMoving) delete rest.since
    else rest.since ??= performance.now()
    // What is about to move carries the name of its way in or out before it begins; on a busy machine AntD misses the
    // end of a way, and the name stays.
    const isNamed =
      document.querySelector('[class*="-enter"], [class*="-appear"], [class*="-leave"]') !== null
    return rest.since !== undefined && (!isNamed || performance.now() - rest.since > 1_000)
  }, rest)
}
