/** One of several processes that write outbox entries to a file and sequence what waits there, whoever wrote it. */
import { systemClock } from '../../../src/platform/clock.js'
import { timeOrderedIds } from '../../../src/platform/ids.js'
import { outbox } from '../../../src/platform/records/index.js'
import { sequenceOnce } from '../../../src/platform/relay/change-log.js'
import { openSqliteStore } from '../../../src/platform/store/index.js'
import { relayed } from '../../relayed.js'

const [path = '', name = '', count = '0'] = process.argv.slice(2)
const store = await openSqliteStore({ path, collections: relayed, busyTimeout: 60_000 })
const ids = timeOrderedIds(systemClock)
for (let i = 0; i < Number(count); i++) {
  const at = systemClock.now().toISOString()
  await store.insert(outbox, { id: ids.next('x'), revision: 1, at, kind: 'need', subjects: [`${name}-${i}`] })
  await sequenceOnce(store, systemClock)
}
while (await sequenceOnce(store, systemClock));
await store.close()
