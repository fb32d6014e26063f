import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { expectAccessible, expectFitting } from './accessibility.js'
import { griefNeed } from './examples.js'
import { apiOf, signedIn } from './people.js'
import { describeInBrowser } from './world.js'

/** 紫薇社区, where the organisation is at home. */
const community = '440307015014'
const offeringId = 'f-1k3w7t1m0dem00000012'

interface Revised {
  readonly id: string
  readonly revision: number
}

describeInBrowser('the workspace of an organisation', (world) => {
  it('leads from a request to the person served: accepted, recorded and reported', async () => {
    const title = '丧偶后需要哀伤辅导'
    const staff = await apiOf(world, 'longgang')
    const need = await staff.post<{ id: string }>('/needs', griefNeed(title, community))
    await staff.post(`/needs/${need.id}/referrals`, { how: 'dispatch', offeringId })
    const page = await signedIn(world, 'worker')
    const card = page.locator('.ant-card').filter({ hasText: title })
    await card.getByText('已派单，待接收').waitFor()
    await expectAccessible(page)
    await card.getByRole('button', { name: /接\s?单/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /接\s?单/ })
      .click()
    await card.getByText('已接单，待开始').waitFor()
    await card.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByText('为什么匹配').waitFor()
    await page.getByText('服务对象身份').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '开始服务' }).click()
    await page.getByRole('link', { name: '填报服务记录' }).click()
    await page.getByText('小组', { exact: true }).click()
    await page.getByLabel('小组活动（节）').fill('2')
    await page.getByLabel('参与人次').fill('2')
    await page.getByLabel('参与人数').fill('1')
    await page.getByRole('button', { name: /提\s?交/ }).click()
    await page.getByText('对应对接单').waitFor()
    await page.getByRole('link', { name: '需求对接' }).first().click()
    await card.getByRole('button', { name: '申报完成' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '申报完成' }).click()
    await card.getByText('组织已申报，待确认').waitFor()
  })

  it('does nothing else than was pressed when a referral moves on under the finger', async () => {
    const title = '换手时的请求'
    const [staff, manager] = await Promise.all([apiOf(world, 'longgang'), apiOf(world, 'manager')])
    const need = await staff.post<{ id: string }>('/needs', griefNeed(title, community))
    const body = { how: 'dispatch', offeringId }
    const asked = await staff.post<Revised>(`/needs/${need.id}/referrals`, body)
    const { id, revision } = await manager.post<Revised>(
      `/referrals/${asked.id}/accept`,
      { quantity: 2 },
      asked.revision,
    )
    const page = await signedIn(world, 'worker')
    const listens = page.waitForResponse(/\/inbox\/stream/)
    await page.reload()
    await listens
    const card = page.locator('.ant-card').filter({ hasText: title })
    await card.getByRole('button', { name: '申报完成' }).hover()
    await page.mouse.down()
    await staff.post(`/referrals/${id}/hold`, { why: '居民住院，先等一等' }, revision)
    await card.getByText('暂缓').waitFor()
    await page.mouse.up()
    await card.getByRole('button', { name: '开始服务' }).click()
    await card.getByText('服务中').waitFor()
    const { items } = await staff.get<{ items: readonly { action: string }[] }>(`/referrals/${id}/history`)
    expect(items.map(({ action }) => action)).not.to.include('referral.resume')
  })

  it('lists open needs that fit, best first with why, and applies in two clicks', async () => {
    const staff = await apiOf(world, 'longgang')
    await staff.post('/needs', griefNeed('老伴走后想找人聊聊', community))
    const page = await signedIn(world, 'manager')
    await page.goto(`${world.url}/organization/requests?view=open`)
    const card = page.locator('.ant-card').filter({ hasText: '老伴走后想找人聊聊' })
    await card.getByText('很合适').waitFor()
    await expectAccessible(page)
    await card.getByRole('button', { name: '申请承接' }).click()
    // It is shown for some seconds only.
    const told = page.getByText('已申请，等待社区答复').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '申请承接' }).click()
    await told
    await page.goto(`${world.url}/organization`)
    await card.getByText('组织申请，待社区答复').waitFor()
  })

  it('shows whom an offering would match while it is written, keeps the draft over a reload, and publishes it', async () => {
    const page = await signedIn(world, 'manager')
    await page.goto(`${world.url}/organization/offerings/new`)
    await page.getByText('写下服务内容后').waitFor()
    await page.getByLabel('名称').fill('夜谈：丧亲者的陪伴')
    await page.getByLabel('服务内容').fill('为失去亲人的居民做哀伤辅导，心理咨询师一对一谈话，每周一次。')
    await choose(page, '服务区域', '龙城街道')
    await page.getByText(/与 \d+ 项公开需求相符/).waitFor()
    await expectAccessible(page)
    await page.reload()
    expect(await page.getByLabel('名称').inputValue()).to.equal('夜谈：丧亲者的陪伴')
    await page.getByRole('button', { name: /发\s?布/ }).click()
    await page.getByRole('link', { name: '夜谈：丧亲者的陪伴' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: '名额日历' }).click()
    await page.getByRole('rowheader', { name: /夜谈：丧亲者/ }).waitFor()
    await expectAccessible(page)
  })

  it('takes a service record on a phone, remembers what was used, and sums it up in the month sheet', async () => {
    const page = await signedIn(world, 'worker', { viewport: { width: 360, height: 740 } })
    await page.goto(`${world.url}/organization/records/new`)
    await page.getByText('探访', { exact: true }).click()
    await page.getByLabel('探访（次）').fill('7')
    await choose(page, '服务地点', '紫薇社区')
    await choose(page, '服务类别', '探访')
    await expectFitting(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: /提\s?交/ }).click()
    await page.getByText('探访（次） 7').waitFor()
    await expectFitting(page)
    await expectAccessible(page)
    await page.getByRole('link', { name: '填报服务记录' }).click()
    await page.waitForURL(/records\/new/)
    await page.locator('.ant-select').getByText('紫薇社区').waitFor()
    await page.goto(`${world.url}/organization/records/sheet`)
    await page.getByRole('columnheader', { name: '探访（次）' }).waitFor()
    await expectFitting(page)
    await expectAccessible(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /导\s?出/ }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    expect((await download).suggestedFilename()).to.match(/月报表.*\.csv/)
    await page.goto(`${world.url}/organization/requests`)
    await expectFitting(page)
    await expectAccessible(page)
  })

  it('shows what the own organisation has done and how it answered, and nobody else’s', async () => {
    const page = await signedIn(world, 'manager', { viewport: { width: 360, height: 740 } })
    await page.goto(`${world.url}/organization/indicators?by=month`)
    await page.getByRole('columnheader', { name: '响应率' }).waitFor()
    await page.getByRole('columnheader', { name: '探访（次）' }).waitFor()
    expect(await page.getByText('组织', { exact: true }).count()).to.equal(0)
    await expectFitting(page)
  })

  it('speaks English', async () => {
    const page = await signedIn(world, 'manager')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Requests' }).waitFor()
  })
})

/** Chooses from a tree by typing what it is called. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).fill(name)
  await page.locator('.ant-select-item-option-content').getByText(name).first().click()
  await page.keyboard.press('Escape')
  // What fades away is too pale to read, and axe would say so.
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
}
