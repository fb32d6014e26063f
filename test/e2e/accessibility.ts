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
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  )
  expect(found, `${page.url()}`).to.deep.equal([])
}
