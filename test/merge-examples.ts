import { mergesCollection } from '../src/merging/index.js'
import type { Need } from '../src/needs/index.js'
import { systemActor } from '../src/platform/actor.js'
import type { New } from '../src/platform/records/index.js'
import type { Workspace } from '../src/workspace.js'

export const mergeIds = { merge: 'g-01k8f3q2t8x7m4c9e2p0' }

const at = '2026-11-20T02:00:00.000Z'
const stamps = { revision: 1, createdAt: at, createdBy: 'tester', updatedAt: at, updatedBy: 'tester' }
const others = ['n-01k8f3q2t8x7m4c9e2p1', 'n-01k8f3q2t8x7m4c9e2p2'] as const
const withOthers = ['mergeNeeds', 'raiseJointProject', 'undoMerge']

/** Needs beside that of the examples, one of them merged into it where that is to be undone. */
export async function holdMerges(
  { store, needs }: Workspace,
  operationId: string,
  into: string,
  example: New<Need>,
): Promise<void> {
  await store.removeMany(mergesCollection, await store.find(mergesCollection, {}))
  if (!withOthers.includes(operationId)) return
  const isMerged = operationId === 'undoMerge'
  const merged: New<Need> = isMerged ? { ...example, state: 'merged', mergedInto: into } : example
  const births = others.map((id) => ({ id, fields: id === others[0] ? merged : example }))
  await needs.records.createMany(births, systemActor('tester'))
  if (!isMerged) return
  await store.insert(mergesCollection, {
    ...{ id: mergeIds.merge, ...stamps, needId: others[0], intoId: into, region: example.region },
    ...{ requestedBy: 'tester', source: 'visit', value: 1, unit: 'visit', count: 1, added: true },
    ...{ state: 'merged', key: others[0] },
  })
}
