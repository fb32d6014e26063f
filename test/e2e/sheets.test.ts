import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expectAccessible } from './accessibility.js'
import { signedIn } from './people.js'
import { describeInBrowser } from './world.js'

const header = ['需求描述', '来源', '紧急程度', '人数', '期望时间', '备注']
const rows = [
  ['八十岁独居老人腿脚不便，想有人中午送餐上门，软烂一些。', '走访', '较急', 1, '2027-01-31', ''],
  ['刚出院的大叔一个人住，想有人每周来看看他，电话13800138012。', '网格员', '特别急', '一个', '', ''],
  ['双职工家庭的孩子暑假没人看管，想参加社区的暑期托管班。', '', '', 2, '下周', ''],
] as const

async function aSheet(...more: readonly unknown[][]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.addWorksheet('需求').addRows([header, ...rows.map((row) => [...row]), ...more])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /把表格拖到这里|Drop a sheet here/ }).press('Enter')
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await downloading).path())
}

async function cellsOf(bytes: Buffer): Promise<unknown[][]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  const all: unknown[][] = []
  book.worksheets[0]?.eachRow((row) => all.push((row.values as unknown[]).slice(1)))
  return all
}

async function expectNothingSticksOut(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, page.url()).to.be.at.most(0)
}

describeInBrowser('an Excel sheet with bad rows', (world) => {
  it('shows each bad cell in its place, lets it be corrected there, and becomes needs', async () => {
    const page = await signedIn(world, 'changlong')
    await page.getByRole('link', { name: '导入表格' }).click()
    await page.getByRole('heading', { name: '导入需求', level: 1 }).waitFor()
    await expectAccessible(page)
    const [headers = []] = await cellsOf(await saved(page, '下载模板'))
    expect(headers).to.include.members(['需求描述（必填）', '来源（必填）', '紧急程度'])

    await choose(page, '十一月.xlsx', await aSheet([{ error: '#REF!' }, '走访']))
    await page.getByText('共 4 行：可导入 1，以前已导入 0，有错 3').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.contain('共 4 行')
    await page.getByText('公式出错：#REF!').waitFor()
    await page.getByText('不认识、已忽略的列：备注').waitFor()
    const urgency = page.getByRole('textbox', { name: '紧急程度，第 3 行' })
    expect(await urgency.inputValue()).to.equal('特别急')
    expect(await urgency.getAttribute('aria-invalid')).to.equal('true')
    const said = await urgency.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${said}"]`).textContent()).to.contain('错误：不认识“特别急”')
    await expectAccessible(page)

    const bad = await cellsOf(await saved(page, '下载有错的行'))
    expect(bad[0]).to.include.members(['未导入的原因', '原表行号'])
    expect(bad).to.have.length(4)

    await page.getByText('只看有错的 3').click()
    await page.getByText(rows[0][0]).waitFor({ state: 'detached' })
    await urgency.fill('紧急')
    await page.getByRole('textbox', { name: '人数，第 3 行' }).fill('1')
    await page.getByRole('button', { name: '重新检查' }).click()
    await page.getByText('共 4 行：可导入 2，以前已导入 0，有错 2').waitFor()
    await page.getByText('公式出错：#REF!').waitFor()
    // How many it is depends on what others have posted: a likely duplicate is one too.
    await page.getByText(/^只看要留意的 \d+$/).click()
    await page.getByText('含 1 处个人信息，导入时会自动隐藏').waitFor()

    await page.getByRole('button', { name: '导入 2 行，跳过 2 行' }).click()
    await page.getByText('已导入 2 条，2 行有错未导入').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: /^刚出院的大叔/ }).click()
    await page.getByText('【电话】').first().waitFor()
  })

  it('is taken up again where it was left: what was imported is known, and nothing is made twice', async () => {
    const page = await signedIn(world, 'changlong')
    await page.goto(`${world.url}/community/needs/import`)
    await choose(page, '十一月.xlsx', await aSheet())
    await page.getByText('共 3 行：可导入 0，以前已导入 1，有错 2').waitFor()
    await page.getByRole('button', { name: '没有可导入的行' }).waitFor()
    expect(await page.getByRole('link', { name: '查看', exact: true }).count()).to.be.at.least(1)
    await page.getByRole('textbox', { name: '来源，第 4 行' }).fill('热线')
    await page.getByRole('textbox', { name: '期望时间，第 4 行' }).fill('2027-02-01')
    await page.getByRole('textbox', { name: '紧急程度，第 3 行' }).fill('紧急')
    await page.getByRole('textbox', { name: '人数，第 3 行' }).fill('1')
    await page.getByRole('button', { name: '重新检查' }).click()
    await page.getByText('共 3 行：可导入 1，以前已导入 2，有错 0').waitFor()
    await page.getByRole('button', { name: '导入 1 行' }).click()
    await page.getByText('已导入 1 条').waitFor()
    await page.getByRole('link', { name: '查看全部需求' }).click()
    await page
      .getByRole('link', { name: /^双职工家庭的孩子/ })
      .first()
      .waitFor()
  })

  it('says what is wrong with a file that is no sheet, and takes another', async () => {
    world.expectComplaint(/422/)
    const page = await signedIn(world, 'changlong')
    await page.goto(`${world.url}/community/needs/import`)
    await choose(page, '不是表格.xlsx', Buffer.from('no workbook'))
    await page.getByText('不是完整的 .xlsx 工作簿').waitFor()
    await expectAccessible(page)
    await choose(page, '表格.csv', Buffer.from('需求描述,来源\n想有人教老人用手机挂号。,走访\n'))
    await page.getByRole('button', { name: '导入 1 行' }).waitFor()
  })

  it('fits a phone, in English too', async () => {
    const page = await signedIn(world, 'changlong', { viewport: { width: 360, height: 740 } })
    await page.goto(`${world.url}/community/needs/import`)
    await choose(page, '十一月.xlsx', await aSheet())
    await page.getByRole('textbox', { name: '紧急程度，第 3 行' }).waitFor()
    await expectNothingSticksOut(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText(/^3 rows: .* 2 with errors/).waitFor()
    await page.getByText('“特别急” is not known').waitFor()
  })

  it('brings the offerings of an organisation, too', async () => {
    const page = await signedIn(world, 'manager')
    await page.goto(`${world.url}/organization/offerings`)
    await page.getByRole('link', { name: '导入表格' }).click()
    const sheet =
      '服务名称,服务内容,服务区域,每月容量,单位\n手机课堂,教老人用手机挂号、打车、视频。,坂田街道,20,人\n空谈,什么都做。,月球,,\n'
    await choose(page, '服务.csv', Buffer.from(sheet))
    await page.getByText('共 2 行：可导入 1，以前已导入 0，有错 1').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '导入 1 行，跳过 1 行' }).click()
    await page.getByRole('link', { name: /^教老人用手机/ }).click()
    await page.waitForURL(/\/organization\/offerings\/f-/)
  })

  it('brings the month of an organisation’s service records, into the totals of the month too', async () => {
    const page = await signedIn(world, 'manager')
    await page.goto(`${world.url}/organization/records`)
    await page.getByRole('link', { name: '导入表格' }).click()
    await page.getByRole('heading', { name: '导入服务记录', level: 1 }).waitFor()
    const [headers = []] = await cellsOf(await saved(page, '下载模板'))
    expect(headers).to.include.members(['服务日期（必填）', '种类（必填）', '探访（次）', '对接单编号'])
    const sheet = [
      '服务日期,社区,服务类别,种类,探访（次）,参与人数,服务时长（分钟）,备注',
      '2026-10-08,坂田街道,独居老人探访关爱,探访,4321,77,600,重阳节走访',
      '2026-10-09,坂田街道,独居老人探访关爱,家访,许多,9,300,',
      '',
    ].join('\n')
    await choose(page, '十月.csv', Buffer.from(sheet))
    await page.getByText('共 2 行：可导入 1，以前已导入 0，有错 1').waitFor()
    await expectAccessible(page)
    await page.getByRole('textbox', { name: '探访（次），第 3 行' }).fill('6')
    await page.getByRole('button', { name: '重新检查' }).click()
    await page.getByRole('button', { name: '导入 2 行' }).click()
    await page.getByText('已导入 2 条').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: '查看服务记录' }).click()
    await page.getByText('重阳节走访').waitFor()
    await page.goto(`${world.url}/organization/records/sheet?from=2026-10&by=month`)
    await page
      .getByText(/4[,，]?3[23]\d/)
      .first()
      .waitFor()
  })
})
