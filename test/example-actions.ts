import { type GapAction, gapActionsCollection } from '../src/insights/actions.js'
import type { Workspace } from '../src/workspace.js'

export const actionIds = { gapAction: 'ga-01k8f3q2t8x7m4c9e2p0' }

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

/** Puts one open action there, and no other. */
export async function holdActions({ store }: Workspace): Promise<void> {
  await store.removeMany(gapActionsCollection, await store.find(gapActionsCollection, {}))
  await store.insert(gapActionsCollection, exampleAction)
}
