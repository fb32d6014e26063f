import { type GapAction, gapActionsCollection } from '../src/insights/actions.js'
import { type IssuedReport, issuedReportsCollection } from '../src/insights/issued-reports.js'
import type { Workspace } from '../src/workspace.js'

export const actionIds = { gapAction: 'ga-01k8f3q2t8x7m4c9e2p0', issuedReport: 'rp-01k8f3q2t8x7m4c9e2p0' }

const at = '2026-03-10T02:00:00.000Z'
const exampleAction: GapAction = {
  ...{ id: actionIds.gapAction, revision: 1 },
  ...{ createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' },
  ...{ region: '440307003002', category: 'elderly' },
  type: 'invite',
  owner: '社会事务科',
  dueOn: '2026-12-31',
  state: 'open',
  before: { on: '2026-03-10', waiting: 5, unmet: 6, capacity: 0, medianDays: 30 },
}

const quarter = '2025-Q4'
const region = '440307003002'
const total = { needs: { kind: 'count', count: 9 }, unmet: { kind: 'count', count: 4 } }
const exampleReport: IssuedReport = {
  ...{ id: actionIds.issuedReport, revision: 1 },
  ...{ createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' },
  ...{ quarter, region, key: `${quarter}/${region}/example`, signedBy: '社会事务科', corrections: [] },
  report: JSON.stringify({
    ...{ quarter, region, from: '2025-10', to: '2025-12', total, causes: {} },
    ...{ regions: [], categories: [], months: [], services: [], indicators: [], gaps: [], populations: [] },
  }),
}

/** Puts one open action and one issued report there, and no other. */
export async function holdActions({ store }: Workspace): Promise<void> {
  await store.removeMany(issuedReportsCollection, await store.find(issuedReportsCollection, {}))
  await store.insert(issuedReportsCollection, exampleReport)
  await store.removeMany(gapActionsCollection, await store.find(gapActionsCollection, {}))
  await store.insert(gapActionsCollection, exampleAction)
}
