import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { type Anchor, auditSeals, beginSealing, Sealing, verifyAudit } from '../../src/audit/index.js'
import { hashOf, origin, type Seal } from '../../src/audit/model.js'
import { type AuditEntry, auditChange, auditTrail, outbox } from '../../src/platform/records/index.js'
import { sequenceOnce } from '../../src/platform/relay/change-log.js'
import { changeLog, Relay, relayCursors } from '../../src/platform/relay/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { actor, featureServices } from '../feature-services.js'

onEachStore('the sealed audit trail', function (engine) {
  this.timeout(180_000)

  async function world() {
    const services = await featureServices(engine)
    const { store, clock, leases, needs } = services
    const sealing = () => new Sealing({ store, clock, leases })
    return {
      ...services,
      sealing,
      post: async (count: number) => {
        for (let i = 0; i < count; i++) await needs.create(aNeed(), actor)
      },
      /** Sequences and seals what waits, as a process does that then ends. */
      async seal() {
        while (await sequenceOnce(store, clock));
        const one = sealing()
        await one.run()
        await one.release()
      },
      problems: async (anchor?: Anchor) =>
        (await verifyAudit(store, anchor)).problems.map(({ kind, subject }) => `${kind} ${subject}`),
      async all<T>(read: AsyncIterable<T[]>): Promise<T[]> {
        const all: T[] = []
        for await (const batch of read) all.push(...batch)
        return all
      },
    }
  }

  /** Three seals over two entries each. */
  async function sealed() {
    const its = await world()
    for (let i = 0; i < 3; i++) {
      await its.post(2)
      await its.seal()
      its.advance(1_000)
    }
    const entries = await its.all(its.store.scan(auditTrail))
    const seals = await its.all(its.store.scan(auditSeals))
    return { ...its, entries, seals, anchor: { number: 3, hash: (seals[2] as Seal).hash } }
  }

  it('seals each entry once, in a chain from the first, and finds it whole', async () => {
    const { store, entries, seals, anchor } = await sealed()
    expect(seals.map(({ id }) => Number(id))).to.deep.equal([1, 2, 3])
    expect(seals.flatMap((seal) => seal.entries.map(({ id }) => id))).to.deep.equal(
      entries.map(({ id }) => id),
    )
    expect(await verifyAudit(store, anchor)).to.deep.equal({
      seals: 3,
      sealed: 6,
      waiting: 0,
      anchor,
      problems: [],
      more: 0,
    })
  })

  it('counts what is not sealed yet as waiting, in the outbox and in the change log', async () => {
    const { store, post, clock } = await sealed()
    await post(2)
    await sequenceOnce(store, clock)
    await post(1)
    expect(await verifyAudit(store)).to.deep.include({ sealed: 6, waiting: 3, problems: [] })
  })

  it('leaves out no entry that commits later than younger ones, and none twice, whoever seals how often', async () => {
    const { store, clock, ids, sealing, all, problems } = await world()
    const order = fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 30 })
    let number = 0
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.nat(3), { maxLength: 8 }), async (births, turns) => {
        // Commits in an order that is not that of the ids.
        for (const [i, birth] of births.entries()) {
          const id = `a-${String(number).padStart(4, '0')}-${String(birth).padStart(2, '0')}`
          await store.transaction(async (tx) => {
            await tx.insert(auditTrail, anEntry(id, clock.now().toISOString()))
            const owed = { id: ids.next('x'), revision: 1, at: clock.now().toISOString() }
            await tx.insert(outbox, { ...owed, kind: auditChange, subjects: [id] })
          })
          if (turns[i] === undefined) continue
          await sequenceOnce(store, clock)
          const processes = [sealing(), sealing()].slice(0, turns[i])
          await Promise.all(processes.map((one) => one.run()))
          await Promise.all(processes.map((one) => one.release()))
        }
        number++
      }),
      { numRuns: 12 },
    )
    while (await sequenceOnce(store, clock));
    const last = sealing()
    await last.run()
    const named = (await all(store.scan(auditSeals))).flatMap(({ entries }) => entries.map(({ id }) => id))
    const there = (await all(store.scan(auditTrail))).map(({ id }) => id)
    expect(named.toSorted()).to.deep.equal(there)
    expect(await problems()).to.deep.equal([])
  })

  it('is fed by the relay, and by the process that is left when the one with the lease is gone', async () => {
    const { store, search, clock, leases, post, sealing, advance } = await world()
    const dead = sealing()
    await post(1)
    await sequenceOnce(store, clock)
    await dead.run()
    advance(10_001)
    await post(3)
    const relay = new Relay({
      ...{ store, search, clock, leases, kinds: [] },
      shared: [sealing()],
      observer: { retrying: () => undefined, gaveUp: () => undefined },
    })
    await relay.settled()
    await relay.stop()
    expect(await verifyAudit(store)).to.deep.include({ sealed: 4, waiting: 0, problems: [] })
  })

  it('seals what an older version left unsealed, once, and nothing that was told of twice', async () => {
    const { store, clock, ids, seal, post, problems } = await world()
    await store.insertMany(
      auditTrail,
      Array.from({ length: 700 }, (_, i) =>
        anEntry(`a-0-${String(i).padStart(3, '0')}`, '2025-01-01T00:00:00.000Z'),
      ),
    )
    await post(2)
    await Promise.all([beginSealing(store, clock, ids), beginSealing(store, clock, ids)])
    await beginSealing(store, clock, ids)
    await seal()
    expect(await verifyAudit(store)).to.deep.include({ sealed: 702, waiting: 0 })
    expect(await problems()).to.deep.equal([])
  })

  it('is written by use cases through a unit of work alone, so that every entry is owed its seal', () => {
    const writing = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (path) =>
        path.endsWith('.ts') && /insert(Many)?\(\s*auditTrail/.test(readFileSync(join('src', path), 'utf8')),
    )
    expect(writing).to.deep.equal([join('platform', 'records', 'unit.ts')])
  })

  describe('finds and names', () => {
    it('an entry that was changed', async () => {
      const { store, entries, problems } = await sealed()
      const [, entry] = entries as AuditEntry[]
      await store.replace(auditTrail, { ...(entry as AuditEntry), actor: 'somebody-else' }, 1)
      expect(await problems()).to.deep.equal([`changed ${entry?.id}`])
    })

    it('an entry that was removed, sealed or not', async () => {
      const { store, entries, post, seal, all, problems } = await sealed()
      await store.remove(auditTrail, entries[3]?.id as string, 1)
      await post(1)
      const last = (await all(store.scan(auditTrail))).at(-1)?.id as string
      await store.remove(auditTrail, last, 1)
      const expected = [`removed ${entries[3]?.id}`, `removed ${last}`]
      expect(await problems()).to.deep.equal(expected)
      await seal()
      expect(await problems()).to.deep.equal(expected)
    })

    it('an entry that was put in from outside', async () => {
      const { store, problems } = await sealed()
      await store.insert(auditTrail, anEntry('a-000000', '2026-03-10T02:00:00.000Z'))
      expect(await problems()).to.deep.equal(['inserted a-000000'])
    })

    it('an entry that was put in afterwards and owed a seal, as if it were older', async () => {
      const { store, clock, ids, advance, seal, post, problems } = await sealed()
      advance(3 * 3_600_000)
      await post(1)
      await seal()
      await store.insert(auditTrail, anEntry('a-000001', '2026-03-10T02:00:01.500Z'))
      const owed = { id: ids.next('x'), revision: 1, at: clock.now().toISOString() }
      await store.insert(outbox, { ...owed, kind: auditChange, subjects: ['a-000001'] })
      await seal()
      expect(await problems()).to.deep.equal(['late a-000001'])
    })

    it('a seal that was changed, and one whose hash was made anew', async () => {
      const { store, seals, problems } = await sealed()
      const [, second] = seals as [Seal, Seal]
      const without = { ...second, entries: second.entries.slice(1) }
      const gone = second.entries[0]?.id
      await store.replace(auditSeals, without, 1)
      expect(await problems()).to.have.members(['seal-changed 2', `inserted ${gone}`])
      const hash = hashOf(seals[0]?.hash ?? origin, without)
      await store.replace(auditSeals, { ...without, hash }, 2)
      expect(await problems()).to.have.members(['seal-changed 3', `inserted ${gone}`])
    })

    it('a seal that was removed with its entries', async () => {
      const { store, seals, entries, problems } = await sealed()
      await store.remove(auditSeals, seals[1]?.id as string, 1)
      await store.removeMany(auditTrail, entries.slice(2, 4))
      expect(await problems()).to.deep.equal(['seal-missing 2'])
    })

    it('an end that was cut off with its entries', async () => {
      const { store, seals, entries, all, problems, anchor } = await sealed()
      await store.removeMany(auditSeals, seals.slice(1))
      await store.removeMany(auditTrail, entries.slice(2))
      expect(await problems()).to.deep.equal(['end-missing 2'])
      const cursor = await store.get(relayCursors, 'audit')
      await store.replace(relayCursors, { ...cursor!, sequence: seals[0]?.step as string }, cursor!.revision)
      // While the change log is kept it still names what is gone; after that only the anchor tells.
      await store.removeMany(changeLog, (await all(store.scan(changeLog))).slice(1))
      expect(await problems()).to.deep.equal([])
      expect(await problems(anchor)).to.deep.equal(['anchor-missing 3'])
    })

    it('a whole chain that was made anew, by the anchor', async () => {
      const { anchor, store, seals, entries, problems } = await sealed()
      const [first, ...others] = entries as [AuditEntry, ...AuditEntry[]]
      await store.removeMany(auditTrail, [first])
      let previous = origin
      for (const seal of seals) {
        const content = { ...seal, entries: seal.entries.filter(({ id }) => id !== first.id) }
        const hash = hashOf(previous, content)
        await store.replace(auditSeals, { ...content, hash }, seal.revision)
        previous = hash
      }
      expect(others).to.have.length(5)
      expect(await problems()).to.deep.equal([])
      expect(await problems(anchor)).to.deep.equal(['anchor-differs 3'])
    })
  })
})

function anEntry(id: string, at: string): AuditEntry {
  return { id, revision: 1, at, actor: 'u-1', action: 'need.read', kind: 'need', subjects: ['n-1'] }
}
