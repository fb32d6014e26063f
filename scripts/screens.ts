/**
 * Writes pictures of the workspaces, with demo data, to docs/screens: npm run screens
 * Needs a Chromium, as test/e2e does.
 */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { demoPassword } from '../src/demo/index.js'
import { start } from '../src/main.js'
import { launchChromium } from '../test/e2e/chromium.js'
import { dataFolder, testConfig } from '../test/running.js'

interface Screen {
  readonly name: string
  readonly account: string
  readonly path: string
  /** What is done before the picture is taken. */
  prepare?(page: Page): Promise<void>
}

const need = '75岁独居老人，腿脚不便，一个人吃不上热饭，想有人上门陪伴聊天，每周两次。联系电话13800138012'

const sheet = `需求描述,社区,来源,紧急程度,人数,期望时间
八十岁独居老人腿脚不便，想有人中午送餐上门，软烂一些。,,走访,较急,1,2027-01-31
刚出院的大叔一个人住，想有人每周来看看他。,,网格员,特别急,一个,
双职工家庭的孩子暑假没人看管，想参加社区的暑期托管班。,,,,2,下周
小区里的老人想学用手机挂号、打车，电话13800138012，请安排志愿者来教。,,热线,一般,20,
`

const screens: readonly Screen[] = [
  { name: 'community-needs', account: 'changlong', path: '/community/needs' },
  {
    name: 'community-post',
    account: 'changlong',
    path: '/community/post',
    async prepare(page) {
      await page.getByLabel('需要什么帮助？').fill(need)
      await page.getByRole('button', { name: '登记并请求对接' }).first().waitFor()
    },
  },
  {
    name: 'community-need',
    account: 'changlong',
    path: '/community/needs',
    async prepare(page) {
      await page.locator('section a').first().click()
      await page.getByText('推荐的服务').waitFor()
    },
  },
  {
    name: 'community-import',
    account: 'changlong',
    path: '/community/needs/import',
    async prepare(page) {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'needs.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
      await page.getByRole('textbox', { name: '紧急程度，第 3 行' }).waitFor()
    },
  },
  { name: 'organization-requests', account: 'manager', path: '/organization' },
  { name: 'district-desk', account: 'longgang', path: '/district' },
  { name: 'district-heatmap', account: 'longgang', path: '/district/map' },
  { name: 'district-gaps', account: 'longgang', path: '/district/gaps' },
]
const widths = { wide: 1366, phone: 360 }
const folder = 'docs/screens'

const { path, remove } = dataFolder()
const running = await start(testConfig(path, { demo: true }))
await running.settled()
const browser = await launchChromium()
mkdirSync(folder, { recursive: true })
try {
  for (const [size, width] of Object.entries(widths)) {
    for (const screen of screens) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 850 } })
      const page = await context.newPage()
      await signIn(page, screen.account)
      await page.goto(running.url + screen.path)
      await screen.prepare?.(page)
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: `${folder}/${screen.name}-${size}.png` })
      await context.close()
    }
  }
} finally {
  await browser.close()
  await running.stop()
  remove()
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto(`${running.url}/sign-in`)
  await page.getByLabel('用户名').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: /登\s?录/ }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}
