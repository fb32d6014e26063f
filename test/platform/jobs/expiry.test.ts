import { expect } from 'chai'
import { idempotencyKeys } from '../../../src/platform/http/idempotency.js'
import { expiryJob } from '../../../src/platform/jobs/index.js'
import { leases } from '../../../src/platform/leases/index.js'
import { onEachStore } from '../../each-store.js'

const at = new Date('2026-03-10T12:00:00.000Z')
const signal = new AbortController().signal
const key = (number: number, expiresAt: string) => ({
  id: `k-${number}`,
  revision: 1,
  key: 'k',
  route: 'createNeed',
  requestHash: '-',
  subject: 'n-1',
  expiresAt,
})

onEachStore('the expiry job', (engine) => {
  it('removes what has expired, more than a batch of it, and leaves the rest', async () => {
    const store = await engine.open([idempotencyKeys, leases])
    const expired = Array.from({ length: 1_200 }, (_, i) => key(i, '2026-03-10T11:59:59.999Z'))
    await store.insertMany(idempotencyKeys, [...expired, key(9_999, '2026-03-10T12:00:00.000Z')])
    await store.insert(leases, { id: 'relay', revision: 1, token: 't-1', until: '2026-03-10T12:00:01.000Z' })
    const job = expiryJob(store, [idempotencyKeys, leases])
    expect(await job.run({ at, signal })).to.deep.equal({ counts: { idempotency_keys: 1_200, leases: 0 } })
    expect(await store.find(idempotencyKeys, {})).to.have.length(1)
    expect(await store.get(leases, 'relay')).to.have.property('token', 't-1')
  })

  it('ends before the next batch when it is told to', async () => {
    const store = await engine.open([idempotencyKeys])
    await store.insert(idempotencyKeys, key(1, '2026-03-10T00:00:00.000Z'))
    const job = expiryJob(store, [idempotencyKeys])
    const run = job.run({ at, signal: AbortSignal.abort() })
    expect(await run.catch((error: Error) => error.name)).to.equal('AbortError')
    expect(await store.count(idempotencyKeys, {})).to.equal(1)
  })
})
