import { expect } from 'chai'
import { miscountedCells, recountResponses } from '../../src/insights/index.js'
import { verdictsCollection } from '../../src/insights/verdicts.js'
import { type Running, start } from '../../src/main.js'
import type { Need } from '../../src/needs/index.js'
import { systemActor } from '../../src/platform/actor.js'
import { monthNumber, monthOf } from '../../src/platform/months.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { HttpClient } from '../http-client.js'
import { dataFolder, testConfig } from '../running.js'
import { person, scopes } from '../signed-in.js'

const district = { role: 'district' as const }
const thisMonth = monthNumber(new Date().toISOString().slice(0, 7))
/** The demo, wherever it has been moved to, and what is entered today. */
const [from, to] = [monthOf(thisMonth - 11), monthOf(thisMonth + 1)]
const year = `from=${from}&to=${to}`

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

describe('insights over HTTP, on the demo data', function () {
  this.timeout(300_000)
  const folder = dataFolder()
  let running: Running
  let workspace: Workspace
  let staff: HttpClient
  let organization: HttpClient

  before(async () => {
    const config = testConfig(folder.path, { demo: true })
    running = await start(config)
    // Two connections in one thread: while one is in a transaction the other cannot wait for it.
    await running.settled()
    workspace = await openWorkspace(config)
    const http = new HttpClient(running.url)
    staff = http.with((await person(workspace, district)).headers)
    organization = http.with((await person(workspace, scopes['org-worker'])).headers)
  })
  after(async () => {
    await running.stop()
    await workspace.close()
    folder.remove()
  })

  const ask = <T>(path: string, client = staff) => client.ask<T>(`/api/v1/insights/${path}`)

  async function entered(text: string): Promise<Pick<Need, 'id' | 'title' | 'text' | 'region'>> {
    const need = { text, region: '440307014002', source: 'visit', amount: { value: 1, unit: 'visit' } }
    const { status, body } = await staff.ask<Need>('/api/v1/needs', { method: 'POST', json: need })
    expect(status).to.equal(201)
    return body
  }

  it('counts what the demo brings along, exactly', async () => {
    expect(await miscountedCells(workspace.store, workspace.taxonomy)).to.deep.equal([])
    expect(await recountResponses(workspace.store, false)).to.deep.equal([])
    const { body } = await ask<{ total: { needs: { count: number } } }>(`matrix?${year}`)
    expect(body.total.needs.count).to.be.above(100)
  })

  it('says why needs are unmet as soon as they are there, without waiting for a job', async () => {
    const causesOf = async () => {
      const { body } = await ask<{ rows: { causes: Record<string, number> }[] }>(`causes?${year}`)
      return body.rows[0]?.causes ?? {}
    }
    const before = await causesOf()
    expect(before).to.include.keys('no-supplier', 'none-eligible', 'not-asked')
    expect(before).to.not.have.property('unknown')
    await entered('想找人帮忙把阳台上的老式钢琴重新调音')
    await running.settled()
    expect(total(await causesOf())).to.equal(total(before) + 1)
    expect(await causesOf()).to.not.have.property('unknown')
  })

  it('finds anew why needs are unmet as soon as what is offered changes, without waiting for a job', async () => {
    const { store, offerings, organizations } = workspace
    const lone = await entered('院子里的蜂窝想请人来移走')
    const causeOf = async () => {
      await running.settled()
      return (await store.get(verdictsCollection, lone.id))?.seen
    }
    expect(await causeOf()).to.equal('no-supplier')
    const { title, text, region } = lone
    const [organization] = await organizations.records.find({ standing: 'active' }, { limit: 1 })
    const { status, body } = await staff.ask<{ id: string; revision: number }>('/api/v1/offerings', {
      method: 'POST',
      headers: { 'idempotency-key': 'for-the-lone' },
      json: {
        ...{ title, description: text, coverage: [region], modes: ['home-visit'], categories: [] },
        ...{ organizationId: organization?.id, state: 'published' },
      },
    })
    expect(status).to.equal(201)
    expect(await causeOf()).to.equal('not-asked')
    await offerings.move(body.id, body.revision, 'paused', systemActor('test'))
    expect(await causeOf()).to.equal('none-eligible')
  })

  it('gives the heatmap as a sheet and as features, with tiles where no borders were laid in', async () => {
    const csv = await ask<string>(`heatmap?${year}&format=csv`)
    expect(csv.headers.get('content-disposition')).to.equal(
      `attachment; filename="heatmap-${from}-${to}.csv"`,
    )
    const xlsx = await ask<string>(`matrix?${year}&format=xlsx`)
    expect(xlsx.headers.get('content-type')).to.match(/spreadsheetml/)
    const { body } = await ask<{ layout: string; features: unknown[] }>(`heatmap?${year}&format=geojson`)
    expect(body.layout).to.equal('tiles')
    expect(body.features).to.have.length(11)
  })

  it('reports a quarter, gaps and indicators', async () => {
    const { body: report } = await ask<{ regions: unknown[]; services: unknown[]; months: unknown[] }>(
      'report?quarter=2026-Q3',
    )
    expect(report.regions).to.have.length(11)
    expect(report.months).to.have.length(3)
    expect(report.services).to.not.deep.equal([])
    const { body: gaps } = await ask<{ items: { gap: number }[]; next: string; total: number }>(
      'gaps?limit=5',
    )
    expect(gaps.items.map(({ gap }) => gap)).to.deep.equal(
      gaps.items.map(({ gap }) => gap).sort((a, b) => b - a),
    )
    expect(gaps.items).to.have.length(5)
    const { body: whole } = await ask<typeof gaps>('gaps?limit=100')
    expect([gaps.total, gaps.items]).to.deep.equal([whole.total, whole.items.slice(0, 5)])
    const { body: further } = await ask<typeof gaps>(`gaps?limit=5&after=${gaps.next}`)
    expect(further.items).to.deep.equal(whole.items.slice(5, 10))
    const { body: indicators } = await ask<{ rows: { responseRate?: number }[] }>(
      `indicators?by=street&${year}`,
    )
    expect(indicators.rows.some(({ responseRate = 0 }) => responseRate > 0)).to.equal(true)
  })

  it('gives indicators as a file with the names of organisations and rates in per cent', async () => {
    const { body } = await ask<{ rows: { group: string; responseRate?: number }[] }>(
      `indicators?by=organization&${year}`,
    )
    const csv = await staff.ask(`/api/v1/insights/indicators?by=organization&${year}&format=csv`, {
      headers: { 'accept-language': 'en' },
    })
    expect(csv.headers.get('content-disposition')).to.equal(
      `attachment; filename="indicators-${from}-${to}.csv"`,
    )
    const [heads, ...lines] = csv.text.replace('\ufeff', '').trim().split('\r\n')
    expect(heads).to.match(/^Organisation,Referrals,Accepted,.*Response \(%\),/)
    expect(lines).to.have.length(body.rows.length)
    expect(csv.text).to.not.include(body.rows[0]?.group)
    const [asked] = body.rows.filter(({ responseRate = 0 }) => responseRate > 0.01)
    const line = lines[body.rows.indexOf(asked as (typeof body.rows)[number])]
    expect(line?.split(',')[7]).to.equal(String(Math.round((asked?.responseRate ?? 0) * 1_000) / 10))
  })

  it('tells organisations the sums of a quarter, and of theirs the indicators', async () => {
    const { status, body } = await ask<{ isExact: boolean }>(
      'heatmap?from=2026-07&to=2026-09&by=street',
      organization,
    )
    expect([status, body.isExact]).to.deep.equal([200, false])
    expect((await ask('gaps', organization)).status).to.equal(403)
    expect((await ask('trend?from=2026-07&to=2026-09', organization)).status).to.equal(403)
  })
})
