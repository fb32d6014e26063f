import { expect } from 'chai'
import { hotp, stepAt } from '../../src/access/second-factor/totp.js'
import { bytesOf } from '../access/base32.js'
import { expectAccessible } from './accessibility.js'
import { griefNeed } from './examples.js'
import { apiOf, signedIn, signInThrough } from './people.js'
import { describeInBrowser } from './world.js'

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
    await page.goto(`${world.url}/community/post?from=paper#top`)
    await page.waitForURL(/sign-in/)
    await signInThrough(page, 'changlong')
    await page.waitForURL(/community\/post\?from=paper#top/)
  })

  it('leads from the link of a mail to the page of whoever follows it', async () => {
    const staff = await apiOf(world, 'longgang')
    const need = await staff.post<{ id: string }>('/needs', griefNeed('想找人说说话'))
    const ways = [
      ['changlong', `/needs/${need.id}`, `/community/needs/${need.id}`],
      ['changlong', '/regions/440307015014', '/community/needs'],
      ['longgang', '/regions/440307015014', '/district?view=needs&region=440307015014'],
      ['manager', `/needs/${need.id}`, `/organization/requests/needs/${need.id}`],
      ['manager', '/offerings/f-1k3w7t1m0dem00000012', '/organization/offerings/f-1k3w7t1m0dem00000012'],
    ] as const
    for (const [account, link, place] of ways) {
      const page = await signedIn(world, account)
      await page.goto(world.url + link)
      await page.waitForURL(world.url + place)
      await page.locator('main h1').waitFor()
      await page.context().close()
    }
  })

  it('tells in the inbox, without a reload, what the other side has done', async () => {
    const manager = await signedIn(world, 'manager')
    const listens = manager.waitForResponse(/\/inbox\/stream/)
    await manager.goto(`${world.url}/inbox`)
    await listens
    await manager.getByRole('heading', { name: '消息' }).waitFor()
    const before = await manager.locator('main li').count()
    const staff = await apiOf(world, 'longgang')
    const need = await staff.post<{ id: string }>('/needs', griefNeed('想找人聊聊', '440307015014'))
    await staff.post(`/needs/${need.id}/referrals`, { how: 'dispatch', offeringId: 'f-1k3w7t1m0dem00000012' })
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

  it('says that the devices are being read, that they could not be, and reads them again', async () => {
    const page = await signedIn(world, 'worker')
    world.expectComplaint(/500/)
    const [sessions, refused] = ['**/api/v1/sessions', { status: 500, json: {} }]
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route(sessions, (route) => held.then(() => route.fulfill(refused)))
    await page.goto(`${world.url}/account`)
    const card = page.locator('.ant-card', { has: page.getByText('已登录的设备') })
    await card.getByText('正在加载').waitFor()
    letGo()
    await card.getByRole('alert').waitFor()
    await page.unroute(sessions)
    await card.getByRole('button', { name: /重\s?试/ }).click()
    await card.getByText('本机').waitFor()
    await card.getByText('已全部显示').waitFor()
  })

  it('leaves nobody signed in on the page where the own system of a district signs out too', async () => {
    const page = await signedIn(world, 'worker')
    await page.goto(`${world.url}/account`)
    await page.getByText('本机').waitFor()
    // An address that loads no other page: what is gone afterwards, the page itself has cleared.
    const signOutAt = `${world.url}/account#out`
    await page.route('**/api/v1/session', (route) =>
      route.request().method() === 'DELETE' ? route.fulfill({ json: { signOutAt } }) : route.fallback(),
    )
    await page.getByRole('button', { name: /^账号/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByLabel('用户名').waitFor()
  })

  it('knows whoever signs in after somebody else has signed out', async () => {
    const page = await signedIn(world, 'worker')
    await page.goto(`${world.url}/account`)
    await page.getByText('本机').waitFor()
    await page.getByRole('button', { name: /^账号/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await signInThrough(page, 'changlong')
    await page.getByRole('link', { name: '登记需求' }).waitFor()
    await page.waitForURL(/community\/needs/)
  })

  it('says so where there is no such page', async () => {
    const page = await signedIn(world, 'changlong')
    await page.goto(`${world.url}/community/nowhere`)
    await page.getByText('没有这个页面').waitFor()
  })

  it('leads whoever needs a second factor to turn it on, and nowhere else before', async () => {
    const page = await signedIn(world, 'auditor')
    await page.waitForURL(/\/account$/)
    await page.goto(`${world.url}/inbox`)
    await page.waitForURL(/\/account$/)
    await page.getByText('您的角色须使用动态验证码，请先在下面启用。').waitFor()
    expect(await page.getByText('已登录的设备').count()).to.equal(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: /启\s?用/ }).click()
    const secret = (await page.locator('main code').first().textContent()) ?? ''
    await page.getByLabel('六位数字').fill(hotp(bytesOf(secret.trim()), stepAt(new Date())))
    await page.getByRole('button', { name: /确\s?定/ }).click()
    await page.getByText('恢复码，请妥善保存，每个只能用一次：').waitFor()
    await page.getByText('已登录的设备').waitFor()
    expect(await page.getByText('您的角色须使用动态验证码').count()).to.equal(0)
  })
})
