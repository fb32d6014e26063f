import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { demoAccounts, demoPassword } from '../../src/demo/index.js'
import { expectAccessible } from './accessibility.js'
import { signedIn } from './people.js'
import { describeInBrowser } from './world.js'

/** As the page would: staff send a need to the first offering of the manager's organisation. */
async function dispatchToManager(page: Page): Promise<void> {
  // No function within: the compiler would name it through a helper that the page has not.
  const status = await page.evaluate(async (organization) => {
    const { csrfToken } = await (await fetch('/api/v1/session')).json()
    const offered = await fetch(`/api/v1/offerings?organization=${organization}&state=published&limit=1`)
    const needed = await fetch('/api/v1/needs?state=open&limit=1')
    const [offering] = (await offered.json()).items
    const [need] = (await needed.json()).items
    const answer = await fetch(`/api/v1/needs/${need.id}/referrals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
      body: JSON.stringify({ how: 'dispatch', offeringId: offering.id }),
    })
    return answer.status
  }, managersOrganization)
  expect(status).to.equal(201)
}

const managersOrganization = demoAccounts.find(({ signInName }) => signInName === 'manager')?.organization

describeInBrowser('signing in, the inbox and the account', (world) => {
  it('says that a password is wrong, and nothing about the name', async () => {
    const page = await world.open()
    await page.goto(`${world.url}/sign-in`)
    await expectAccessible(page)
    world.expectComplaint(/401/)
    for (const name of ['changlong', 'nobody-of-this-name']) {
      await page.getByLabel('用户名').fill(name)
      await page.getByLabel('密码', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: /登\s?录/ }).click()
      await page.getByText('用户名、密码或验证码不正确。').waitFor()
    }
  })

  it('leads back to the page that somebody was sent away from', async () => {
    const page = await world.open()
    await page.goto(`${world.url}/community/post`)
    await page.waitForURL(/sign-in/)
    await page.getByLabel('用户名').fill('changlong')
    await page.getByLabel('密码', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: /登\s?录/ }).click()
    await page.waitForURL(/community\/post/)
  })

  it('tells in the inbox, without a reload, what the other side has done', async () => {
    const manager = await signedIn(world, 'manager')
    await manager.goto(`${world.url}/inbox`)
    await manager.getByRole('heading', { name: '消息' }).waitFor()
    const before = await manager.locator('main li').count()
    const staff = await signedIn(world, 'longgang')
    await dispatchToManager(staff)
    await manager.waitForFunction((count) => document.querySelectorAll('main li').length > count, before)
    await expectAccessible(manager)
  })

  it('shows the account, at 360 px too, and ends other sessions', async () => {
    await signedIn(world, 'worker')
    const page = await signedIn(world, 'worker', { viewport: { width: 360, height: 740 } })
    await page.goto(`${world.url}/account`)
    await page.getByRole('button', { name: '退出其他所有设备' }).click()
    await page.getByRole('button', { name: '退出其他所有设备' }).waitFor({ state: 'detached' })
    expect(await page.getByText('本机').count()).to.equal(1)
    await expectAccessible(page)
  })

  it('says so where there is no such page', async () => {
    const page = await signedIn(world, 'changlong')
    await page.goto(`${world.url}/community/nowhere`)
    await page.getByText('没有这个页面').waitFor()
  })
})
