import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/index.js'
import { wordsIn } from './words.js'
import { describeInBrowser } from './world.js'

const { action, app, community, identity, needs, place, signIn, stage, unit } = wordsIn('zh')
const text = '75岁独居老人，腿脚不便，一个人吃不上热饭，想有人上门陪伴聊天，每周两次。'

describeInBrowser('the pages by keyboard alone', (world) => {
  it('lead from signing in to a request of the best organisation, and in and out of dialogs', async () => {
    const page = await world.open()
    await page.goto(`${world.url}/sign-in`)
    await page.getByLabel(signIn.name).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('changlong')
    await page.keyboard.press('Tab')
    await page.keyboard.type(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: place.needs, exact: true }).waitFor()

    await walkTo(page, app.skip)
    await page.keyboard.press('Enter')
    expect(await focused(page, (element) => element.id)).to.equal('content')
    await walkTo(page, place.post)
    await page.keyboard.press('Enter')

    await page.getByLabel(community.post.text).and(page.locator(':focus')).waitFor()
    await page.keyboard.type(text)
    await page.getByRole('button', { name: community.recommend.request }).first().waitFor()
    await walkTo(page, community.post.amount, 'combobox')
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.locator('.ant-select').getByText(unit.visit).waitFor()
    await walkTo(page, community.recommend.request)
    await page.keyboard.press('Enter')
    await page.getByText(stage.requested).waitFor()
    expect(await focused(page, (element) => element.id)).to.equal('content')

    await walkTo(page, needs.close)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: needs.close }).waitFor()
    await expectFocusKept(page)
    await page.keyboard.press('Escape')
    await expectFocusBack(page, needs.close)

    await walkTo(page, identity.enter)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: identity.enter }).waitFor()
    await walkTo(page, action.cancel)
    await page.keyboard.press('Enter')
    await expectFocusBack(page, identity.enter)

    await walkTo(page, `${app.account} 长龙社区（演示）`)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: app.account }).waitFor()
    for (const key of ['ArrowDown', 'Escape']) await page.keyboard.press(key)
    await page.getByRole('menuitem', { name: app.account }).waitFor({ state: 'hidden' })
    await expectFocusBack(page, /长龙社区（演示）$/)
  })
})

/** So many stops no page has. */
const mostStops = 80

/** Goes on with Tab until what has the focus is called so; at every stop one must see where the focus is. */
async function walkTo(page: Page, name: string, role?: string): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    // After the last stop comes the browser itself, then the first again.
    if ((await page.locator(':focus').count()) === 0) continue
    const at = await focused(page, stopAt)
    expect(at.isSeen, `one sees the focus at ${at.name || at.html}`).to.equal(true)
    const isNamed = at.name.replace(/\s/g, '') === name.replace(/\s/g, '')
    if (isNamed && (role === undefined || at.role === role)) return
    passed.push(at.name)
  }
  expect.fail(`no “${name}” among ${passed.join(' | ')}`)
}

/** In the page: what has the focus, and whether a ring, a shadow or a border of its own shows it within the window. */
function stopAt(element: Element) {
  const box = element.getBoundingClientRect()
  const isInside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  const around = [element, element.parentElement, element.closest('.ant-select')]
  const isMarked = around.some((one) => {
    if (!one) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null
  return {
    name: element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '',
    role: element.getAttribute('role') ?? '',
    html: element.outerHTML.slice(0, 200),
    isSeen: isInside && isMarked,
  }
}

function focused<T>(page: Page, look: (element: Element) => T): Promise<T> {
  return page.locator(':focus').evaluate(look)
}

/** However often somebody goes on, nothing of the page behind the dialog gets the focus. */
async function expectFocusKept(page: Page): Promise<void> {
  const behind = page.locator(':focus:not([role="dialog"] :focus, [role="dialog"])')
  for (let stop = 0; stop < 8; stop++) {
    await page.keyboard.press('Tab')
    expect(await behind.count()).to.equal(0)
  }
}

async function expectFocusBack(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor()
}
