import { type Account, accountKind } from '../src/access/index.js'
import { dutyTurns } from '../src/duty/index.js'
import type { Workspace } from '../src/workspace.js'

export const dutyIds = { dutyTurn: 'dt-01k8f3q2t8x7m4c9e2p0', onDuty: 'u-01k8f3q2t8x7m4c9e2d0' }

const at = '2026-03-10T02:00:00.000Z'
const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
const region = '440307003000'
const officer: Account = {
  ...{ ...stamps, id: dutyIds.onDuty, role: 'street', region },
  ...{ name: '值班员', state: 'active' },
}

/** Somebody of a street who may be put on duty, and one turn. */
export async function holdDuty({ store }: Workspace): Promise<void> {
  if (!(await store.get(accountKind.collection, officer.id)))
    await store.insert(accountKind.collection, officer)
  await store.removeMany(dutyTurns, await store.find(dutyTurns, {}))
  const span = { from: '2099-11-01T00:00:00.000Z', to: '2099-11-08T00:00:00.000Z' }
  await store.insert(dutyTurns, { ...stamps, id: dutyIds.dutyTurn, region, accountId: officer.id, ...span })
}
