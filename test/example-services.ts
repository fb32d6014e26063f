import { createHash } from 'node:crypto'
import { systemActor } from '../src/platform/actor.js'
import type { Recorded } from '../src/platform/records/index.js'
import type { Collection, Stored } from '../src/platform/store/index.js'
import { closingId, type MonthClosing, monthClosings } from '../src/service-records/closings.js'
import { serviceRecordsCollection } from '../src/service-records/collection.js'
import { newServiceRecord, serviceRecordCollections } from '../src/service-records/index.js'
import type { Workspace } from '../src/workspace.js'
import { aPng } from './service-records/attachments/files.js'

const region = '440307003000'
const month = '2026-02'

export const exampleServiceIds = {
  serviceRecord: 's-01k8f3q2t8x7m4c9e2p0',
  attachment: 'h-01k8f3q2t8x7m4c9e2p0',
  monthClosing: closingId(month, { region }),
}

const stamps = {
  revision: 1,
  createdAt: '2026-03-10T02:00:00.000Z',
  createdBy: 'tester',
  updatedAt: '2026-03-10T02:00:00.000Z',
  updatedBy: 'tester',
} satisfies Omit<Recorded, 'id'>

/** Its month is closed where that is what an example asks for; everything else needs it open. */
const aboutClosings = new Set(['listMonthClosings', 'getMonthClosing', 'reopenMonth'])

/** Puts the one service record of the examples, with its file, at revision 1. */
export async function holdServiceExamples(
  { store, services }: Workspace,
  operationId: string,
): Promise<void> {
  for (const collection of serviceRecordCollections as readonly Collection<Stored>[]) {
    if (collection.name !== 'month_gates')
      await store.removeMany(collection, await store.find(collection, {}))
  }
  if (aboutClosings.has(operationId)) await store.insert(monthClosings, closed)
  // An organisation that has any cannot be removed.
  if (!/ServiceRecord/.test(operationId)) return
  const [record] = await services.records.enterMany(
    [
      {
        id: exampleServiceIds.serviceRecord,
        fields: newServiceRecord({
          organizationId: 'o-01k8f3q2t8x7m4c9e2p0',
          region: '440307003002',
          category: 'elderly.home-visit',
          day: `${month}-10`,
          work: { kind: 'visit', visits: 10, persons: 9, minutes: 400 },
        }),
      },
    ],
    systemActor('tester'),
    'create',
  )
  if (!record) throw new Error('no record')
  const { attachment: id } = exampleServiceIds
  const bytes = aPng()
  await services.files.put(id, bytes)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const attachment = { id, name: '签到表.png', type: 'image/png', size: bytes.length, digest } as const
  const attachments = [{ ...attachment, addedAt: stamps.createdAt, addedBy: 'tester' }]
  await store.remove(serviceRecordsCollection, record.id, 1)
  await store.insert(serviceRecordsCollection, { ...record, attachments })
}

const closed: MonthClosing = {
  id: exampleServiceIds.monthClosing,
  ...stamps,
  month,
  region,
  state: 'closed',
  steps: [{ action: 'close', at: stamps.createdAt, by: 'tester', totals: [] }],
}
