import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { barriersOf, overflowOf } from './accessibility.js'
import { griefNeed, offerGriefCounselling, organization, type Requested, requested } from './examples.js'
import { type Api, apiOf, signedIn } from './people.js'
import { chooseLanguage, saying, wordsIn } from './words.js'
import { describeInBrowser } from './world.js'

const { act, app, duty, gap, identity, needs, offerings, place, records, report, requests } = wordsIn('zh')
const narrow = { width: 360, height: 740 }
const wide = { width: 1920, height: 1080 }

/** A dialog: who comes to it, on which page, and what is pressed to open it. */
type Dialog = readonly [account: string, path: string, ...presses: (string | RegExp)[]]

describeInBrowser(
  'every page and dialog, on a phone and on a wide screen, for whoever cannot see it',
  (world) => {
    let places: Awaited<ReturnType<typeof examples>>
    before(async () => {
      const offering = await offerGriefCounselling(world)
      const district = await apiOf(world, 'longgang')
      places = await examples(await apiOf(world, 'changlong'), await apiOf(world, 'manager'), offering.id)
      await followed(district)
      await world.settled()
    })

    const pages: Readonly<Record<string, () => readonly string[]>> = {
      changlong: () => [
        '/community/needs',
        '/community/needs?view=table',
        '/community/needs/import',
        '/community/post',
        `/community/needs/${places.asked.need.id}`,
        '/inbox',
        '/account',
        '/community/nowhere',
      ],
      manager: () => [
        '/organization/requests',
        '/organization/requests?view=open',
        `/organization/requests/${places.begun.referral.id}`,
        `/organization/requests/needs/${places.open.id}`,
        '/organization/offerings',
        '/organization/offerings/new',
        '/organization/offerings/import',
        `/organization/offerings/${places.offering}`,
        '/organization/offerings/capacity',
        '/organization/records',
        '/organization/records/new',
        '/organization/records/import',
        '/organization/records/sheet',
        '/organization/indicators',
      ],
      longgang: () => [
        '/district',
        '/district?view=needs',
        '/district?view=overdue',
        '/district?view=load',
        '/district/map',
        '/district/gaps',
        '/district/gaps?view=actions',
        '/district/duty',
        '/district/indicators',
        '/district/indicators/report',
      ],
    }
    for (const [account, paths] of Object.entries(pages)) {
      it(`pages of ${account}`, async () => {
        const page = await signedIn(world, account, { viewport: narrow })
        const faults: string[] = []
        for (const path of paths()) {
          await page.setViewportSize(narrow)
          await page.goto(world.url + path)
          await shown(page)
          const found = [...(await overflowOf(page)), ...(await barriersOf(page))]
          await page.setViewportSize(wide)
          found.push(...(await overflowOf(page)))
          faults.push(...found.map((fault) => `${path}: ${fault}`))
        }
        expect(faults).to.deep.equal([])
      })
    }

    it('on a phone in English, where words are longer', async () => {
      const faults: string[] = []
      for (const [account, paths] of Object.entries(pages)) {
        const page = await signedIn(world, account, { viewport: narrow })
        await chooseLanguage(page, 'en')
        for (const path of paths()) {
          await page.goto(world.url + path)
          await shown(page)
          faults.push(...(await overflowOf(page)).map((fault) => `${path}: ${fault}`))
        }
      }
      expect(faults).to.deep.equal([])
    })

    it('the page for signing in', async () => {
      const page = await world.open({ viewport: narrow })
      await page.goto(`${world.url}/sign-in`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect([...(await overflowOf(page)), ...(await barriersOf(page))]).to.deep.equal([])
    })

    it('the menu of a phone', async () => {
      const page = await signedIn(world, 'longgang', { viewport: narrow })
      await page.getByRole('button', { name: app.menu }).click()
      await page.getByRole('link', { name: place.gaps }).waitFor()
      expect([...(await overflowOf(page)), ...(await barriersOf(page))]).to.deep.equal([])
    })

    const dialogs: Readonly<Record<string, () => readonly Dialog[]>> = {
      'of a committee': () => [
        ['changlong', `/community/needs/${places.asked.need.id}`, act.cancel],
        ['changlong', `/community/needs/${places.asked.need.id}`, act.amend],
        ['changlong', `/community/needs/${places.open.id}`, needs.close],
        ['changlong', `/community/needs/${places.open.id}`, identity.enter],
        ['changlong', `/community/needs/${places.open.id}`, identity.consent],
        ['changlong', `/community/needs/${places.open.id}`, identity.withdraw],
        ['changlong', `/community/needs/${places.reported.need.id}`, act.confirm],
        ['changlong', `/community/needs/${places.reported.need.id}`, act.dispute],
      ],
      'of an organisation': () => [
        ['manager', `/organization/requests/needs/${places.open.id}`, requests.apply],
        ['manager', `/organization/requests/${places.asked.referral.id}`, act.accept],
        ['manager', `/organization/requests/${places.asked.referral.id}`, act.more, act.reject],
        ['manager', `/organization/requests/${places.begun.referral.id}`, act.report],
        ['manager', `/organization/requests/${places.begun.referral.id}`, act.hold],
        ['manager', `/organization/requests/${places.begun.referral.id}`, identity.show],
        ['manager', '/organization/offerings', offerings.act.close],
        ['manager', '/organization/records', records.correct],
        ['manager', '/organization/records', records.remove],
      ],
      'of a district': () => [
        ['longgang', '/district/duty', duty.add],
        ['longgang', '/district/duty', beginning(duty.amendOf)],
        ['longgang', '/district/duty', beginning(duty.removeOf)],
        ['longgang', '/district/gaps', beginning(gap.openOf)],
        ['longgang', '/district/gaps?view=actions', gap.close],
        ['longgang', '/district/indicators/report?quarter=2026-Q1', report.issue],
      ],
    }
    for (const [whose, all] of Object.entries(dialogs)) {
      it(`dialogs ${whose}`, async () => {
        let page: Page | undefined
        const faults: string[] = []
        for (const [account, path, ...presses] of all()) {
          page ??= await signedIn(world, account, { viewport: narrow })
          if (page.url() !== world.url + path) await page.goto(world.url + path)
          for (const words of presses) {
            const name = typeof words === 'string' ? saying(words) : words
            const pressed = page.getByRole('button', { name }).or(page.getByRole('menuitem', { name }))
            await pressed.first().click()
          }
          await page.getByRole('dialog').waitFor()
          const found = [...(await overflowOf(page)), ...(await barriersOf(page))]
          faults.push(...found.map((fault) => `${path}, ${presses}: ${fault}`))
          await page.keyboard.press('Escape')
          await page.getByRole('dialog').waitFor({ state: 'hidden' })
        }
        expect(faults).to.deep.equal([])
      })
    }
  },
)

/** A button whose words go on with what it is about. */
const beginning = (words: string) => new RegExp(`^${words.split('{{')[0]}`)

/** What is asked for stands there, or that it is not there. */
async function shown(page: Page): Promise<void> {
  await page.locator('main h1, main .ant-result').first().waitFor()
  await page.locator('main .waiting').first().waitFor({ state: 'detached' })
}

/** Requests in the stages that have dialogs of their own, an open need, and a record. */
async function examples(committee: Api, manager: Api, offering: string) {
  const move = async ({ need, referral }: Requested, action: string, body?: object): Promise<Requested> => ({
    need,
    referral: await manager.post(`/referrals/${referral.id}/${action}`, body, referral.revision),
  })
  const begun = async (title: string) => {
    const accepted = await move(await requested(committee, title, offering), 'accept', { quantity: 2 })
    return move(accepted, 'begin')
  }
  const report = { delivered: 2, on: new Date().toISOString().slice(0, 10), goal: 'full' }
  await manager.post('/service-records', {
    ...{ organizationId: organization, region: '440307014002', category: 'mental.grief' },
    ...{ day: report.on, work: { kind: 'visit', visits: 3 } },
  })
  const open = await committee.post<{ id: string }>('/needs', griefNeed('还没有人答应的'))
  const consent = { by: 'self', form: 'written', purpose: '对接服务', givenOn: report.on }
  await committee.post(`/needs/${open.id}/consents`, consent)
  return {
    offering,
    open,
    asked: await requested(committee, '已经请求的', offering),
    begun: await begun('正在服务的'),
    reported: await move(await begun('已经申报的'), 'report', { report }),
  }
}

/** An action on a gap, and a turn on duty. */
async function followed(district: Api) {
  const region = '440307000000'
  const due = { owner: '社会事务科', dueOn: '2027-12-31' }
  await district.post('/insights/actions', { region, category: 'legal', type: 'invite', ...due })
  const staff = await district.get<{ items: { id: string }[] }>(`/duty-staff?region=${region}`)
  const span = { from: '2027-12-30T00:00:00.000Z', to: '2027-12-31T00:00:00.000Z' }
  const turn = { region, accountId: staff.items[0]?.id, ...span }
  await district.post('/duty-turns', turn)
}
