import { expect } from 'chai'
import fc from 'fast-check'
import type { Actor } from '../../src/platform/actor.js'
import { NotFound } from '../../src/platform/errors.js'
import { auditTrail } from '../../src/platform/records/index.js'
import { serviceRecordSort } from '../../src/service-records/collection.js'
import type { ServiceRecordFilters } from '../../src/service-records/filters.js'
import { serviceRecordDraft } from '../../src/service-records/schema.js'
import { serviceTotals } from '../../src/service-records/totals.js'
import { type Work, workErrors } from '../../src/service-records/work.js'
import { onEachStore } from '../each-store.js'
import { community, districtCode, elsewhere, nextCommunity, street } from '../feature-services.js'
import { refusalOf } from '../refusals.js'
import { anyWork } from './arbitraries.js'
import {
  aServiceRecord,
  district,
  organizationId,
  otherOrganization,
  otherWorker,
  serviceRecordWorld,
  worker,
} from './world.js'

const errorsOf = (work: Work) => workErrors(work).map(({ field, code }) => `${field}: ${code}`)

describe('what was done', () => {
  it('is refused where its figures contradict each other', () => {
    const goals = { goalsFull: 1, goalsPart: 0, goalsNot: 0 }
    const casework = { kind: 'case', opened: 0, contacts: 0, minutes: 0, closed: 0, ...goals } as const
    expect(errorsOf({ ...casework, goalsFull: 0 })).to.deep.equal(['work.contacts: service.nothing'])
    expect(errorsOf({ ...casework, closed: 2, minutes: 9 })).to.deep.equal([
      'work.minutes: service.minutes',
      'work.closed: service.goals',
    ])
    const group = { kind: 'group', groups: 0, sessions: 1, attendances: 8, persons: 9 } as const
    expect(errorsOf(group)).to.deep.equal(['work.persons: service.persons'])
    const outcomes = { agreed: 2, partlyAgreed: 1, notAgreed: 0 }
    expect(errorsOf({ kind: 'mediation', mediations: 1, complaints: 1, ...outcomes })).to.deep.equal([
      'work.agreed: service.outcomes',
    ])
    const turns = { kind: 'volunteering', turns: 0, persons: 1, minutes: 60 } as const
    expect(errorsOf(turns)).to.have.length(2)
  })

  it('takes exactly the measures of its kind, whole and not negative', () => {
    const check = (work: object) =>
      serviceRecordDraft.validate(aServiceRecord({ work: work as Work }), { convert: false }).error
        ?.details[0]
    fc.assert(fc.property(anyWork, (work) => check(work) === undefined && workErrors(work).length === 0))
    expect(check({ kind: 'visit', visits: 1 })).to.equal(undefined)
    expect(check({ kind: 'visit', visits: 1, turns: 3 })?.path).to.deep.equal(['work', 'turns'])
    expect(check({ kind: 'visit', visits: 1.5 })?.type).to.equal('number.integer')
    expect(check({ kind: 'visit', visits: -1 })?.type).to.equal('number.min')
    expect(check({ kind: 'party', visits: 1 })?.type).to.equal('any.only')
  })
})

