import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { Invalid, NotFound } from '../../src/platform/errors.js'
import { createMonthClosings } from '../../src/service-records/closing-service.js'
import { MonthGates } from '../../src/service-records/month-gates.js'
import { serviceTotals } from '../../src/service-records/totals.js'
import { onEachStore } from '../each-store.js'
import { community, districtCode, elsewhere, street } from '../feature-services.js'
import { refusalOf } from '../refusals.js'
import {
  aServiceRecord,
  district,
  organizationId,
  otherOrganization,
  otherWorker,
  serviceRecordWorld,
  worker,
} from './world.js'

const month = '2026-02'
const closedErrors = ['day: service.monthClosed']

onEachStore('a closed month', function (engine) {
  this.timeout(60_000)

  it('takes nothing in, out or over, of its region or organisation, until it is opened again', async () => {
    const { records, closings } = await serviceRecordWorld(engine)
    const record = await records.create(aServiceRecord(), worker)
    const january = await records.create(aServiceRecord({ day: '2026-01-31' }), worker)
    for (const scope of [{ region: street }, { region: districtCode }, { organizationId }]) {
      const closing = await closings.close({ month, ...scope }, district)
      const refused = (act: () => unknown) => refusalOf(act)
      expect(await refused(() => records.create(aServiceRecord(), worker))).to.deep.equal(closedErrors)
      expect(
        await refused(() => records.correct(record.id, 1, aServiceRecord(), '改', worker)),
      ).to.deep.equal(closedErrors)
      expect(await refused(() => records.remove(record.id, 1, '删', worker))).to.deep.equal(closedErrors)
      expect(
        await refused(() =>
          records.correct(january.id, january.revision, aServiceRecord(), '移到二月', worker),
        ),
      ).to.deep.equal(closedErrors)
      await closings.reopen(closing.id, closing.revision, '有漏报', district)
    }
    expect((await records.create(aServiceRecord(), worker)).month).to.equal(month)
  })

  it('leaves other months, regions and organisations alone, and says which scope is closed', async () => {
    const { records, closings } = await serviceRecordWorld(engine)
    await closings.close({ month, region: street }, district)
    await records.create(aServiceRecord({ region: elsewhere }), worker)
    await records.create(aServiceRecord({ day: '2026-03-01' }), worker)
    await closings.close({ month, organizationId: otherOrganization }, district)
    await records.create(aServiceRecord({ region: elsewhere }), worker)
    const error = await records.create(aServiceRecord(), worker).catch((thrown: unknown) => thrown)
    expect((error as Invalid).errors[0]?.params).to.deep.equal({ month, scope: street })
    const other = () =>
      records.create(aServiceRecord({ organizationId: otherOrganization, region: elsewhere }), otherWorker)
    expect(await refusalOf(other)).to.deep.equal(closedErrors)
  })

  it('keeps the totals as they stood, each time it is closed', async () => {
    const { records, closings } = await serviceRecordWorld(engine)
    await records.create(aServiceRecord(), worker)
    await records.create(aServiceRecord({ region: elsewhere }), worker)
    const visits = (count: number) => [
      {
        kind: 'visit',
        records: count,
        figures: { visits: 2 * count, persons: 2 * count, minutes: 60 * count },
      },
    ]
    const first = await closings.close({ month, region: street }, district)
    expect(first.steps[0]?.totals).to.deep.equal(visits(1))
    const reopened = await closings.reopen(first.id, 1, '有漏报', district)
    expect(reopened).to.include({ state: 'reopened', revision: 2 })
    await records.create(aServiceRecord(), worker)
    const again = await closings.close({ month, region: street }, district)
    expect(again.steps.map(({ action, reason }) => [action, reason])).to.deep.equal([
      ['close', undefined],
      ['reopen', '有漏报'],
      ['close', undefined],
    ])
    expect(again.steps[2]?.totals).to.deep.equal(visits(2))
    expect(again.steps[0]?.totals).to.deep.equal(visits(1))
  })

  it('is closed once, when it is over, and by whom it belongs to', async () => {
    const { closings } = await serviceRecordWorld(engine)
    const ofStreet = { id: 'u-street', role: 'street', region: street } as const
    const refused = (asked: object) => refusalOf(() => closings.close({ month, ...asked }, ofStreet))
    expect(await refused({ region: street, month: '2026-03' })).to.deep.equal(['month: service.monthNotOver'])
    expect(await refused({ region: community })).to.deep.equal(['region: service.closingRegion'])
    expect(await refused({ region: '1' })).to.deep.equal(['region: region.unknown'])
    expect(await refused({ region: districtCode })).to.deep.equal(['region: service.closingScope'])
    expect(await refused({ organizationId })).to.deep.equal(['organizationId: service.closingScope'])
    expect(await refused({ organizationId: 'o-none' })).to.deep.equal([
      'organizationId: organization.unknown',
    ])
    const { id } = await closings.close({ month, region: street }, ofStreet)
    expect((await refused({ region: street }))[0]).to.equal('state.refused')
    const stale = () => closings.reopen(id, 7, '试', ofStreet)
    expect((await refusalOf(stale))[0]).to.equal('revision.stale')
    const whole = await closings.close({ month, region: districtCode }, district)
    const notTheirs = await closings.reopen(whole.id, 1, '试', ofStreet).catch((error: unknown) => error)
    expect(notTheirs).to.be.instanceOf(NotFound)
  })

  it('is shown to those whom it binds', async () => {
    const { closings } = await serviceRecordWorld(engine)
    const ids = {
      street: (await closings.close({ month, region: street }, district)).id,
      district: (await closings.close({ month, region: districtCode }, district)).id,
      own: (await closings.close({ month, organizationId }, district)).id,
    }
    const seen = async (actor: Actor) => {
      const listed = (await closings.list({}, {}, actor)).map(({ id }) => id).sort()
      const got: string[] = []
      for (const id of Object.values(ids))
        await closings.get(id, actor).then(
          () => got.push(id),
          () => {},
        )
      expect(got.sort()).to.deep.equal(listed)
      return listed
    }
    const all = [ids.own, ids.street, ids.district].sort()
    expect(await seen(district)).to.deep.equal(all)
    expect(await seen(worker)).to.deep.equal(all)
    expect(await seen(otherWorker)).to.deep.equal([ids.street, ids.district].sort())
    expect(await seen({ id: 'u', role: 'committee', region: community })).to.deep.equal(
      [ids.street, ids.district].sort(),
    )
    expect(await seen({ id: 'u', role: 'committee', region: elsewhere })).to.deep.equal([ids.district])
    expect(await seen({ id: 'u', role: 'auditor' })).to.deep.equal([])
    expect(await closings.list({ month: ['2026-01'] }, {}, district)).to.deep.equal([])
  })

  it('shows its totals to those alone who read all that they add up', async () => {
    const { records, closings } = await serviceRecordWorld(engine)
    await records.create(aServiceRecord(), worker)
    const whole = await closings.close({ month, region: districtCode }, district)
    const ofStreet = await closings.close({ month, region: street }, district)
    const own = await closings.close({ month, organizationId }, district)
    const told = async (actor: Actor, { id }: { readonly id: string }) => {
      const [listed] = (await closings.list({}, {}, actor)).filter((closing) => closing.id === id)
      const got = await closings.get(id, actor)
      expect(listed?.steps).to.deep.equal(got.steps)
      return got.steps[0]?.totals !== undefined
    }
    const streetStaff = { id: 'u', role: 'street', region: street } as const
    const committee = { id: 'u', role: 'committee', region: community } as const
    for (const closing of [whole, ofStreet, own]) expect(await told(district, closing)).to.equal(true)
    expect(await told(streetStaff, ofStreet)).to.equal(true)
    expect(await told(worker, own)).to.equal(true)
    for (const actor of [worker, otherWorker, committee]) expect(await told(actor, ofStreet)).to.equal(false)
    for (const actor of [worker, committee, streetStaff]) expect(await told(actor, whole)).to.equal(false)
  })

  it('misses no record that was entered while it was closed, in another process too', async () => {
    const { records, closings, deps, store } = await serviceRecordWorld(engine)
    const organizationErrors = async () => []
    const elsewhereClosings = createMonthClosings({ ...deps, organizationErrors }, new MonthGates(store))
    for (let round = 0; round < 4; round++) {
      const day = `2026-01-1${round}`
      const writers = Array.from({ length: 12 }, (_, i) =>
        i % 2
          ? records.create(aServiceRecord({ day }), worker)
          : records.create(aServiceRecord({ day, organizationId: otherOrganization }), otherWorker),
      )
      const [closing, ...outcomes] = await Promise.all([
        elsewhereClosings.close({ month: '2026-01', region: street }, district),
        ...writers.map((writer) =>
          writer.then(
            () => true,
            (error: unknown) => {
              expect(error).to.be.instanceOf(Invalid)
              return false
            },
          ),
        ),
      ])
      const cells = await store.find(serviceTotals, { month: '2026-01' })
      const counted = cells.reduce((sum, cell) => sum + cell.records, 0)
      const frozen = closing.steps.at(-1)?.totals?.reduce((sum, total) => sum + total.records, 0) ?? 0
      expect(frozen, `${outcomes.filter(Boolean).length} entered`).to.equal(counted)
      await closings.reopen(closing.id, closing.revision, '再来', district)
    }
  })
})
