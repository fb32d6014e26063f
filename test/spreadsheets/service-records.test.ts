import { expect } from 'chai'
import exceljs from 'exceljs'
import { createMonthClosings } from '../../src/service-records/closing-service.js'
import { serviceRecordsCollection } from '../../src/service-records/collection.js'
import { MonthGates } from '../../src/service-records/month-gates.js'
import { recountTotals } from '../../src/service-records/recount.js'
import { onEachStore } from '../each-store.js'
import { community, regions, street } from '../feature-services.js'
import { aWorld, committee } from '../referrals/world.js'
import { sendersOver } from './senders.js'

const header =
  '编号,服务日期,社区,服务类别,种类,探访（次）,参与人次,参与人数,服务时长（分钟）,社区活动（场）,对接单编号,备注'
const sheet = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n')
const place = regions.get(community)?.zh ?? ''
const care = '独居老人探访关爱'
const kind = 'service-records'

onEachStore('a month sheet of service records', function (engine) {
  this.timeout(60_000)

  async function world() {
    const services = await aWorld(engine)
    const open = sendersOver(services)
    const { offering, organization, worker } = await services.anOffer()
    const own = await open(worker)
    return {
      ...services,
      open,
      offering,
      organization,
      worker,
      preview: (file: string | Uint8Array) => own.preview(file, kind),
      imported: async (file: string | Uint8Array, query = '') =>
        (await own.imported(file, query, kind)).result,
      own,
      told: async (file: string, who = own) =>
        (await who.preview(file, kind)).rows.map(({ problems }) =>
          problems.map(({ column, code }) => `${column} ${code}`),
        ),
      count: () => services.store.count(serviceRecordsCollection, {}),
    }
  }

  it('becomes records of the organisation that sends it, counted once however often it is sent', async () => {
    const { imported, preview, organization, services, store, worker } = await world()
    const text = sheet(
      `1,2026-02-10,${place},${care},探访,12,,9,480,0,,节前走访`,
      `2,2026年2月,${place},${care},社区活动,,40,32,,2,,"请联系何秀兰，电话13800138012"`,
      `3,2026/2/11,${place},${care},探访,,,,,,,`,
    )
    const { counts, rows } = await preview(text)
    expect(counts).to.deep.equal({ rows: 3, new: 2, known: 0, refused: 1 })
    expect(rows[2]?.problems.map(({ column, code }) => [column, code])).to.deep.equal([
      ['探访（次）', 'service.nothing'],
    ])
    expect(rows[1]?.warnings.map(({ code }) => code)).to.deep.equal(['row.hidden'])
    const { made } = await imported(text, '?refused=skip')
    const [visit, activity] = await services.records.existing(made.map(({ id }) => id))
    expect(visit).to.deep.include({
      organizationId: organization.id,
      region: community,
      category: 'elderly.home-visit',
      day: '2026-02-10',
      month: '2026-02',
      work: { kind: 'visit', visits: 12, persons: 9, minutes: 480 },
      notes: '节前走访',
    })
    expect(activity).to.deep.include({
      day: '2026-02-28',
      work: { kind: 'activity', activities: 2, attendances: 40, persons: 32 },
    })
    expect(activity?.notes).to.not.match(/138|秀兰/)
    const corrected = text.replace('探访,,,,,,,', '探访,3,,3,,,,')
    expect((await imported(corrected)).counts).to.deep.equal({ made: 1, known: 2, refused: 0 })
    expect((await imported(corrected)).counts).to.deep.equal({ made: 0, known: 3, refused: 0 })
    expect((await recountTotals(store)).wrong).to.deep.equal([])
    const { id, revision, ...rest } = visit as NonNullable<typeof visit>
    const { createdAt: _, createdBy: __, updatedAt: ___, updatedBy: ____, month: _____, ...draft } = rest
    const { attachments: ______, externalId, ...change } = draft
    await services.records.correct(id, revision, { ...change, day: '2026-02-12' }, '记错日期', worker)
    expect((await services.records.existing([id]))[0]).to.include({ day: '2026-02-12', externalId })
    expect((await imported(corrected)).counts, 'a correction stays').to.include({ made: 0, known: 3 })
  })

  it('marks every bad cell in the column that it stands in', async () => {
    const { told } = await world()
    expect(
      await told(
        sheet(
          `1,下周,没有的社区,别的,什么,一,,,,,,`,
          `2,2026-03-11,${place},${care},探访,1.5,,,,3,,`,
          `3,2026-02-10,${place},${care},社区活动,,1,2,,1,,`,
          `s-01k8f3q2t8x7m4c9e2p0,2026-02-10,${place},${care},探访,1,,1,,,,`,
        ),
      ),
    ).to.deep.equal([
      ['种类 cell.unknown', '服务日期 cell.day', '社区 cell.unknown', '服务类别 cell.unknown'],
      ['社区活动（场） cell.otherKind', '探访（次） number.integer'],
      ['参与人数 service.persons'],
      ['编号 cell.entered'],
    ])
  })

  it('takes hours for hours where the header says so', async () => {
    const { imported, services } = await world()
    const text = `服务日期,社区,服务类别,种类,志愿服务（人次）,参与人数,服务时长（小时）\n2026-02-10,${place},${care},志愿服务,4,3,2.5\n`
    const { made } = await imported(text)
    const [record] = await services.records.existing(made.map(({ id }) => id))
    expect(record?.work).to.deep.equal({ kind: 'volunteering', turns: 4, persons: 3, minutes: 150 })
  })

  it('takes each row by the header of the cell that is filled, be it of hours or of minutes', async () => {
    const { imported, services } = await world()
    const text = [
      '服务日期,社区,服务类别,种类,志愿服务（人次）,参与人数,服务时长（分钟）,服务时数',
      `2026-02-10,${place},${care},志愿服务,4,3,,2.5`,
      `2026-02-11,${place},${care},志愿服务,4,3,90,`,
      '',
    ].join('\n')
    const { made } = await imported(text)
    const records = await services.records.existing(made.map(({ id }) => id))
    expect(records.map(({ day, work }) => [day, 'minutes' in work && work.minutes])).to.have.deep.members([
      ['2026-02-10', 150],
      ['2026-02-11', 90],
    ])
  })

  it('names referrals of its own organisation only, on which work has begun', async () => {
    const { told, imported, aNeed, referrals, offering, worker, open, anOffer, services } = await world()
    const need = await aNeed()
    const asked = await referrals.open(need.id, { how: 'request', offeringId: offering.id }, committee)
    const row = (id: string) => sheet(`1,2026-03-10,${place},${care},探访,1,,1,,,${id},`)
    expect(await told(row(asked.id))).to.deep.equal([['对接单编号 service.referralStage']])
    const accepted = await referrals.act(asked.id, asked.revision, 'accept', {}, worker)
    await referrals.act(asked.id, accepted.revision, 'begin', {}, worker)
    expect(await told(row(asked.id))).to.deep.equal([[]])
    const unknown = [['对接单编号 service.referral']]
    expect(await told(row('r-000404'))).to.deep.equal(unknown)
    const other = await open((await anOffer()).worker)
    expect(await told(row(asked.id), other), 'as if it were not there').to.deep.equal(unknown)
    const { made } = await imported(row(asked.id))
    const [record] = await services.records.existing(made.map(({ id }) => id))
    expect(record).to.include({ referralId: asked.id })
  })

  it('enters nothing into a month that is closed, and nothing into another organisation', async () => {
    const { told, open, anOffer, organization, deps, store, count, imported, preview } = await world()
    const january = sheet(`s-2026-001,2026-01-10,${place},${care},探访,1,,1,,,,`)
    expect((await imported(january)).counts, 'a number of their own').to.include({ made: 1 })
    const closings = createMonthClosings(
      { ...deps, organizationErrors: async () => [] },
      new MonthGates(store),
    )
    const district = { id: 'district', role: 'district' } as const
    await closings.close({ month: '2026-01', region: street }, district)
    expect((await preview(january)).counts, 'entered before').to.include({ known: 1, refused: 0 })
    await closings.close({ month: '2026-02', region: street }, district)
    const february = sheet(`1,2026-02-10,${place},${care},探访,1,,1,,,,`)
    expect(await told(february)).to.deep.equal([['服务日期 service.monthClosed']])
    const { worker: elsewhere, organization: another } = await anOffer()
    const march = sheet(`1,2026-03-01,${place},${care},探访,1,,1,,,,`)
    const other = await open(elsewhere)
    await imported(march)
    expect((await other.preview(march, kind)).counts, 'known to its sender only').to.include({ new: 1 })
    await other.imported(march, '', kind)
    const records = await store.find(serviceRecordsCollection, {})
    expect(records.map(({ organizationId }) => organizationId)).to.have.members([
      organization.id,
      organization.id,
      another.id,
    ])
    expect(await count()).to.equal(3)
  })

  it('warns of work that was entered by hand already', async () => {
    const { preview, services, organization, worker } = await world()
    const work = { kind: 'visit', visits: 1, persons: 1, minutes: 30 } as const
    const draft = { organizationId: organization.id, region: community, category: 'elderly.home-visit' }
    await services.records.create({ ...draft, day: '2026-02-10', work }, worker)
    const { rows } = await preview(
      sheet(`1,2026-02-10,${place},${care},探访,1,,1,,,,`, `2,2026-02-11,${place},${care},探访,1,,1,,,,`),
    )
    expect(rows.map(({ warnings }) => warnings.map(({ column, code }) => `${column} ${code}`))).to.deep.equal(
      [['服务日期 row.alikeRecord'], []],
    )
  })

  it('comes from a template in either language whose example is nobody’s work, with columns that are all understood', async () => {
    const { own, preview } = await world()
    for (const [language, dayHeader] of [
      ['zh', '服务日期（必填）'],
      ['en', 'Day (required)'],
    ] as const) {
      const response = await fetch(`${own.client.url}/api/v1/service-records/import/template`, {
        headers: { 'accept-language': language },
      })
      const bytes = Buffer.from(await response.arrayBuffer())
      expect((await preview(bytes)).counts.rows, 'the example is passed over').to.equal(0)
      const book = new exceljs.Workbook()
      await book.xlsx.load(bytes as never)
      const [fill] = book.worksheets as [exceljs.Worksheet]
      fill.getCell('A2').value = '真的'
      const day = (fill.getRow(1).values as string[]).indexOf(dayHeader)
      fill.getRow(2).getCell(day).value = '2026-02-10'
      const { rows, ignored } = await preview(Buffer.from(await book.xlsx.writeBuffer()))
      expect(ignored).to.deep.equal([])
      expect(rows[0], JSON.stringify(rows[0])).to.include({ outcome: 'new' })
    }
  })
})
