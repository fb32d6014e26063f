import { expect } from 'chai'
import fc from 'fast-check'
import type { Actor } from '../../src/platform/actor.js'
import { tableBytes } from '../../src/platform/tables/index.js'
import { type Grouping, groupings } from '../../src/service-records/totals-query.js'
import { totalsSheet } from '../../src/service-records/totals-sheet.js'
import { added, type Figures, figuresOf } from '../../src/service-records/work.js'
import { onEachStore } from '../each-store.js'
import {
  community,
  districtCode,
  elsewhere,
  nextCommunity,
  regions,
  street,
  taxonomy,
} from '../feature-services.js'
import { refusalOf } from '../refusals.js'
import { anyDraft } from './arbitraries.js'
import {
  aServiceRecord,
  district,
  organizationId,
  otherOrganization,
  otherWorker,
  serviceRecordWorld,
  worker,
} from './world.js'

const span = { from: '2025-01', to: '2026-12' }
const turns = { kind: 'volunteering', turns: 4, persons: 3, minutes: 500 } as const

onEachStore('totals of service records', function (engine) {
  this.timeout(60_000)

  async function filled() {
    const world = await serviceRecordWorld(engine)
    const { records } = world
    await records.create(aServiceRecord(), worker)
    await records.create(aServiceRecord({ region: nextCommunity, day: '2025-12-31', work: turns }), worker)
    await records.create(aServiceRecord({ region: street, category: 'mediation.neighbour.leak' }), worker)
    await records.create(
      aServiceRecord({ organizationId: otherOrganization, region: elsewhere }),
      otherWorker,
    )
    const rows = async (by: Grouping[], over: object = {}, actor: Actor = district) =>
      (await world.totals.read({ by, ...span, ...over }, actor)).rows.map(
        ({ group, kind, records: count }) => [...Object.values(group), kind, count],
      )
    return { ...world, rows }
  }

  it('are grouped by organisation, region, category and period at any level, always by kind', async () => {
    const { rows, totals } = await filled()
    const otherStreet = regions.chain(elsewhere)[1]
    const sorted = (list: unknown[][]) =>
      list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    expect(await rows([])).to.deep.equal([
      ['visit', 3],
      ['volunteering', 1],
    ])
    expect(await rows(['district'])).to.deep.equal([
      [districtCode, 'visit', 3],
      [districtCode, 'volunteering', 1],
    ])
    expect(sorted(await rows(['street']))).to.deep.equal(
      sorted([
        [street, 'visit', 2],
        [street, 'volunteering', 1],
        [otherStreet, 'visit', 1],
      ]),
    )
    expect(sorted(await rows(['community']))).to.deep.equal(
      sorted([
        [community, 'visit', 1],
        [nextCommunity, 'volunteering', 1],
        [elsewhere, 'visit', 1],
        [null, 'visit', 1],
      ]),
    )
    expect(await rows(['branch', 'year'])).to.deep.equal([
      ['elderly', '2025', 'volunteering', 1],
      ['elderly', '2026', 'visit', 2],
      ['mediation', '2026', 'visit', 1],
    ])
    expect(await rows(['division', 'quarter'], { category: 'mediation' })).to.deep.equal([
      ['mediation.neighbour', '2026-Q1', 'visit', 1],
    ])
    expect(await rows(['organization', 'month'], { region: street, from: '2026-01' })).to.deep.equal([
      [organizationId, '2026-02', 'visit', 2],
    ])
    expect(await rows(['category'], { kind: ['volunteering'] })).to.deep.equal([
      ['elderly.home-visit', 'volunteering', 1],
    ])
    const { rows: whole, total } = await totals.read({ by: [], ...span }, district)
    expect(total).to.deep.equal(whole.map(({ group: _, ...sum }) => sum))
    expect(total[1]?.figures).to.deep.equal({ turns: 4, persons: 3, minutes: 500 })
  })

  it('reach as far as the actor', async () => {
    const { rows } = await filled()
    expect(await rows([], {}, worker)).to.deep.equal([
      ['visit', 2],
      ['volunteering', 1],
    ])
    expect(await rows([], {}, otherWorker)).to.deep.equal([['visit', 1]])
    expect(await rows([], { organization: [otherOrganization] }, worker)).to.deep.equal([])
    expect(await rows([], {}, { id: 'u', role: 'street', region: street })).to.deep.equal([
      ['visit', 2],
      ['volunteering', 1],
    ])
    expect(await rows([], {}, { id: 'u', role: 'committee', region: community })).to.deep.equal([
      ['visit', 1],
    ])
    expect(await rows([], { region: elsewhere }, { id: 'u', role: 'street', region: street })).to.deep.equal(
      [],
    )
    expect(await rows([], {}, { id: 'u', role: 'admin' })).to.deep.equal([])
  })

  it('add up to the same, however they are grouped', async () => {
    const { records, totals } = await serviceRecordWorld(engine)
    const drafts = fc.sample(anyDraft, { numRuns: 25, seed: 7 })
    let sum: Figures = {}
    for (const draft of drafts) {
      await records.create(draft, worker)
      sum = added(sum, figuresOf(draft.work))
    }
    for (const grouping of groupings) {
      const { rows } = await totals.read({ by: [grouping], ...span }, district)
      expect(
        rows.reduce((all, row) => added(all, row.figures), {} as Figures),
        grouping,
      ).to.deep.equal(sum)
    }
  })

  it('refuse a span that is reversed or longer than ten years, and what is not known', async () => {
    const { totals } = await serviceRecordWorld(engine)
    const refused = (over: object) => refusalOf(() => totals.read({ by: [], ...span, ...over }, district))
    expect(await refused({ to: '2024-12' })).to.deep.equal(['to: range.reversed'])
    expect(await refused({ to: '2035-01' })).to.deep.equal(['to: totals.span'])
    expect(await refused({ region: '1', category: 'x' })).to.deep.equal([
      'region: region.unknown',
      'category: category.unknown',
    ])
  })

  it('make a sheet in the district’s units, with volunteers’ time in hours, in which no text is a formula', async () => {
    const { totals } = await filled()
    const { rows } = await totals.read({ by: ['organization', 'month'], ...span }, district)
    const namesOf = async () => new Map([[organizationId, '=HYPERLINK("http://x")']])
    const sheet = totalsSheet({ by: ['organization', 'month'], ...span }, { regions, taxonomy, namesOf })
    const file = async (format: 'csv' | 'xlsx') =>
      tableBytes(format, sheet.columns('zh'), await sheet.rows(rows, 'zh'))
    const csv = (await file('csv')).toString()
    const [headers = '', ...lines] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const cell = (line: number, header: string) => lines[line]?.[headers.indexOf(header)]
    expect(csv.startsWith('\ufeff'), 'for Excel').to.equal(true)
    expect(headers.slice(0, 2)).to.deep.equal(['组织', '月份'])
    expect(lines).to.have.length(3)
    expect(csv).to.include(`"'=HYPERLINK(""http://x"")"`)
    expect(cell(0, '志愿服务时长（小时）')).to.equal('8.3')
    expect(cell(0, '志愿服务：志愿服务（人次）')).to.equal('4')
    expect(cell(1, '探访：探访（次）')).to.equal('4')
    expect(cell(1, '志愿服务：参与人数')).to.equal('')
    const xlsx = await file('xlsx')
    const { default: exceljs } = await import('exceljs')
    const book = new exceljs.Workbook()
    await book.xlsx.load(xlsx as never)
    const written = book.worksheets[0]
    expect(written?.rowCount).to.equal(4)
    expect(written?.getRow(2).getCell(1).value).to.equal('=HYPERLINK("http://x")')
    expect(written?.getRow(2).getCell(1).formula).to.equal(undefined)
  })
})
