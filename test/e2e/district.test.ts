import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { expectAccessible } from './accessibility.js'
import { signedIn } from './people.js'
import { describeInBrowser } from './world.js'

const phone = { viewport: { width: 360, height: 740 } }

async function expectNothingSticksOut(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, page.url()).to.be.at.most(0)
}

describeInBrowser('the district workspace', (world) => {
  it('begins at the desk and dispatches chosen needs after a preview, each with its outcome', async () => {
    const page = await signedIn(world, 'buji')
    await page.getByRole('heading', { name: '派单台', level: 1 }).waitFor()
    await page.getByText('待派单需求').click()
    const boxes = page.getByRole('checkbox', { name: /^选择：/ })
    await boxes.first().waitFor()
    for (const at of [0, 1, 2]) await boxes.nth(at).check()
    expect(page.url()).to.include('view=needs')
    await expectAccessible(page)
    await page.getByRole('button', { name: '预览派单' }).click()
    const send = page.getByRole('button', { name: /^发出 [1-3] 单$/ })
    await send.and(page.locator(':enabled')).waitFor()
    await expectAccessible(page)
    await send.click()
    await page.getByRole('status').filter({ hasText: '已派单' }).first().waitFor()
    await page.getByRole('button', { name: '发出 0 单' }).waitFor()
    await page
      .getByRole('button', { name: /^关\s?闭$/ })
      .last()
      .click()
  })

  it('shows what is overdue and who has how much in hand, within what the address says', async () => {
    const page = await signedIn(world, 'longgang')
    await page.goto(`${world.url}/district?view=overdue`)
    await page.getByText('已逾期').first().waitFor()
    await expectAccessible(page)
    await page.getByText('组织负荷').click()
    await page.getByRole('columnheader', { name: '待答复' }).waitFor()
    await page
      .getByRole('rowheader', { name: /服务中心/ })
      .first()
      .waitFor()
    expect(page.url()).to.include('view=load')
    await expectAccessible(page)
  })

  it('fits a phone', async () => {
    const page = await signedIn(world, 'buji', phone)
    for (const view of ['owed', 'needs', 'overdue', 'load']) {
      await page.goto(`${world.url}/district?view=${view}`)
      await page.getByRole('heading', { name: '派单台', level: 1 }).waitFor()
      await expectNothingSticksOut(page)
    }
    await expectAccessible(page)
  })
})
