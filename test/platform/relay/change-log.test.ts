import { expect } from 'chai'
import { outbox } from '../../../src/platform/records/index.js'
import { sequenceOnce, stepsAfter } from '../../../src/platform/relay/change-log.js'
import { changeLog, newestSequence, relayCursors, trim } from '../../../src/platform/relay/index.js'
import { beginning, sequence } from '../../../src/platform/relay/model.js'
import type { DocumentStore } from '../../../src/platform/store/index.js'
import { onEachStore } from '../../each-store.js'
import { relayed } from '../../relayed.js'

const hour = 3_600_000

onEachStore('the change log', function ({ open }) {
  this.timeout(120_000)
  let store: DocumentStore
  let now: number
  let made = 0
  const clock = { now: () => new Date(now) }
  beforeEach(async () => {
    store = await open(relayed)
    now = Date.parse('2026-03-10T02:00:00.000Z')
  })

  /** Writes outbox entries, each for as many subjects as it says. */
  async function owe(...sizes: number[]): Promise<void> {
    const at = clock.now().toISOString()
    for (const size of sizes) {
      const id = `x-${String(++made).padStart(6, '0')}`
      const subjects = Array.from({ length: size }, (_, i) => `n-${made}-${i}`)
      await store.insert(outbox, { id, revision: 1, at, kind: made % 2 ? 'need' : 'offering', subjects })
    }
  }
  async function sequenceAll(): Promise<void> {
    while (await sequenceOnce(store, clock));
  }

  async function allSteps() {
    const steps = []
    for await (const batch of store.scan(changeLog)) steps.push(...batch)
    return steps
  }

  it('takes each entry into one step, without a gap, when many processes sequence and write at once', async () => {
    let writing = true
    const write = async () => {
      for (let i = 0; i < 60; i++) await owe(1 + (i % 3))
      writing = false
    }
    const sequencer = async () => {
      while (writing) await sequenceOnce(store, clock)
      await sequenceAll()
    }
    await Promise.all([write(), ...Array.from({ length: 8 }, sequencer)])
    const steps = await allSteps()
    expect(steps.map(({ id }) => id)).to.deep.equal(steps.map((_, i) => sequence(i + 1)))
    const ids = steps.flatMap(({ changes }) => changes.flatMap((change) => change.ids))
    expect(ids).to.have.length(120)
    expect(new Set(ids).size).to.equal(120)
    expect(await store.count(outbox, {})).to.equal(0)
  })

  it('merges what is told of one kind and one record, and remembers the oldest change of a step', async () => {
    await owe(2, 1)
    const [entry] = await store.find(outbox, {}, { limit: 1 })
    now += 5_000
    await store.insert(outbox, { ...entry!, id: 'x-9', at: clock.now().toISOString() })
    now += 5_000
    await sequenceAll()
    const [step, none] = await allSteps()
    expect(none).to.equal(undefined)
    expect(step).to.include({ since: '2026-03-10T02:00:00.000Z', at: '2026-03-10T02:00:10.000Z' })
    expect(step?.changes.map(({ kind, ids }) => [kind, ids.length])).to.deep.include.members([
      [entry?.kind, 2],
    ])
  })

  it('makes steps of bounded size, and never leaves a large entry behind', async () => {
    await owe(500, 500, 500, 500, 500, 3_000, 1)
    await sequenceAll()
    const sizes = (await allSteps()).map(({ changes }) =>
      changes.reduce((sum, { ids }) => sum + ids.length, 0),
    )
    expect(sizes).to.deep.equal([2_000, 500, 3_000, 1])
    const portions = [
      (await stepsAfter(store, beginning)).length,
      (await stepsAfter(store, sequence(1))).length,
    ]
    expect(portions).to.deep.equal([1, 1])
  })

  it('loses what is old and known to every stored cursor, never the newest step', async () => {
    for (let i = 0; i < 4; i++) {
      await owe(1)
      await sequenceAll()
    }
    now += hour + 1
    expect(await trim(store, clock), 'without a cursor').to.equal(0)
    await store.insert(relayCursors, { id: 'search', revision: 1, sequence: sequence(3) })
    expect(await trim(store, clock)).to.equal(2)
    await store.replace(relayCursors, { id: 'search', revision: 1, sequence: sequence(4) }, 1)
    expect(await trim(store, clock)).to.equal(1)
    expect(await trim(store, clock)).to.equal(0)
    expect(await newestSequence(store)).to.equal(sequence(4))
    await owe(1)
    await sequenceAll()
    expect(await newestSequence(store)).to.equal(sequence(5))
  })

  it('keeps what is younger than an hour for those who follow in memory', async () => {
    await owe(1)
    await sequenceAll()
    now += hour / 2
    await owe(1)
    await sequenceAll()
    await owe(1)
    await sequenceAll()
    await store.insert(relayCursors, { id: 'search', revision: 1, sequence: sequence(3) })
    now += hour / 2 + 1
    expect(await trim(store, clock)).to.equal(1)
    expect((await allSteps()).map(({ id }) => id)).to.deep.equal([sequence(2), sequence(3)])
  })
})
