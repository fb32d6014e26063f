import { expect } from 'chai'
import fc from 'fast-check'
import { Conflict } from '../../src/platform/errors.js'
import type { DocumentStore, Writer } from '../../src/platform/store/index.js'
import { aNote, Notes } from './document-model.js'

/** What every engine's transactions must do; `current` gives the open, empty store of the test. */
export function documentTransactionContract(current: () => DocumentStore): void {
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

  describe('a transaction', () => {
    it('shows its writes to itself, to others only when it has ended', async () => {
      const store = current()
      await store.insert(Notes, aNote('n1', { title: 'old' }))
      const returned = await store.transaction(async (tx) => {
        await tx.replace(Notes, aNote('n1', { title: 'new' }), 1)
        await tx.insert(Notes, aNote('n2'))
        expect((await tx.get(Notes, 'n1'))?.title).to.equal('new')
        expect(await tx.count(Notes, {})).to.equal(2)
        expect((await store.get(Notes, 'n1'))?.title).to.equal('old')
        expect(await store.count(Notes, {})).to.equal(1)
        return 'done'
      })
      expect(returned).to.equal('done')
      expect((await store.get(Notes, 'n1'))?.title).to.equal('new')
      expect(await store.count(Notes, {})).to.equal(2)
    })

    it('writes nothing when its work throws, and lets the next one begin', async () => {
      const store = current()
      await store.insert(Notes, aNote('n1', { tags: ['a'] }))
      const error = new Error('no')
      const failed = store.transaction(async (tx) => {
        await tx.replace(Notes, aNote('n1', { tags: ['b'] }), 1)
        await tx.insert(Notes, aNote('n2'))
        throw error
      })
      expect(await refusal(failed)).to.equal(error)
      expect(await store.get(Notes, 'n2')).to.equal(undefined)
      expect(await store.count(Notes, { tags: 'a' })).to.equal(1)
      expect(await store.count(Notes, { tags: 'b' })).to.equal(0)
      await store.insert(Notes, aNote('n2'))
      expect(await store.count(Notes, {})).to.equal(2)
    })

    it('cannot be saved after a taken key', async () => {
      const store = current()
      await store.insert(Notes, aNote('n1'))
      const failed = store.transaction(async (tx) => {
        await tx.insert(Notes, aNote('n0'))
        expect(await refusal(tx.insert(Notes, aNote('n1')))).to.be.instanceOf(Conflict)
        expect(await refusal(tx.get(Notes, 'n1'))).to.be.instanceOf(Conflict)
      })
      expect(await refusal(failed))
        .to.be.instanceOf(Conflict)
        .with.property('code', 'key.taken')
      expect(await store.get(Notes, 'n0')).to.equal(undefined)
    })

    it('goes on after a stale revision', async () => {
      const store = current()
      await store.insert(Notes, aNote('n1'))
      await store.transaction(async (tx) => {
        expect(await refusal(tx.replace(Notes, aNote('n1'), 9))).to.be.instanceOf(Conflict)
        await tx.insert(Notes, aNote('n2'))
      })
      expect(await store.count(Notes, {})).to.equal(2)
    })

    it('refuses use after its end', async () => {
      const store = current()
      let kept: Writer | undefined
      await store.transaction(async (tx) => {
        kept = tx
      })
      expect(await refusal(kept!.insert(Notes, aNote('n1')))).to.be.instanceOf(Error)
      expect(await refusal(kept!.get(Notes, 'n1'))).to.be.instanceOf(Error)
      expect(await store.count(Notes, {})).to.equal(0)
    })

    it('refuses writes through the store from inside, for they would wait for ever', async () => {
      const store = current()
      await store.transaction(async (tx) => {
        for (const work of [store.insert(Notes, aNote('n1')), store.transaction(async () => undefined)])
          expect(await refusal(work))
            .to.be.instanceOf(Error)
            .with.property('message')
            .that.matches(/through tx/)
        await tx.insert(Notes, aNote('n2'))
      })
      expect(await store.count(Notes, {})).to.equal(1)
    })

    it('lets work that it started write through the store once it has ended', async () => {
      const store = current()
      let later: Promise<void> | undefined
      let ended = () => {}
      const end = new Promise<void>((resolve) => {
        ended = resolve
      })
      await store.transaction(async () => {
        later = end.then(() => store.insert(Notes, aNote('n1')))
      })
      ended()
      await later
      expect(await store.count(Notes, {})).to.equal(1)
    })
  })

  describe('two transactions at once', () => {
    /** Publishes a part of a whole that must be open, and only reads the whole. */
    const publish = (store: DocumentStore, part: string) =>
      store.transaction(async (tx) => {
        const [whole] = await tx.lock(Notes, ['whole'])
        await turn()
        if (whole?.done !== false) throw new Conflict('state.refused', 'the whole is done')
        await tx.insert(Notes, aNote(part, { kind: 'part' }))
      })
    const finish = (store: DocumentStore) =>
      store.transaction(async (tx) => {
        if (await tx.count(Notes, { kind: 'part' })) throw new Conflict('state.refused', 'it has parts')
        const whole = await tx.get(Notes, 'whole')
        await turn()
        await tx.replace(Notes, { ...whole!, done: true }, whole!.revision)
      })

    it('never both commit when one rests on a document it has locked and the other writes it', async () => {
      const store = current()
      for (let run = 0; run < 20; run++) {
        await store.insert(Notes, aNote('whole', { done: false }))
        const order = run % 2 ? [publish(store, 'p'), finish(store)] : [finish(store), publish(store, 'p')]
        const errors = (await Promise.all(order.map(refusal))).filter((error) => error !== undefined)
        expect(errors, `run ${run}`).to.have.length(1)
        expect(errors[0]).to.be.instanceOf(Conflict)
        const parts = await store.find(Notes, { kind: 'part' })
        const whole = await store.get(Notes, 'whole')
        expect([whole?.done, parts.length]).to.deep.equal(whole?.done ? [true, 0] : [false, 1])
        for (const { id, revision } of [whole!, ...parts]) await store.remove(Notes, id, revision)
      }
    })

    it('may both lock a document one after the other, and leave its revision as it is', async () => {
      const store = current()
      await store.insert(Notes, aNote('whole', { done: false }))
      await Promise.all(['p1', 'p2', 'p3', 'p4'].map((part) => publish(store, part)))
      expect(await store.count(Notes, { kind: 'part' })).to.equal(4)
      expect(await store.get(Notes, 'whole')).to.deep.equal(aNote('whole', { done: false }))
    })

    it('get what they lock in the order of the ids, without those that are not there', async () => {
      const store = current()
      await store.insertMany(Notes, [aNote('a'), aNote('b')])
      const locked = await store.transaction((tx) => tx.lock(Notes, ['b', 'x', 'a']))
      expect(locked.map(({ id }) => id)).to.deep.equal(['b', 'a'])
    })
  })

  describe('concurrent writers', () => {
    /** Reads, lets others run, then tries to write; a stale revision starts it again. */
    async function increment(store: DocumentStore, id: string, pauses: number): Promise<void> {
      for (;;) {
        const note = await store.get(Notes, id)
        for (let i = 0; i < pauses; i++) await turn()
        const error = await refusal(
          store.replace(Notes, aNote(id, { rank: (note?.rank ?? 0) + 1 }), note!.revision),
        )
        if (!error) return
        expect(error).to.have.property('code', 'revision.stale')
      }
    }

    async function incrementInside(store: DocumentStore, id: string, pauses: number): Promise<void> {
      await store.transaction(async (tx) => {
        const note = await tx.get(Notes, id)
        for (let i = 0; i < pauses; i++) await turn()
        await tx.replace(Notes, aNote(id, { rank: (note?.rank ?? 0) + 1 }), note!.revision)
      })
    }

    it('lose no increment, in whatever order they run', async () => {
      let run = 0
      const step = fc.record({
        counter: fc.integer({ min: 0, max: 2 }),
        pauses: fc.integer({ min: 0, max: 3 }),
        isInside: fc.boolean(),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const store = current()
          const name = (counter: number) => `r${run}-${counter}`
          run++
          await store.insertMany(
            Notes,
            [0, 1, 2].map((counter) => aNote(name(counter), { rank: 0 })),
          )
          await Promise.all(
            steps.map(({ counter, pauses, isInside }) =>
              (isInside ? incrementInside : increment)(store, name(counter), pauses),
            ),
          )
          for (const counter of [0, 1, 2]) {
            const total = steps.filter((each) => each.counter === counter).length
            const note = await store.get(Notes, name(counter))
            expect([note?.rank, note?.revision]).to.deep.equal([total, total + 1])
          }
        }),
        { numRuns: 60 },
      )
    })

    it('give a unique key to one of many', async () => {
      const store = current()
      const tries = Array.from({ length: 20 }, (_, i) =>
        refusal(store.insert(Notes, aNote(`n${i}`, { code: 'k' }))),
      )
      const refused = (await Promise.all(tries)).filter((error) => error instanceof Conflict)
      expect(refused).to.have.length(19)
      expect(await store.count(Notes, { code: 'k' })).to.equal(1)
    })
  })
}
