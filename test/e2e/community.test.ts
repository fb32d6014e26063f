import { expect } from 'chai'
import { expectAccessible, expectFitting } from './accessibility.js'
import { signedIn } from './people.js'
import { describeInBrowser } from './world.js'

const text = '75岁独居老人，腿脚不便，一个人吃不上热饭，想有人上门陪伴聊天，每周两次。'

describeInBrowser('the community workspace', (world) => {
  it('leads from signing in to a request of the best organisation in three clicks', async () => {
    const page = await signedIn(world, 'changlong')
    let clicks = 0
    await page.getByRole('link', { name: '登记需求' }).first().click()
    clicks++
    await page.getByLabel('需要什么帮助？').fill(text)
    const request = page.getByRole('button', { name: '登记并请求对接' }).first()
    await request.click()
    clicks++
    await page.waitForURL(/\/community\/needs\/n-/)
    await page.getByText('已派单，待接收').waitFor()
    expect(clicks).to.be.at.most(6)
    await expectAccessible(page)
  })

  it('shows how the text was read while it is written, and keeps the draft over a reload', async () => {
    const page = await signedIn(world, 'changlong')
    await page.goto(`${world.url}/community/post`)
    await page.getByLabel('需要什么帮助？').fill(text)
    await page.getByText('长者助餐').first().waitFor()
    await expectAccessible(page)
    await page.reload()
    expect(await page.getByLabel('需要什么帮助？').inputValue()).to.equal(text)
  })

  it('shows a community that lies deep in its tree at the beginning of its field, on a phone and on a wide screen', async () => {
    const page = await signedIn(world, 'changlong')
    for (const width of [360, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${world.url}/community/post`)
      const field = page.locator('.ant-select', { has: page.getByLabel('所在社区') })
      const value = field.getByText('长龙社区')
      await value.waitFor()
      const indent = await value.evaluate((element) => {
        const words = document.createRange()
        words.selectNodeContents(element)
        const box = element.closest('.ant-select')?.getBoundingClientRect()
        return words.getBoundingClientRect().left - (box?.left ?? 0)
      })
      expect(indent, `at ${width} px`).to.be.below(20)
    }
  })

  it('lists the needs of the community as a board and as a table, on a phone too', async () => {
    const page = await signedIn(world, 'changlong', { viewport: { width: 360, height: 740 } })
    await page.getByRole('heading', { name: '需求', exact: true }).waitFor()
    await page.getByRole('heading', { name: '待对接' }).waitFor()
    await expectAccessible(page)
    await page.getByText('表格', { exact: true }).click()
    await page.getByRole('columnheader', { name: '状态' }).waitFor()
    expect(page.url()).to.include('view=table')
    await expectFitting(page)
    await expectAccessible(page)
  })

  it('speaks English', async () => {
    const page = await signedIn(world, 'changlong')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Needs', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).to.equal('en')
  })
})
