import { expect } from 'chai'
import { systemClock } from '../../../src/platform/clock.js'
import { timeOrderedIds } from '../../../src/platform/ids.js'
import { Leases, leases } from '../../../src/platform/leases/index.js'
import { LeasedLoop } from '../../../src/platform/relay/index.js'
import { openTemporarySqlite } from '../store/temporary-sqlite.js'

/** A loop whose portion gives up when it is told to, and then fails as the caller says. */
async function workingLoop(failure: (lost: AbortSignal) => unknown) {
  const store = await openTemporarySqlite([leases])
  const errors: unknown[] = []
  let begun: () => void = () => undefined
  const working = new Promise<void>((resolve) => {
    begun = resolve
  })
  const loop = new LeasedLoop({
    name: 'test',
    leases: new Leases({ store, clock: systemClock, ids: timeOrderedIds(systemClock) }),
    isBusy: async () => true,
    step: (lost) =>
      new Promise((_, reject) => {
        lost.addEventListener('abort', () => reject(failure(lost)))
        begun()
      }),
    onError: (error) => errors.push(error),
  })
  loop.start()
  await working
  return { loop, errors }
}

describe('a leased loop', () => {
  it('tells of nothing when a portion gives up because the process stops', async () => {
    const { loop, errors } = await workingLoop(({ reason }) => reason)
    await loop.stop()
    expect(errors).to.deep.equal([])
  })

  it('tells of what fails meanwhile for another reason', async () => {
    const failure = new Error('the disk is full')
    const { loop, errors } = await workingLoop(() => failure)
    await loop.stop()
    expect(errors).to.deep.equal([failure])
  })
})