onEachStore('service records', (engine) => {
  it('name everything that is wrong, another’s organisation too', async () => {
    const { records } = await serviceRecordWorld(engine)
    const draft = aServiceRecord({
      organizationId: otherOrganization,
      region: '1',
      category: 'no.such',
      day: '2026-03-11',
    })
    expect(await refusalOf(() => records.create(draft, worker))).to.deep.equal([
      'region: region.unknown',
      'category: category.unknown',
      'day: service.ahead',
      'organizationId: organization.unknown',
    ])
  })

  it('keep the present id of a category that was renamed, and notes that name nobody', async () => {
    const { records } = await serviceRecordWorld(engine)
    const record = await records.create(
      aServiceRecord({ category: 'elderly.hospice', notes: '电话13800138000' }),
      worker,
    )
    expect(record).to.deep.include({ category: 'health.hospice', notes: '电话【电话】', month: '2026-02' })
  })

  it('belong to a referral that is the organisation’s and under way', async () => {
    const { records } = await serviceRecordWorld(engine)
    expect((await records.create(aServiceRecord({ referralId: 'r-1' }), worker)).referralId).to.equal('r-1')
    expect(
      await refusalOf(() => records.create(aServiceRecord({ referralId: 'r-2' }), worker)),
    ).to.deep.equal(['referralId: referral.unknown'])
  })

  it('are corrected with a reason; every earlier state stays readable, with who changed what and why', async () => {
    const { records, store, advance } = await serviceRecordWorld(engine)
    const first = await records.create(aServiceRecord({ notes: '初稿' }), worker)
    advance(60_000)
    const work = { kind: 'visit', visits: 3, persons: 2, minutes: 90 } as const
    const second = await records.correct(first.id, 1, aServiceRecord({ work }), '漏记一次', worker)
    expect(second).to.deep.include({ revision: 2, work, createdAt: first.createdAt })
    expect(second).not.to.have.property('notes')
    const [version, ...older] = await records.versions(first.id, district)
    expect(older).to.deep.equal([])
    expect(version).to.deep.include({
      number: 1,
      state: first,
      action: 'correct',
      reason: '漏记一次',
      replacedBy: worker.id,
    })
    expect(version?.changes).to.deep.equal([
      { field: 'work', from: first.work, to: work },
      { field: 'notes', from: '初稿' },
    ])
    const stale = () => records.correct(first.id, 1, aServiceRecord(), '再改', worker)
    expect((await refusalOf(stale))[0]).to.equal('revision.stale')
    const other = () =>
      records.correct(first.id, 2, aServiceRecord({ organizationId: otherOrganization }), '换', worker)
    expect(await refusalOf(other)).to.include('organizationId: organization.unknown')
    const trail = await store.find(auditTrail, { subjects: first.id })
    expect(trail.map(({ action, reason }) => [action, reason])).to.deep.equal([
      ['service-record.create', undefined],
      ['service-record.correct', '漏记一次'],
    ])
  })

  it('leave their last state behind when they are removed', async () => {
    const { records, store } = await serviceRecordWorld(engine)
    const record = await records.create(aServiceRecord(), worker)
    await records.remove(record.id, 1, '重复填报', worker)
    expect(await records.get(record.id, district).catch((error: unknown) => error)).to.be.instanceOf(NotFound)
    const [version] = await records.versions(record.id, worker)
    expect(version).to.deep.include({ state: record, action: 'remove', reason: '重复填报', changes: [] })
    expect(await store.count(serviceTotals, {})).to.equal(0)
    expect(await records.versions(record.id, otherWorker).catch((error: unknown) => error)).to.be.instanceOf(
      NotFound,
    )
  })

  it('are seen by their organisation, and by staff where they were done', async () => {
    const { records } = await serviceRecordWorld(engine)
    const here = await records.create(aServiceRecord(), worker)
    const there = await records.create(
      aServiceRecord({ organizationId: otherOrganization, region: elsewhere }),
      otherWorker,
    )
    const seenBy = async (actor: Actor) => {
      const listed = await records.list({}, { sort: serviceRecordSort }, actor)
      const got = await Promise.all(
        [here, there].map(({ id }) =>
          records.get(id, actor).then(
            () => true,
            () => false,
          ),
        ),
      )
      expect(listed.map(({ id }) => id).sort()).to.deep.equal(
        [here, there]
          .filter((_, i) => got[i])
          .map(({ id }) => id)
          .sort(),
      )
      return got
    }
    const staff = (role: 'committee' | 'street', region: string): Actor => ({ id: 'u', role, region })
    expect(await seenBy(worker)).to.deep.equal([true, false])
    expect(await seenBy({ ...otherWorker, role: 'org-manager' })).to.deep.equal([false, true])
    expect(await seenBy(district)).to.deep.equal([true, true])
    expect(await seenBy(staff('street', street))).to.deep.equal([true, false])
    expect(await seenBy(staff('committee', community))).to.deep.equal([true, false])
    expect(await seenBy(staff('committee', nextCommunity))).to.deep.equal([false, false])
    expect(await seenBy({ id: 'u', role: 'auditor' })).to.deep.equal([false, false])
    const change = () => records.correct(here.id, 1, aServiceRecord(), '试', otherWorker)
    expect(await change().catch((error: unknown) => error)).to.be.instanceOf(NotFound)
  })

  it('are listed latest first, by place, category, kind, referral and day', async () => {
    const { records } = await serviceRecordWorld(engine)
    const turns = { kind: 'volunteering', turns: 4, persons: 4, minutes: 480 } as const
    const a = await records.create(aServiceRecord({ day: '2026-01-05', work: turns }), worker)
    const b = await records.create(aServiceRecord({ region: nextCommunity, referralId: 'r-1' }), worker)
    const c = await records.create(
      aServiceRecord({ region: elsewhere, category: 'mediation', day: '2026-03-01' }),
      worker,
    )
    const cases: [ServiceRecordFilters, unknown[]][] = [
      [{}, [c.id, b.id, a.id]],
      [{ region: districtCode }, [c.id, b.id, a.id]],
      [{ region: street }, [b.id, a.id]],
      [{ category: 'elderly' }, [b.id, a.id]],
      [{ kind: ['volunteering'] }, [a.id]],
      [{ referral: 'r-1' }, [b.id]],
      [{ from: '2026-02-10', to: '2026-02-28' }, [b.id]],
      [{ organization: [organizationId], to: '2026-01-31' }, [a.id]],
      [{ organization: [otherOrganization] }, []],
    ]
    for (const [filters, expected] of cases) {
      const found = await records.list(filters, { sort: serviceRecordSort }, district)
      expect(
        found.map(({ id }) => id),
        JSON.stringify(filters),
      ).to.deep.equal(expected)
    }
    expect(await refusalOf(() => records.list({ region: '1' }, {}, district))).to.deep.equal([
      'region: region.unknown',
    ])
  })
})
