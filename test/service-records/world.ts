import { organizationsCollection } from '../../src/organizations/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { systemActor } from '../../src/platform/actor.js'
import { Invalid } from '../../src/platform/errors.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { createMonthClosings } from '../../src/service-records/closing-service.js'
import { monthClosings } from '../../src/service-records/closings.js'
import { serviceRecordsCollection } from '../../src/service-records/collection.js'
import type { ServiceRecordChange } from '../../src/service-records/model.js'
import { MonthGates, monthGates } from '../../src/service-records/month-gates.js'
import { createServiceRecords, type ServiceRecordsDeps } from '../../src/service-records/service.js'
import { serviceTotals } from '../../src/service-records/totals.js'
import { createServiceTotals } from '../../src/service-records/totals-service.js'
import { serviceRecordVersions } from '../../src/service-records/versions.js'
import type { Engine } from '../each-store.js'
import { community, regions, taxonomy } from '../feature-services.js'
import { relayed } from '../relayed.js'

export const organizationId = 'o-000001'
export const otherOrganization = 'o-000002'
export const worker: Actor = { id: 'u-worker', role: 'org-worker', organization: organizationId }
export const otherWorker: Actor = { id: 'u-other', role: 'org-worker', organization: otherOrganization }
export const district: Actor = { id: 'u-district', role: 'district' }
export const system = systemActor('tester')

export const aServiceRecord = (over: Partial<ServiceRecordChange> = {}): ServiceRecordChange => ({
  organizationId,
  region: community,
  category: 'elderly.home-visit',
  day: '2026-02-10',
  work: { kind: 'visit', visits: 2, persons: 2, minutes: 60 },
  ...over,
})

/** Service records on a store of their own, with two organisations; it is March 2026 until a test moves the clock. */
export async function serviceRecordWorld(
  engine: Pick<Engine, 'open'>,
  over: Partial<ServiceRecordsDeps> = {},
) {
  const store = await engine.open([
    organizationsCollection,
    serviceRecordsCollection,
    serviceRecordVersions,
    serviceTotals,
    monthGates,
    monthClosings,
    ...relayed,
  ])
  let now = Date.parse('2026-03-10T02:00:00.000Z')
  const clock = { now: () => new Date(now) }
  const known = new Set([organizationId, otherOrganization])
  const deps: ServiceRecordsDeps = {
    store,
    clock,
    ids: timeOrderedIds(clock),
    onCommitted: () => undefined,
    regions,
    taxonomy,
    referralErrors: async (_, works) =>
      works.map(({ referralId }) =>
        referralId === 'r-1' ? [] : [{ field: 'referralId', code: 'referral.unknown' }],
      ),
    async lockOrganization(_, id) {
      if (!known.has(id)) throw new Invalid([{ field: 'organizationId', code: 'organization.unknown' }])
    },
    ...over,
  }
  const gates = new MonthGates(store)
  const organizationErrors = async (id: string) =>
    known.has(id) ? [] : [{ field: 'organizationId', code: 'organization.unknown' }]
  return {
    store,
    deps,
    records: createServiceRecords(deps, gates),
    closings: createMonthClosings({ ...deps, organizationErrors }, gates),
    totals: createServiceTotals(deps),
    advance: (ms: number) => {
      now += ms
    },
  }
}
