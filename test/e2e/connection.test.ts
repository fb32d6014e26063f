import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/index.js'
import { expectAccessible } from './accessibility.js'
import { community, grief, griefNeed, offerGriefCounselling } from './examples.js'
import { apiOf, signedIn } from './people.js'
import { wordsIn } from './words.js'
import { describeInBrowser, type World } from './world.js'

const { community: say, measure, place, problem, records, referral, signIn, stage, workKind } = wordsIn('zh')

describeInBrowser('a page whose connection or session goes away', (world) => {
  let offering: string
  before(async () => {
    offering = (await offerGriefCounselling(world)).id
  })

  it('keeps the draft while the connection is gone, and over a reload', async () => {
    const page = await writing(world, '断网之前写下的，')
    await goOffline(world, page)
    await page.getByText(problem.offline).waitFor()
    const field = page.getByLabel(say.post.text)
    await field.press('End')
    await page.keyboard.type('断网以后又写了一句。')
    const written = await field.inputValue()
    expect(await page.reload().catch(() => 'nothing loads')).to.equal('nothing loads')
    await page.context().setOffline(false)
    await page.goto(`${world.url}/community/post`)
    await field.and(page.locator(':focus')).waitFor()
    expect(await field.inputValue()).to.equal(written)
  })

  it('says that it is offline when a need is posted, and posts it once when the connection is back', async () => {
    const opening = '断网时登记的：'
    const page = await writing(world, opening)
    await goOffline(world, page)
    await page.getByRole('button', { name: /^登\s?记$/ }).click()
    await page.getByRole('status').getByText(problem.offline).waitFor()
    await page
      .getByRole('button', { name: /登\s?记$/ })
      .and(page.locator('.ant-btn-loading'))
      .waitFor()
    expect(await postedWith(world, opening)).to.equal(0)
    await page.context().setOffline(false)
    await page.waitForURL(/\/community\/needs\/n-/)
    expect(await page.getByText(problem.offline).count()).to.equal(0)
    expect(await postedWith(world, opening)).to.equal(1)
  })

  it('posts a need once although its answer was lost and somebody pressed again', async () => {
    const opening = '答复丢失的：'
    const page = await writing(world, opening)
    world.expectComplaint(/ERR_CONNECTION_RESET/)
    await page.route(
      '**/api/v1/needs',
      async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    const post = page.getByRole('button', { name: /^登\s?记$/ })
    await post.click()
    await page.getByText(problem.unreachable).waitFor()
    expect(await postedWith(world, opening)).to.equal(1)
    await post.click()
    await page.waitForURL(/\/community\/needs\/n-/)
    expect(await postedWith(world, opening)).to.equal(1)
  })

  it('shows what others did meanwhile, and goes on following them', async () => {
    const committee = await apiOf(world, 'changlong')
    const ask = async (title: string) => {
      const need = await committee.post<{ id: string }>('/needs', griefNeed(title))
      await committee.post(`/needs/${need.id}/referrals`, { how: 'request', offeringId: offering })
    }
    const page = await signedIn(world, 'manager')
    await page.getByRole('heading', { name: place.requests }).waitFor()
    await goOffline(world, page)
    await ask('断网期间来的请求')
    await page.getByText(problem.offline).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('link', { name: '断网期间来的请求' }).waitFor()
    await ask('恢复以后来的请求')
    await page.getByRole('link', { name: '恢复以后来的请求' }).waitFor()
  })

  it('asks for the password in place when the session ends while a record is entered, and enters it', async () => {
    const page = await signedIn(world, 'worker', { viewport: { width: 360, height: 740 } })
    await page.goto(`${world.url}/organization/records/new?region=${community}&category=mental.grief`)
    await page.getByText(workKind.visit, { exact: true }).click()
    const visits = page.getByLabel(measure.visits)
    const notes = page.getByLabel(records.notes)
    await visits.fill('23')
    await notes.fill('说了一半')
    world.expectComplaint(/401/)
    await (await apiOf(world, 'worker')).delete('/sessions')
    await notes.press('End')
    await page.keyboard.type('，会话就结束了。')
    await page.getByRole('button', { name: /提\s?交/ }).click()
    const dialog = page.getByRole('dialog', { name: signIn.title })
    await dialog.getByText(signIn.expired).waitFor()
    await expectAccessible(page)
    expect([await visits.inputValue(), await notes.inputValue()]).to.deep.equal([
      '23',
      '说了一半，会话就结束了。',
    ])
    await dialog.getByLabel(signIn.password).and(page.locator(':focus')).waitFor()
    await page.keyboard.type(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByText(`${measure.visits} 23`).waitFor()
    await page.getByText('说了一半，会话就结束了。').waitFor()
  })

  it('follows the others again once somebody has signed in again', async () => {
    const committee = await apiOf(world, 'changlong')
    const page = await signedIn(world, 'manager')
    await page.getByRole('heading', { name: place.requests }).waitFor()
    world.expectComplaint(/401/)
    await (await apiOf(world, 'manager')).delete('/sessions')
    await page.getByRole('link', { name: place.offerings }).first().click()
    const dialog = page.getByRole('dialog', { name: signIn.title })
    await dialog.getByLabel(signIn.password).fill(demoPassword)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: place.requests }).first().click()
    await page.getByLabel(wordsIn('zh').list.filters).waitFor()
    const need = await committee.post<{ id: string }>('/needs', griefNeed('重新登录以后来的请求'))
    await committee.post(`/needs/${need.id}/referrals`, { how: 'request', offeringId: offering })
    await page.getByRole('link', { name: '重新登录以后来的请求' }).waitFor()
    await page.getByText(stage.requested).first().waitFor()
    expect(await page.getByText(referral.stale).count()).to.equal(0)
  })
})

/** A committee's worker who has begun a text. */
async function writing(world: World, opening: string): Promise<Page> {
  const page = await signedIn(world, 'changlong')
  await page.goto(`${world.url}/community/post`)
  await page.getByLabel(say.post.text).fill(opening + grief)
  await page.getByRole('button', { name: say.recommend.request }).first().waitFor()
  return page
}

async function goOffline(world: World, page: Page): Promise<void> {
  world.expectComplaint(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/)
  await page.context().setOffline(true)
}

/** How many needs of the community begin with these words. */
async function postedWith(world: World, opening: string): Promise<number> {
  const committee = await apiOf(world, 'changlong')
  const { items } = await committee.get<{ items: readonly { text: string }[] }>(
    `/needs?region=${community}&limit=100`,
  )
  return items.filter(({ text }) => text.startsWith(opening)).length
}
