import { expect } from 'chai'
import type { Page } from 'playwright-core'

import { grief, offerGriefCounselling } from './examples.js'
import { signedIn, signInThrough } from './people.js'
import { chooseLanguage, type Language, languages, saying, wordsIn } from './words.js'
import { describeInBrowser, type World } from './world.js'

describeInBrowser('a need and those who see to it, each before a page of their own', (world) => {
  before(async () => {
    await offerGriefCounselling(world)
  })

  for (const language of languages) {
    it(`is posted, requested, accepted, recorded, reported and confirmed (${language})`, async () => {
      const day = new Day(world, language)
      await day.begin()
      await day.postAndRequest()
      await day.accept()
      await day.serveAndRecord()
      await day.reportAndConfirm()
      day.expectNoReload()
    })
  }
})

/** How often a person presses something from signing in to the request; the promise is six. */
const mostClicks = 6
/** The text makes the title; a word of its own tells one day's need from another's. */
const openings = { zh: '我', en: '街坊' } as const

/** The committee's worker, the organisation's manager and the district's staff, all at once. */
class Day {
  readonly #words
  readonly #text: string
  readonly #loads: string[] = []
  #committee!: Page
  #manager!: Page
  #staff!: Page

  constructor(
    private readonly world: World,
    private readonly language: Language,
  ) {
    this.#words = wordsIn(language)
    this.#text = `${openings[language]}${grief}`
  }

  /** All have their page open before anything happens. */
  async begin(): Promise<void> {
    this.#committee = await this.world.open()
    await countClicks(this.#committee)
    await chooseLanguage(this.#committee, this.language)
    await this.#committee.goto(`${this.world.url}/sign-in`)
    this.#manager = await this.#opened('manager', '/organization/requests')
    await this.#manager.getByRole('heading', { name: this.#words.place.requests }).waitFor()
    this.#staff = await this.#opened('longgang', '/community/needs?view=table')
    await this.#staff.getByRole('heading', { name: this.#words.place.needs }).waitFor()
    for (const page of [this.#manager, this.#staff]) page.on('load', () => this.#loads.push(page.url()))
  }

  async postAndRequest(): Promise<void> {
    const { community: say, place, stage } = this.#words
    const page = this.#committee
    await signInThrough(page, 'changlong')
    await forgetClicks(page)
    page.on('load', () => this.#loads.push(page.url()))
    await page.getByRole('link', { name: place.post }).first().click()
    await page.getByLabel(say.post.text).fill(this.#text)
    const best = page.getByRole('button', { name: say.recommend.request }).first()
    await best.click()
    await page.waitForURL(/\/community\/needs\/n-/)
    await shown(page, stage.requested)
    expect(await clicksIn(page), 'clicks from signing in to the request').to.be.within(1, mostClicks)
  }

  async accept(): Promise<void> {
    const { act, stage } = this.#words
    await this.#card.getByText(stage.requested).waitFor()
    await this.#act(act.accept)
    await this.#card.getByText(stage.accepted).waitFor()
    await shown(this.#committee, stage.accepted)
  }

  async serveAndRecord(): Promise<void> {
    const { act, measure, place, records, stage, workKind } = this.#words
    const page = this.#manager
    await this.#card.getByRole('button', { name: saying(act.begin) }).click()
    await shown(this.#committee, stage['in-progress'])
    await this.#card.getByRole('link', { name: this.#title }).click()
    await page.getByRole('link', { name: records.enter }).click()
    await page.getByText(workKind.group, { exact: true }).click()
    await page.getByLabel(measure.sessions).fill('1')
    await page.getByLabel(measure.attendances).fill('1')
    await page.getByLabel(measure.persons, { exact: true }).fill('1')
    await page.getByRole('button', { name: saying(records.submit) }).click()
    await page.getByText(records.forReferral).first().waitFor()
    await page.getByRole('link', { name: place.requests }).first().click()
  }

  async reportAndConfirm(): Promise<void> {
    const { act, stage } = this.#words
    const staff = this.#staff
    await staff.getByRole('link', { name: this.#title }).click()
    await shown(staff, stage['in-progress'])
    await this.#act(act.report)
    await this.#card.getByText(stage.reported).waitFor()
    await this.#card.getByRole('link', { name: this.#title }).click()
    const committee = this.#committee
    await shown(committee, stage.reported)
    await committee.getByRole('button', { name: saying(act.confirm) }).click()
    await confirmIn(committee, act.confirm)
    for (const page of [committee, this.#manager, staff]) await shown(page, stage.confirmed)
  }

  expectNoReload(): void {
    expect(this.#loads, 'pages that were loaded anew').to.deep.equal([])
  }

  get #title(): RegExp {
    return new RegExp(`^${this.#text.slice(0, 8)}`)
  }

  get #card() {
    return this.#manager.locator('.ant-card').filter({ hasText: this.#text.slice(0, 8) })
  }

  /** What the manager does by a button and the dialog that it opens. */
  async #act(name: string): Promise<void> {
    await this.#card.getByRole('button', { name: saying(name) }).click()
    await confirmIn(this.#manager, name)
  }

  async #opened(name: string, path: string): Promise<Page> {
    const page = await signedIn(this.world, name)
    await chooseLanguage(page, this.language)
    const listens = page.waitForResponse(/\/inbox\/stream/)
    await page.goto(this.world.url + path)
    await listens
    return page
  }
}

/** The need and the referral may stand in states of one name. */
const shown = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()

async function confirmIn(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: saying(name) }).click()
  await dialog.waitFor({ state: 'detached' }).catch(async (cause: unknown) => {
    throw new Error(`the dialog stays open: ${await dialog.textContent()}`, { cause })
  })
}

/** Counts what a person presses, as the browser sees it. */
async function countClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      'click',
      ({ isTrusted }) => {
        if (isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks) + 1
      },
      true,
    )
  })
}

const forgetClicks = (page: Page) =>
  page.evaluate(() => {
    sessionStorage.clicks = 0
  })

const clicksIn = (page: Page) => page.evaluate(() => Number(sessionStorage.clicks))
