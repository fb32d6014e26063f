import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { expectAccessible } from './accessibility.js'
import { apiOf, signedIn } from './people.js'
import { describeInBrowser } from './world.js'

describeInBrowser('lists', (world) => {
  it('keep filters under a name and begin with them, and go away as a file of all that is shown', async () => {
    const page = await signedIn(world, 'changlong')
    await page.goto(`${world.url}/community/needs?view=table`)
    await page.locator('tbody tr').first().waitFor()
    await choose(page, '紧急程度', '一般')
    await page.waitForURL(/urgency=routine/)
    await menu(page, '常用筛选', '保存当前筛选')
    await page.getByLabel(/^名称/).fill('不急的')
    await page.getByLabel('打开列表时默认使用').check()
    await expectAccessible(page)
    await page.getByRole('button', { name: /保\s?存/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await page.goto(`${world.url}/community/needs`)
    await page.waitForURL(/view=table&urgency=routine/)
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), menu(page, /导\s?出/, 'CSV')])
    expect(file.suggestedFilename()).to.match(/^需求 \d{4}-\d\d-\d\d\.csv$/)
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(lines[0]).to.match(/^\ufeff编号,标题,需求描述/)
    const asked = await apiOf(world, 'changlong')
    const own = await asked.get<{ account: { region: string } }>('/session')
    const all = await asked.get<{ total: number }>(
      `/needs?urgency=routine&facets=state&region=${own.account.region}`,
    )
    const entries = lines.slice(1).filter((line) => /^n-/.test(line))
    expect(entries).to.have.length(all.total)
    for (const entry of entries) expect(entry).to.match(/,一般,/)

    await menu(page, '常用筛选', '管理常用筛选')
    await page.getByRole('button', { name: /改\s?名/ }).click()
    await page.getByLabel(/^名称/).fill('先办这些')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '取消默认' }).click()
    await page.getByRole('button', { name: '设为默认' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.goto(`${world.url}/community/needs`)
    await page.getByRole('heading', { name: '待对接' }).waitFor()
    expect(new URL(page.url()).search).to.equal('')
    await menu(page, '常用筛选', '先办这些')
    await page.waitForURL(/view=table&urgency=routine/)
    await menu(page, '常用筛选', '管理常用筛选')
    await page.getByRole('button', { name: /删\s?除/ }).click()
    await page.getByText('还没有保存的筛选').waitFor()
  })

  it('go on page by page to their end, and say how many there are', async () => {
    const page = await signedIn(world, 'longgang')
    await page.goto(`${world.url}/district/gaps`)
    const gaps = page.getByRole('list', { name: '缺口排行' }).getByRole('listitem')
    await gaps.first().waitFor()
    const first = await gaps.count()
    const [, said] = (await page.getByText(/^共 \d+ 条$/).textContent())?.match(/(\d+)/) ?? []
    const more = page.getByRole('button', { name: '加载更多' })
    while (await more.isVisible()) {
      const before = await gaps.count()
      await more.click()
      await gaps.nth(before).waitFor()
    }
    await page.getByText('已全部显示').waitFor()
    const all = await gaps.count()
    expect(all).to.equal(Number(said)).and.to.be.above(first)
  })

  it('give an organisation its open needs as a workbook, and staff what their pages show', async () => {
    for (const [name, path, shown, button = /导\s?出/] of [
      ['manager', '/organization/requests?view=open', '申请承接'],
      ['longgang', '/district?view=load', '待答复'],
      ['longgang', '/district/gaps', '怎么补'],
      ['longgang', '/district/map', '布吉街道', /导\s?出：热力图/],
      ['longgang', '/district/indicators', '响应率', /导\s?出：响应与完成/],
      ['manager', '/organization/indicators', '响应率', /导\s?出：服务量/],
    ] as const) {
      const page = await signedIn(world, name)
      await page.goto(world.url + path)
      await page.getByText(shown).first().waitFor()
      const [file] = await Promise.all([page.waitForEvent('download'), menu(page, button, /XLSX/)])
      expect(
        readFileSync(await file.path())
          .subarray(0, 2)
          .toString(),
        path,
      ).to.equal('PK')
    }
  })
})

async function menu(page: Page, button: string | RegExp, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).click()
  await page.locator('.ant-select-item-option').getByText(name, { exact: true }).click()
}
