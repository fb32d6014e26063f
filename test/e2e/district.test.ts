import { expect } from 'chai'
import { expectAccessible, expectFitting } from './accessibility.js'
import { signedIn } from './people.js'
import { describeInBrowser } from './world.js'

const phone = { viewport: { width: 360, height: 740 } }
/** 布吉街道 */
const street = '440307014000'

describeInBrowser('the district workspace', (world) => {
  it('begins at the desk and dispatches chosen needs after a preview, each with its outcome', async () => {
    const page = await signedIn(world, 'buji')
    await page.getByRole('heading', { name: '派单台', level: 1 }).waitFor()
    await page.getByText('待派单需求').click()
    const boxes = page.getByRole('checkbox', { name: /^选择：/ })
    await boxes.first().waitFor()
    await page.getByRole('checkbox', { name: '全选' }).first().check()
    expect(await boxes.first().isChecked()).to.equal(true)
    expect(page.url()).to.include('view=needs')
    await expectAccessible(page)
    await page.getByRole('button', { name: '预览派单' }).click()
    const send = page.getByRole('button', { name: /^发出 [1-9]\d* 单$/ })
    await send.and(page.locator(':enabled')).waitFor()
    await expectAccessible(page)
    await send.click()
    await page.getByRole('button', { name: '发出 0 单' }).waitFor()
    expect(await page.getByText('已派单', { exact: true }).count()).to.be.at.least(1)
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

  it('leads from the heatmap down to the needs behind a number, by keyboard, and saves the picture', async () => {
    const page = await signedIn(world, 'longgang')
    await page.getByRole('link', { name: '热力图' }).click()
    const tile = page.getByRole('link', { name: /^布吉街道 \d+ · 未满足需求数$/ })
    await tile.waitFor()
    await page.getByRole('columnheader', { name: '养老助老' }).waitFor()
    await expectAccessible(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PNG' }).click()
    expect((await download).suggestedFilename()).to.match(/\.png$/)
    await tile.press('Enter')
    await page.waitForURL(new RegExp(`region=${street}`))
    await page.getByRole('link', { name: /^长龙社区 \d+/ }).press('Enter')
    await page.getByRole('heading', { name: '数字背后的需求' }).waitFor()
    await page.locator('a[href^="/community/needs/n-"]').first().waitFor()
    await expectAccessible(page)
  })

  it('tells zero, no data and what is kept back apart in words', async () => {
    const page = await signedIn(world, 'buji')
    await page.goto(`${world.url}/district/map?region=440307000000&from=2026-07&to=2026-09`)
    await page.getByText('这里不在您的辖区').waitFor()
    await page
      .getByRole('link', { name: /街道 (\d+|数小不公布|无数据) ·/ })
      .first()
      .waitFor()
    for (const words of ['0（有登记，无缺口）', '数小不公布', '无数据'])
      await page.getByRole('list', { name: '图例' }).getByText(words).waitFor()
    await expectAccessible(page)
  })

  it('ranks gaps, tries out what would help, and follows an action', async () => {
    const page = await signedIn(world, 'longgang')
    await page.goto(`${world.url}/district/gaps`)
    await page
      .getByRole('button', { name: /^怎么补/ })
      .first()
      .click()
    await page.getByRole('heading', { name: '差一点就能对接的' }).waitFor()
    await page.getByRole('button', { name: /^试\s?算$/ }).click()
    await page.getByRole('columnheader', { name: '仍在等待' }).waitFor()
    await page.getByLabel('由谁负责').fill('社会事务科')
    await page.getByLabel('什么时候前').fill('2027-01-31')
    await expectAccessible(page)
    await page.getByRole('button', { name: '发起行动' }).click()
    await page.getByText('行动跟踪').click()
    await page.getByText('社会事务科 · 2027-01-31 前').waitFor()
    await expectAccessible(page)
  })

  it('counts services in their units and prints the report of a quarter, in English too', async () => {
    const page = await signedIn(world, 'longgang')
    await page.goto(`${world.url}/district/indicators?by=street`)
    await page.getByRole('columnheader', { name: '响应率' }).waitFor()
    await page.getByRole('columnheader', { name: '探访（次）' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Quarterly report' }).click()
    await page.getByRole('heading', { level: 1, name: /needs and services$/ }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).to.equal(false)
    await expectAccessible(page)
  })

  it('issues the report of a quarter, which then stays as it is, with a correction beside it', async () => {
    const page = await signedIn(world, 'buji')
    await page.goto(`${world.url}/district/indicators/report?quarter=2026-Q2`)
    await page.getByText('尚未定稿').waitFor()
    await page.getByRole('button', { name: /^定\s?稿$/ }).click()
    await page.getByLabel('由哪个部门或谁定稿').fill('布吉街道办')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^定\s?稿$/ })
      .click()
    await page.getByText(/布吉街道办定稿/).waitFor()
    await page.getByRole('button', { name: '附上更正' }).click()
    await page.getByLabel('更正什么').fill('漏报两条，已补登。')
    await page.getByRole('dialog').getByRole('button', { name: '附上更正' }).click()
    await page.getByText(/^更正（.*漏报两条，已补登。/).waitFor()
    await expectAccessible(page)
  })

  it('names the people that a rate is divided by, and says where nobody knows', async () => {
    const page = await signedIn(world, 'longgang')
    await page.goto(`${world.url}/district/map?measure=rate`)
    await page.getByRole('link', { name: /^坂田街道 人口不详/ }).waitFor()
    await page.getByText(/^平湖街道：506,400 人/).waitFor()
    await page.getByText(/没有人口数字.*坂田街道/).waitFor()
    await expectAccessible(page)
  })

  it('fits a phone', async () => {
    const page = await signedIn(world, 'buji', phone)
    const places = [
      '?view=owed',
      '?view=needs',
      '?view=load',
      '/map',
      '/gaps',
      '/indicators',
      '/indicators/report',
    ]
    for (const place of places) {
      await page.goto(`${world.url}/district${place}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await expectFitting(page)
    }
    await expectAccessible(page)
  })
})
