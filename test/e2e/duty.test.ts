import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { expectAccessible, expectFitting } from './accessibility.js'
import { apiOf, signedIn } from './people.js'
import { chooseLanguage, saying, wordsIn } from './words.js'
import { describeInBrowser } from './world.js'

const { duty, place } = wordsIn('zh')
const english = wordsIn('en')
const phone = { width: 360, height: 740 }
const day = 86_400_000

/** A whole hour so many days from now, as the field takes it; the browser and this test share a clock. */
function inDays(days: number, hour: number): string {
  const date = new Date(Date.now() + days * day)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(hour)}:00`
}

describeInBrowser('the duty roster', (world) => {
  const empty = async () => {
    const district = await apiOf(world, 'longgang')
    const { items } = await district.get<{ items: { id: string; revision: number }[] }>('/duty-turns')
    for (const { id, revision } of items) await district.delete(`/duty-turns/${id}`, revision)
  }
  beforeEach(empty)
  afterEach(empty)

  it('is filled by a street with its own staff, changed and emptied again', async () => {
    const page = await signedIn(world, 'buji')
    await page.getByRole('link', { name: place.duty }).click()
    await page.getByText(duty.none).waitFor()
    const warning = page.getByRole('alert').filter({ hasText: duty.nobody })
    await warning.getByText('布吉街道').waitFor()
    await expectAccessible(page)

    await page.getByRole('button', { name: duty.add }).click()
    await choose(page, duty.who, '布吉街道（演示）')
    await expectAccessible(page)
    await save(page)
    await page.getByText(duty.kept).waitFor()
    const row = page.getByRole('listitem').filter({ hasText: '布吉街道（演示）' })
    await row.getByText(duty.now, { exact: true }).waitFor()
    await warning.waitFor({ state: 'detached' })
    await expectAccessible(page)

    await row.getByRole('button', { name: /^修改值班/ }).click()
    await page.getByLabel(duty.from).fill(inDays(2, 18))
    await page.getByLabel(duty.to).fill(inDays(3, 8))
    await save(page)
    await row
      .getByText(/18:00.*08:00/)
      .first()
      .waitFor()
    await warning.waitFor()
    expect(await row.getByText(duty.now, { exact: true }).count()).to.equal(0)

    await row.getByRole('button', { name: /^删除值班/ }).click()
    await expectAccessible(page)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: saying(duty.remove) })
      .click()
    await page.getByText(duty.removed).waitFor()
    await page.getByText(duty.none).waitFor()
  })

  it('says beside a field what cannot be, and keeps what was written', async () => {
    world.expectComplaint(/422/)
    const page = await signedIn(world, 'longgang')
    await page.goto(`${world.url}/district/duty`)
    await page.getByRole('button', { name: duty.add }).click()
    await choose(page, duty.who, '龙岗区（演示）')
    await page.getByLabel(duty.to).fill(inDays(40, 8))
    await save(page)
    const field = page.locator('.ant-form-item').filter({ has: page.getByLabel(duty.to) })
    await field.getByText('一次值班最长 31 天').waitFor()
    await expectAccessible(page)
    await page.getByLabel(duty.to).fill(inDays(5, 8))
    await save(page)
    await page.getByRole('listitem').filter({ hasText: '龙岗区（演示）' }).waitFor()
  })

  it('fits a phone, in English too', async () => {
    const page = await signedIn(world, 'longgang', { viewport: phone })
    await chooseLanguage(page, 'en')
    await page.goto(`${world.url}/district/duty`)
    await page.getByText(english.duty.none).waitFor()
    await page.getByRole('button', { name: english.duty.add }).click()
    await choose(page, english.duty.who, '龙岗区（演示）')
    await expectFitting(page)
    await page.getByRole('button', { name: english.action.save }).click()
    await page.getByText(english.duty.now, { exact: true }).waitFor()
    await expectFitting(page)
    await expectAccessible(page)
  })
})

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}

/** Its sign of being busy may still fade away, and is a part of its name meanwhile. */
async function save(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存$/ })
    .click()
}
