import { deflateRawSync } from 'node:zlib'
import { expect } from 'chai'
import exceljs from 'exceljs'
import iconv from 'iconv-lite'
import type { Actor } from '../../src/platform/actor.js'
import { readSentTable } from '../../src/platform/tables/index.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { aNeed, anOrganization } from '../feature-drafts.js'
import {
  actor,
  community,
  elsewhere,
  featureServices,
  nextCommunity,
  regions,
  street,
} from '../feature-services.js'
import { aZip } from '../platform/tables/a-zip.js'
import { sendersOver } from './senders.js'

const meals = '八十岁独居老人腿脚不便，想有人中午送餐上门。'
const visit = '刚出院的大叔一个人住，想有人每周来看看他。'
const header = '编号,需求描述,社区,来源,紧急程度,人数,期望时间'
const sheet = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n')
const limits = { rows: 10_000, unpacked: 2 ** 25 }

onEachStore('sheets over HTTP', (engine) => {
  async function world(as: Actor = actors.committee(community)) {
    const services = await featureServices(engine)
    const open = sendersOver(services)
    return { ...services, open, ...(await open(as)) }
  }
  const countOf = ({ store, needs }: Awaited<ReturnType<typeof world>>) =>
    store.count(needs.records.kind.collection, {})

  it('tell of every bad cell, in both languages, and change nothing', async () => {
    const here = await world()
    const text = sheet(
      `1,${meals},,走访,较急,1,2027/3/1`,
      `2,短,,走访,很急很急,许多,下周`,
      `3,${visit},没有的社区,,,,`,
      `4,"${meals},,走访,,,`,
      '',
    )
    const { columns, ignored, counts, rows } = await here.preview(text)
    expect(columns).to.deep.equal(['编号', '需求描述', '社区', '来源', '紧急程度', '人数', '期望时间'])
    expect(ignored).to.deep.equal([])
    expect(counts).to.deep.equal({ rows: 4, new: 1, known: 0, refused: 3 })
    expect(rows.map(({ line, outcome }) => [line, outcome])).to.deep.equal([
      [2, 'new'],
      [3, 'refused'],
      [4, 'refused'],
      [5, 'refused'],
    ])
    const told = rows.map(({ problems }) => problems.map(({ column, code }) => `${column} ${code}`))
    expect(told[1]).to.have.members([
      '紧急程度 cell.unknown',
      '人数 cell.number',
      '期望时间 cell.day',
      '需求描述 string.min',
    ])
    expect(told[2]).to.have.members(['社区 cell.unknown', '来源 any.required'])
    expect(told[3]).to.deep.equal(['undefined row.quote'])
    expect(rows[1]?.cells).to.deep.include({ 需求描述: '短', 紧急程度: '很急很急' })
    expect(rows[1]?.problems[0]?.message).to.equal('不认识“很急很急”')
    const english = await here.preview(text, 'needs', 'en')
    expect(english.rows[1]?.problems[0]?.message).to.equal('“很急很急” is not known')
    expect(await countOf(here)).to.equal(0)
  })

  it('name columns that are missing and those that mean nothing', async () => {
    const { columns, ignored, rows } = await (await world()).preview(
      `内容,星座,未导入的原因\n${meals},天蝎,来源\n`,
    )
    expect(columns).to.deep.equal(['内容', '来源'])
    expect(ignored).to.deep.equal(['星座'])
    expect(rows[0]?.problems.map(({ column, message }) => [column, message])).to.deep.equal([
      ['来源', '必填'],
    ])
  })

  it('warn of likely duplicates, in the store and in the sheet, and of what will be hidden', async () => {
    const here = await world()
    const { id } = await here.needs.create(aNeed({ region: community, text: meals }), actor)
    const again = '独居的大叔刚刚出院，想有人每周来看看他'
    const { rows } = await here.preview(
      sheet(
        `1,${meals},,走访,,,`,
        `2,${visit},,走访,,,`,
        `3,${again},,走访,,,`,
        `4,何秀兰阿姨想学手机，电话13800138012,,走访,,,`,
      ),
    )
    expect(
      rows.map(({ warnings }) => warnings.map(({ column, code, need }) => [column, code, need])),
    ).to.deep.equal([
      [['需求描述', 'row.alike', id]],
      [],
      [['需求描述', 'row.alikeRow', undefined]],
      [['需求描述', 'row.hidden', undefined]],
    ])
    expect(rows.every(({ outcome }) => outcome === 'new')).to.equal(true)
  })

  it('warn of what will be a crisis', async () => {
    const { rows } = await (await world()).preview(sheet(`1,他说不想活了，请马上去看看。,,走访,,,`))
    expect(rows[0]?.warnings.map(({ column, code }) => [column, code])).to.deep.equal([
      ['需求描述', 'row.crisis'],
    ])
  })

  it('are read as XLSX, CSV in GB18030 and JSONL alike', async () => {
    const here = await world()
    const book = new exceljs.Workbook()
    book.addWorksheet('需求').addRows([
      ['需求描述', '来源'],
      [meals, '走访'],
    ])
    const files = [
      Buffer.from(await book.xlsx.writeBuffer()),
      iconv.encode(`需求描述,来源\n${meals},走访\n`, 'gb18030'),
      JSON.stringify({ 需求描述: meals, 来源: '走访' }),
    ]
    for (const file of files)
      expect((await here.preview(file)).counts).to.deep.include({ new: 1, refused: 0 })
  })

  it('are imported as a whole, or not at all, or without their bad rows, as one likes', async () => {
    const here = await world()
    const text = sheet(`1,${meals},,走访,,,`, `2,${visit},,走访,特别急,,`)
    const stopped = await here.send('needs/import', text)
    expect(stopped.status).to.equal(422)
    const problem = (await stopped.json()) as { errors: { field: string; code: string }[] }
    expect(problem.errors.map(({ field, code }) => [field, code])).to.deep.equal([
      ['row 3: 紧急程度', 'cell.unknown'],
    ])
    expect(await countOf(here)).to.equal(0)

    const { events, result } = await here.imported(text, '?refused=skip')
    expect(events[0]).to.contain('event: progress\ndata: {"done":0,"total":1}')
    expect(result.counts).to.deep.equal({ made: 1, known: 0, refused: 1 })
    expect(result.refused.map(({ line }) => line)).to.deep.equal([3])
    const need = await here.needs.records.get(result.made[0]?.id as string)
    expect(need).to.include({ region: community, text: meals, source: 'visit', state: 'open' })
  })

  it('make nothing twice, however often they are sent, and leave what was changed since', async () => {
    const here = await world()
    const text = sheet(`1,${meals},,走访,,,`, `2,${visit},,走访,特别急,,`)
    const [made] = (await here.imported(text, '?refused=skip')).result.made
    const corrected = text.replace('特别急', '紧急')
    await here.needs.setUrgency(made?.id as string, 1, 'urgent', undefined, actor)
    const { rows } = await here.preview(corrected)
    expect(rows.map(({ outcome, id }) => [outcome, id])).to.deep.equal([
      ['known', made?.id],
      ['new', undefined],
    ])
    const second = (await here.imported(corrected)).result
    expect(second.counts).to.deep.equal({ made: 1, known: 1, refused: 0 })
    expect((await here.imported(corrected)).result.counts).to.deep.equal({ made: 0, known: 2, refused: 0 })
    expect(await countOf(here)).to.equal(2)
    expect((await here.needs.records.get(made?.id as string)).revision).to.equal(2)
  })

  it('keep no text of a row in what they know it by', async () => {
    const here = await world()
    const { result } = await here.imported(sheet(`1,${meals},,走访,,,`))
    const { externalId = '' } = await here.needs.records.get(result.made[0]?.id as string)
    expect(externalId).to.match(/^[\w-]{43}$/)
  })

  it('take the same row of two communities for two needs, and twice in a sheet for one', async () => {
    const here = await world()
    const there = await here.open(actors.committee(nextCommunity))
    const row = sheet(`1,${meals},,走访,,,`)
    await here.imported(row)
    expect((await there.preview(row)).counts).to.deep.include({ new: 1, known: 0 })
    const { rows } = await there.preview(sheet(`1,${meals},,走访,,,`, `1,${meals},,走访,,,`))
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).to.deep.equal([[], ['row.repeated']])
    expect(
      (await there.imported(sheet(`1,${meals},,走访,,,`, `2,${meals},,走访,,,`))).result.counts.made,
    ).to.equal(2)
  })

  it('reach no further than whoever sends them', async () => {
    const here = await world()
    const nameOf = (code: string) => code
    const text = sheet(
      ...[community, nextCommunity, elsewhere].map((code, at) => `${at},${meals},${nameOf(code)},走访,,,`),
    )
    const outcomes = async (who: Actor) => {
      const { preview } = await here.open(who)
      return (await preview(text)).rows.map(({ problems }) =>
        problems.map(({ column, code }) => `${column} ${code}`),
      )
    }
    const beyond = ['社区 region.beyond']
    expect(await outcomes(actors.committee(community))).to.deep.equal([[], beyond, beyond])
    expect(await outcomes(actors.street(street))).to.deep.equal([[], [], beyond])
    expect(await outcomes(actors.district)).to.deep.equal([[], [], []])
    const { result } = await here.imported(text, '?refused=skip')
    expect(result.counts).to.deep.equal({ made: 1, known: 0, refused: 2 })
    expect(await countOf(here)).to.equal(1)
  })

  it('give back their bad rows with the reasons, to be corrected and sent again', async () => {
    const here = await world()
    const response = await here.send(
      'needs/import/refused',
      sheet(`1,${meals},,走访,,,`, `=2,${visit},,走访,特别急,,`),
    )
    expect(response.headers.get('cache-control')).to.equal('no-store')
    const bytes = Buffer.from(await response.arrayBuffer())
    const rows = await readSentTable({ name: 'a.xlsx', bytes }, limits)
    expect(rows).to.have.length(1)
    expect(rows[0]).to.have.property('cells').that.deep.includes({
      编号: '=2',
      需求描述: visit,
      紧急程度: '特别急',
      未导入的原因: '紧急程度：不认识“特别急”',
      原表行号: '3',
    })
    expect((await here.preview(bytes)).ignored).to.deep.equal([])
  })

  it('come from a template whose example is nobody’s need, with choices that are all understood', async () => {
    for (const [who, places] of [
      [actors.committee(community), 1],
      [actors.street(street), 1 + regions.childrenOf(street).length],
      [actors.district, regions.all.length],
    ] as const) {
      const { fill, options, send } = await template(await world(who), 'needs', 'zh')
      expect(fill.name).to.equal('需求')
      const place = (fill.getRow(1).values as string[]).indexOf('社区')
      expect(options.getColumn(place).values.filter(Boolean)).to.have.length(places)
      const { rows, ignored } = await send('真的')
      expect(ignored).to.deep.equal([])
      expect(rows[0], JSON.stringify(rows[0])).to.include({ outcome: 'new' })
    }
  })

  it('come from a template in the reader’s language, of needs and of offerings, each with names that are found again', async () => {
    const { organizations, open } = await world()
    const organization = await organizations.create(anOrganization(), actor)
    for (const [kind, who] of [
      ['needs', actors.district],
      ['offerings', actors.worker(organization.id)],
    ] as const) {
      const { fill, read, options, send } = await template(await open(who), kind, 'en')
      const chinese = [fill, read, options].flatMap(
        (sheet) => JSON.stringify(sheet.getSheetValues()).match(/\p{Script=Han}+/gu) ?? [],
      )
      expect(chinese).to.deep.equal([])
      const { rows, ignored, columns } = await send('my own')
      expect(ignored).to.deep.equal([])
      expect(columns).to.include('Target groups')
      expect(rows[0], JSON.stringify(rows[0])).to.include({ outcome: 'new' })
    }
  })

  /** The sheets of an empty template, and what becomes of its first row when somebody means it, by its id. */
  async function template(
    here: Pick<Awaited<ReturnType<typeof world>>, 'client' | 'preview'>,
    kind: string,
    language: string,
  ) {
    const response = await fetch(`${here.client.url}/api/v1/${kind}/import/template`, {
      headers: { 'accept-language': language },
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect((await here.preview(bytes, kind)).counts.rows, 'the example is passed over').to.equal(0)
    const book = new exceljs.Workbook()
    await book.xlsx.load(bytes as never)
    const [fill, read, options] = book.worksheets as [exceljs.Worksheet, exceljs.Worksheet, exceljs.Worksheet]
    const send = async (id: string) => {
      fill.getCell('A2').value = id
      return here.preview(Buffer.from(await book.xlsx.writeBuffer()), kind)
    }
    return { fill, read, options, send }
  }

  it('are refused where they are none, too large, too long, or would swell', async () => {
    const here = await world()
    const bomb = aZip({
      'xl/worksheets/sheet1.xml': { packed: deflateRawSync(Buffer.alloc(40 * 2 ** 20, ' ')), size: 100 },
    })
    const refused = async (file: string | Uint8Array) => {
      const response = await here.send('needs/import/preview', file)
      const { errors = [], type } = (await response.json()) as { type: string; errors?: { code: string }[] }
      return [response.status, errors[0]?.code ?? type]
    }
    expect(await refused(bomb)).to.deep.equal([422, 'table.unpacked'])
    expect(await refused(Buffer.alloc(4 * 2 ** 20 + 1, 'a'))).to.deep.equal([413, '/problems/body.large'])
    expect(await refused(`需求描述\n${'a\n'.repeat(5_001)}`)).to.deep.equal([422, 'table.long'])
    expect(await refused('')).to.deep.equal([422, 'table.empty'])
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).to.deep.equal([422, 'table.oldExcel'])
    const hostile = [
      '__proto__,constructor,需求描述\n1,2,3\n',
      '\u0000\u0001,\n,',
      '[[[[',
      '{"__proto__":{"a":1}}',
    ]
    for (const file of hostile)
      expect((await here.send('needs/import/preview', file)).status).to.be.lessThan(500)
    expect(await countOf(here)).to.equal(0)
  })

  it('bring offerings of one’s own organisation, which need not be named', async () => {
    const here = await world()
    const { id, name } = await here.organizations.create(anOrganization(), actor)
    const own = await here.open(actors.manager(id))
    const text = `服务名称,服务内容,服务区域,机构\n探访,每周上门陪伴聊天。,${street},\n助餐,每天中午送餐上门。,${street},${name}\n讲座,每月一场健康讲座。,${street},别的组织\n`
    const { rows } = await own.preview(text, 'offerings')
    expect(rows.map(({ problems }) => problems.map(({ column, code }) => `${column} ${code}`))).to.deep.equal(
      [[], [], ['机构 cell.unknown']],
    )
    const { result } = await own.imported(text, '?refused=skip', 'offerings')
    expect(result.counts).to.deep.equal({ made: 2, known: 0, refused: 1 })
    const offering = await here.offerings.records.get(result.made[0]?.id as string)
    expect(offering).to.include({ organizationId: id, state: 'draft' })
  })

  it('are imported some hundred rows at a time, and told how far', async () => {
    const here = await world()
    const rows = Array.from(
      { length: 250 },
      (_, at) => `${at},第 ${at} 位老人想学用手机，请安排志愿者。,,走访,,,`,
    )
    const { events, result } = await here.imported(sheet(...rows))
    const done = events
      .filter((event) => event.startsWith('event: progress'))
      .map((event) => JSON.parse(event.split('data: ')[1] ?? ''))
    expect(done).to.deep.equal([0, 100, 200, 250].map((at) => ({ done: at, total: 250 })))
    expect(result.counts.made).to.equal(250)
  })
})
