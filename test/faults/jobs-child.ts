/**
 * One process of several with a job that ticks every second and leaves a mark each time. Takes the address of MongoDB,
 * or the path of a file, and runs until it is killed.
 */
import { Registry } from 'prom-client'
import { systemClock } from '../../src/platform/clock.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { JobMetrics, Jobs } from '../../src/platform/jobs/index.js'
import { Leases } from '../../src/platform/leases/index.js'
import { createLogger } from '../../src/platform/log.js'
import { openStore } from '../../src/platform/store/index.js'
import { jobMarks, marked } from './job-marks.js'

const [place = ''] = process.argv.slice(2)
const store = await openStore({
  ...(place.startsWith('mongodb') ? { mongoUrl: place, path: '' } : { mongoUrl: undefined, path: place }),
  collections: marked,
})
const clock = systemClock
const ids = timeOrderedIds(clock)
const job = {
  name: 'mark',
  summary: { zh: '标记', en: 'Leave a mark' },
  schedule: '* * * * * *',
  async run({ at }: { at: Date }) {
    const id = ids.next('m')
    await store.insert(jobMarks, { id, revision: 1, tick: at.toISOString(), process: process.pid })
    return { counts: {} }
  },
}
const jobs = new Jobs([job], {
  store,
  leases: new Leases({ store, clock, ids }),
  clock,
  timeZone: 'Asia/Shanghai',
  process: String(process.pid),
  log: createLogger('silent'),
  metrics: new JobMetrics(new Registry()),
})
jobs.start()
process.stdout.write('ticking\n')
process.once('SIGTERM', async () => {
  await jobs.stop()
  await store.close()
  process.exit()
})
setInterval(() => undefined, 60_000)
