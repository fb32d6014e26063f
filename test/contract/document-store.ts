import { expect } from 'chai'
import fc from 'fast-check'
import { Conflict, NotFound, Unavailable } from '../../src/platform/errors.js'
import type { Collection, DocumentStore, Filter, Stored } from '../../src/platform/store/index.js'
import { cursorAfter } from '../../src/platform/store/index.js'
import { aNote, anyFilter, anyNotes, anySort, matches, type Note, Notes, sorted } from './document-model.js'
import { documentTransactionContract } from './document-transactions.js'

/** Opens an empty store that knows `collections` and is closed after the test. */
export type OpenStore = (collections: readonly Collection<Stored>[]) => Promise<DocumentStore>

/** What every engine behind the DocumentStore port must do. */
export function documentStoreContract(engine: string, open: OpenStore): void {
  describe(`a document store on ${engine}`, () => {
    let store: DocumentStore
    beforeEach(async () => {
      store = await open([Notes])
    })
    const ids = async (filter: Filter) => (await store.find(Notes, filter)).map((note) => note.id)
    const loose = (note: object) => note as Note
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: unknown) => error,
      )

    describe('keeping documents', () => {
      it('gives back what was inserted, also as the stored bytes', async () => {
        const note = aNote('n1', { title: '助餐', tags: ['a', 1], place: { code: null } })
        await store.insert(Notes, note)
        expect(await store.get(Notes, 'n1')).to.deep.equal(note)
        const raw = await store.getRaw(Notes, 'n1')
        expect(raw?.revision).to.equal(1)
        expect(JSON.parse(raw?.json ?? '')).to.deep.equal(note)
      })

      it('knows nothing of an id that was never inserted', async () => {
        expect(await store.get(Notes, 'n1')).to.equal(undefined)
        expect(await store.getRaw(Notes, 'n1')).to.equal(undefined)
      })

      it('gives many in the order asked for and leaves out those that are not there', async () => {
        await store.insertMany(
          Notes,
          ['a', 'b', 'c'].map((id) => aNote(id)),
        )
        const found = await store.getMany(Notes, ['c', 'x', 'a', 'c'])
        expect(found.map((note) => note.id)).to.deep.equal(['c', 'a', 'c'])
        expect(await store.getMany(Notes, [])).to.deep.equal([])
        const tooMany = Array.from({ length: 10_001 }, (_, i) => `n${i}`)
        expect(await refusal(store.getMany(Notes, tooMany))).to.be.instanceOf(RangeError)
        expect(await store.getMany(Notes, [...tooMany.slice(2), 'b'])).to.have.length(1)
      })

      it('replaces the whole document and counts the revision up', async () => {
        await store.insert(Notes, aNote('n1', { title: 'a', rank: 1 }))
        const next = await store.replace(Notes, aNote('n1', { title: 'b' }), 1)
        expect(next).to.deep.equal({ id: 'n1', revision: 2, title: 'b' })
        expect(await store.get(Notes, 'n1')).to.deep.equal(next)
      })

      it('refuses a replace or remove from a stale revision and changes nothing', async () => {
        await store.insert(Notes, aNote('n1', { title: 'a' }))
        const second = await store.replace(Notes, aNote('n1', { title: 'b' }), 1)
        for (const stale of [store.replace(Notes, aNote('n1'), 1), store.remove(Notes, 'n1', 1)])
          expect(await refusal(stale))
            .to.be.instanceOf(Conflict)
            .with.property('code', 'revision.stale')
        expect(await store.get(Notes, 'n1')).to.deep.equal(second)
      })

      it('says that a document to replace or remove is not there', async () => {
        expect(await refusal(store.replace(Notes, aNote('n1'), 1))).to.be.instanceOf(NotFound)
        expect(await refusal(store.remove(Notes, 'n1', 1))).to.be.instanceOf(NotFound)
      })

      it('replaces many documents, or none when one is gone, at another revision or named twice', async () => {
        const notes = ['n1', 'n2', 'n3'].map((id) => aNote(id, { tags: ['a'] }))
        await store.insertMany(Notes, notes)
        const changed = notes.map((note): Note => ({ ...note, title: 'b', tags: ['b'] }))
        const [first, second, third] = changed as readonly Note[] as readonly [Note, Note, Note]
        for (const last of [{ ...third, revision: 2 }, first])
          expect(await refusal(store.replaceMany(Notes, [first, second, last])))
            .to.be.instanceOf(Conflict)
            .with.property('code', 'revision.stale')
        expect(await refusal(store.replaceMany(Notes, [...changed, aNote('n4')]))).to.be.instanceOf(NotFound)
        expect(await store.getMany(Notes, ['n1', 'n2', 'n3'])).to.deep.equal(notes)
        const written = await store.replaceMany(Notes, changed.slice(1))
        expect(written).to.deep.equal(changed.slice(1).map((note) => ({ ...note, revision: 2 })))
        expect(await store.getMany(Notes, ['n1', 'n2', 'n3'])).to.deep.equal([notes[0], ...written])
        expect(await ids({ tags: 'b' })).to.deep.equal(['n2', 'n3'])
        expect(await store.replaceMany(Notes, [])).to.deep.equal([])
      })

      it('removes many documents, or none when one is gone or at another revision', async () => {
        const notes = ['n1', 'n2', 'n3'].map((id) => aNote(id, { tags: ['a'] }))
        await store.insertMany(Notes, notes)
        const stale = [...notes.slice(0, 2), aNote('n3', { revision: 2 })]
        expect(await refusal(store.removeMany(Notes, stale)))
          .to.be.instanceOf(Conflict)
          .with.property('code', 'revision.stale')
        expect(await refusal(store.removeMany(Notes, [...notes, aNote('n4')]))).to.be.instanceOf(NotFound)
        expect(await store.count(Notes, { tags: 'a' })).to.equal(3)
        await store.removeMany(Notes, notes.slice(0, 2))
        await store.removeMany(Notes, [])
        expect((await store.find(Notes, {})).map(({ id }) => id)).to.deep.equal(['n3'])
        expect(await store.count(Notes, { tags: 'a' })).to.equal(1)
      })

      it('removes a document from gets, lists, counts and array paths', async () => {
        await store.insert(Notes, aNote('n1', { tags: ['a'] }))
        await store.remove(Notes, 'n1', 1)
        expect(await store.get(Notes, 'n1')).to.equal(undefined)
        expect(await ids({ tags: 'a' })).to.deep.equal([])
        expect(await store.count(Notes, {})).to.equal(0)
      })

      it('keeps every character: beyond the BMP, combining, quotes and line ends', async () => {
        const title = '𠮷野家 e\u0301 👩‍👩‍👧 "\\\' \r\n\t \u2028 ￿'
        await store.insert(Notes, aNote(`n-${title}`, { title, tags: [title] }))
        expect((await store.get(Notes, `n-${title}`))?.title).to.equal(title)
        expect(await ids({ title, tags: title })).to.deep.equal([`n-${title}`])
      })

      it('keeps null and what is empty, leaves out undefined, and keeps the order of keys, id first', async () => {
        const note = {
          id: 'n1',
          rank: 0,
          revision: 1,
          title: null,
          place: {},
          parts: [{}],
          tags: [],
          kind: '',
        }
        await store.insertMany(Notes, [loose({ ...note, code: undefined, place: { code: undefined } })])
        await store.insert(Notes, { ...note, id: 'n2', place: { code: null } })
        await store.replace(Notes, loose({ ...note, id: 'n2', done: undefined }), 1)
        const keys = Object.keys(note)
        for (const [id, revision] of [
          ['n1', 1],
          ['n2', 2],
        ] as const) {
          const kept = await store.get(Notes, id)
          expect(kept).to.deep.equal({ ...note, id, revision })
          expect(Object.keys(kept ?? {})).to.deep.equal(keys)
          expect((await store.getRaw(Notes, id))?.json).to.equal(JSON.stringify({ ...note, id, revision }))
        }
      })

      it('refuses what is not of the declared shape, and says where', async () => {
        for (const [wrong, place] of [
          ['{"id":"n1","revision":1,"colour":"red"}', 'colour'],
          ['{"id":"n1","revision":1,"rank":"1"}', 'rank'],
          ['{"id":"n1","revision":1,"place":{"code":1}}', 'place.code'],
          ['{"id":"n1","revision":1,"place":"x"}', 'place'],
          ['{"id":"n1","revision":1,"parts":[{"name":"a"},{"size":1}]}', 'parts.size'],
          ['{"id":"n1","revision":1,"tags":"a"}', 'tags'],
          ['{"id":"n1","revision":0}', 'revision'],
          ['{"id":"","revision":1}', 'id'],
        ] as const) {
          const error = await refusal(store.insert(Notes, JSON.parse(wrong)))
          expect(error, wrong).to.be.instanceOf(RangeError)
          expect(error).to.have.property('message').that.includes(place)
        }
        await store.insert(Notes, aNote('n1'))
        expect(await refusal(store.replace(Notes, JSON.parse('{"id":"n1","size":1}'), 1))).to.be.instanceOf(
          RangeError,
        )
        expect(await store.get(Notes, 'n1')).to.deep.equal(aNote('n1'))
      })

      it('keeps a document of a megabyte', async () => {
        const title = '需求x'.repeat(150_000)
        await store.insert(Notes, aNote('n1', { title }))
        expect((await store.get(Notes, 'n1'))?.title).to.equal(title)
      })

      it('inserts ten thousand in one batch and scans them all in id order', async () => {
        const notes = Array.from({ length: 10_000 }, (_, i) =>
          aNote(`n${String(i).padStart(5, '0')}`, { rank: i % 7, tags: [`t${i % 10}`] }),
        )
        await store.insertMany(Notes, notes.toReversed())
        expect(await store.count(Notes, { tags: 't3', rank: 3 })).to.equal(
          notes.filter((note) => note.tags?.[0] === 't3' && note.rank === 3).length,
        )
        const sizes: number[] = []
        const scanned: Note[] = []
        for await (const batch of store.scan(Notes, 4000)) {
          sizes.push(batch.length)
          scanned.push(...batch)
        }
        expect(sizes).to.deep.equal([4000, 4000, 2000])
        expect(scanned).to.deep.equal(notes)
      })

      it('scans on while others write, without losing what was there before', async () => {
        await store.insertMany(
          Notes,
          ['a', 'b', 'c'].map((id) => aNote(id)),
        )
        const seen: string[] = []
        for await (const [note] of store.scan(Notes, 1)) {
          seen.push(note?.id ?? '')
          if (note?.id === 'a') await store.insert(Notes, aNote('d'))
        }
        expect(seen).to.deep.equal(['a', 'b', 'c', 'd'])
      })
    })

    describe('unique keys', () => {
      it('refuses a taken id and names it', async () => {
        await store.insert(Notes, aNote('n1', { title: 'first' }))
        const error = await refusal(store.insert(Notes, aNote('n1')))
        expect(error).to.be.instanceOf(Conflict).with.property('code', 'key.taken')
        expect(error).to.have.property('field', 'id')
        expect((await store.get(Notes, 'n1'))?.title).to.equal('first')
      })

      it('refuses a taken key by insert and by replace and names its path', async () => {
        await store.insertMany(Notes, [aNote('n1', { code: 'k' }), aNote('n2', { code: 'l' })])
        for (const work of [
          store.insert(Notes, aNote('n3', { code: 'k' })),
          store.replace(Notes, aNote('n2', { code: 'k' }), 1),
        ]) {
          const error = await refusal(work)
          expect(error).to.be.instanceOf(Conflict).with.property('code', 'key.taken')
          expect(error).to.have.property('field', 'code')
        }
        expect((await store.get(Notes, 'n2'))?.code).to.equal('l')
      })

      it('lets a key be taken again after its document went', async () => {
        await store.insert(Notes, aNote('n1', { code: 'k' }))
        await store.remove(Notes, 'n1', 1)
        await store.insert(Notes, aNote('n2', { code: 'k' }))
        expect(await ids({ code: 'k' })).to.deep.equal(['n2'])
      })

      it('leaves out documents where a path of the key is missing or null', async () => {
        const open = [aNote('a'), aNote('b'), aNote('c', { code: null }), aNote('d', { code: null })]
        await store.insertMany(Notes, [...open, aNote('e', { series: 's' }), aNote('f', { series: 's' })])
        await store.insert(Notes, aNote('g', { series: 's', number: 1 }))
        const error = await refusal(store.insert(Notes, aNote('h', { series: 's', number: 1 })))
        expect(error).to.have.property('field', 'series,number')
      })

      it('inserts none of a batch when one is refused', async () => {
        const batch = Array.from({ length: 200 }, (_, i) => aNote(`n${i}`, { tags: ['a'] }))
        expect(await refusal(store.insertMany(Notes, [...batch, aNote('n7')]))).to.be.instanceOf(Conflict)
        expect(await store.count(Notes, {})).to.equal(0)
        expect(await ids({ tags: 'a' })).to.deep.equal([])
      })
    })

    describe('finding', () => {
      it('matches exactly what the plain model matches, whatever the filter', async () => {
        let run = 0
        await fc.assert(
          fc.asyncProperty(anyNotes, anyFilter, async (drafts, filter) => {
            const kind = `run${run++}`
            const notes = drafts.map((draft, i) =>
              aNote(`${kind}-${String(i).padStart(2, '0')}`, { ...draft, kind }),
            )
            await store.insertMany(Notes, notes)
            const wanted = notes.filter((note) => matches(note, filter)).map((note) => note.id)
            expect(await ids({ $and: [{ kind }, filter] })).to.deep.equal(wanted)
            expect(await store.count(Notes, { kind, $or: [filter] })).to.equal(wanted.length)
          }),
          { numRuns: 250 },
        )
      })

      it('never takes one type for another: booleans and numbers, texts and what looks like them as JSON', async () => {
        await store.insertMany(Notes, [
          aNote('bool', { done: true }),
          aNote('number', { rank: 1, title: '1' }),
          aNote('object', { place: { code: '{"code":"z"}' } }),
        ])
        for (const empty of [
          { done: 1 },
          { done: { $gte: 0 } },
          { done: { $lt: 2 } },
          { rank: true },
          { rank: { $gt: false } },
          { rank: { $lte: '1' } },
          { title: { $gte: 0 } },
          { place: '{"code":"{\\"code\\":\\"z\\"}"}' },
          { place: { $gt: 'a' } },
        ] satisfies Filter[])
          expect(await ids(empty), JSON.stringify(empty)).to.deep.equal([])
        expect(await ids({ done: { $gt: false } })).to.deep.equal(['bool'])
        expect(await ids({ rank: { $gte: 0 } })).to.deep.equal(['number'])
        expect(await ids({ 'place.code': { $gte: '{' } })).to.deep.equal(['object'])
      })

      it('pages through ties, missing values and Unicode as the plain model sorts them', async () => {
        let run = 0
        const limits = fc.integer({ min: 1, max: 5 })
        await fc.assert(
          fc.asyncProperty(anyNotes, anySort, limits, async (drafts, sort, limit) => {
            const kind = `run${run++}`
            const notes = drafts.map((draft, i) => aNote(`${kind}-${(i * 7) % 13}`, { ...draft, kind }))
            await store.insertMany(Notes, notes)
            const seen: Note[] = []
            let page = await store.find(Notes, { kind }, { sort, limit })
            while (page.length) {
              seen.push(...page)
              const last = page.at(-1)!
              page = await store.find(Notes, { kind }, { sort, limit, after: cursorAfter(last, sort) })
            }
            expect(seen).to.deep.equal(sorted(notes, sort))
          }),
          { numRuns: 150 },
        )
      })

      it('follows array elements through replaces', async () => {
        await store.insert(Notes, aNote('n1', { tags: ['a', 'b', 'b', 1] }))
        await store.replace(Notes, aNote('n1', { tags: ['b', 'c'] }), 1)
        expect(await ids({ tags: 'a' })).to.deep.equal([])
        expect(await ids({ tags: { $in: ['c', 'x'] } })).to.deep.equal(['n1'])
        expect(await ids({ tags: { $ne: 'b' } })).to.deep.equal([])
        expect(await ids({ tags: 'b' })).to.deep.equal(['n1'])
      })

      it('reaches into arrays of objects', async () => {
        await store.insertMany(Notes, [
          aNote('n1', { parts: [{ name: 'a' }, { name: 'b' }] }),
          aNote('n2', { parts: [{ name: 'c' }, {}] }),
          aNote('n3'),
        ])
        expect(await ids({ 'parts.name': 'b' })).to.deep.equal(['n1'])
        expect(await ids({ 'parts.name': { $in: ['a', 'c'] } })).to.deep.equal(['n1', 'n2'])
        expect(await ids({ 'parts.name': { $ne: 'a' } })).to.deep.equal(['n2', 'n3'])
      })

      it('takes long $in lists', async () => {
        await store.insertMany(Notes, [aNote('a', { rank: 3 }), aNote('b', { rank: 4 }), aNote('c')])
        const $in = Array.from({ length: 3000 }, (_, i) => 1 - i / 1000)
        expect(await ids({ rank: { $in: [...$in, 4, null] } })).to.deep.equal(['b', 'c'])
      })

      it('refuses paths, conditions and options that are not in the port', async () => {
        const wrong: Filter[] = [
          { "a') --": 1 },
          { 'a..b': 1 },
          { title: undefined },
          { $or: [] },
          { title: {} },
          { rank: Number.NaN },
          { 'parts.name': null },
          { 'parts.name': { $exists: true } },
          JSON.parse('{"title":{"$regex":"a"}}'),
        ]
        for (const filter of wrong)
          expect(await refusal(store.find(Notes, filter)), JSON.stringify(filter)).to.be.instanceOf(
            RangeError,
          )
        for (const limit of [0, 10_001, 1.5])
          expect(await refusal(store.find(Notes, {}, { limit }))).to.be.instanceOf(RangeError)
        const sort = { field: 'tags', direction: 'asc' } as const
        expect(await refusal(store.find(Notes, {}, { sort }))).to.be.instanceOf(RangeError)
        const object = JSON.parse('{"id":"n1","revision":1,"tags":[{}]}')
        expect(await refusal(store.insert(Notes, object))).to.be.instanceOf(RangeError)
        expect(await store.get(Notes, 'n1')).to.equal(undefined)
      })

      it('gives a hundred when no limit is named', async () => {
        await store.insertMany(
          Notes,
          Array.from({ length: 101 }, (_, i) => aNote(`n${i}`)),
        )
        expect(await store.find(Notes, {})).to.have.length(100)
      })
    })

    describe('tallying', () => {
      const notes = [
        aNote('a', { kind: 'x', rank: 2, done: true }),
        aNote('b', { kind: 'x', rank: 0.5, done: true }),
        aNote('c', { kind: 'x', done: false }),
        aNote('d', { kind: 'y', rank: 1, done: null }),
        aNote('e', { kind: 'y' }),
        aNote('f', { rank: 7 }),
      ]
      beforeEach(() => store.insertMany(Notes, notes))

      it('counts and sums per value, missing as null first', async () => {
        expect(await store.tally(Notes, {}, ['kind'], ['rank', 'title'])).to.deep.equal([
          { key: [null], count: 1, sums: [7, 0] },
          { key: ['x'], count: 3, sums: [2.5, 0] },
          { key: ['y'], count: 2, sums: [1, 0] },
        ])
      })

      it('tells booleans from numbers in keys', async () => {
        expect(await store.tally(Notes, { kind: { $ne: null } }, ['kind', 'done'])).to.deep.equal([
          { key: ['x', false], count: 1, sums: [] },
          { key: ['x', true], count: 2, sums: [] },
          { key: ['y', null], count: 2, sums: [] },
        ])
        const ranks = await store.tally(Notes, { rank: { $gte: 1 } }, ['rank'])
        expect(ranks.map((row) => row.key)).to.deep.equal([[1], [2], [7]])
      })

      it('gives one row without groups, and none of nothing', async () => {
        expect(await store.tally(Notes, {}, [], ['rank'])).to.deep.equal([
          { key: [], count: 6, sums: [10.5] },
        ])
        expect(await store.tally(Notes, { kind: 'z' }, [], ['rank'])).to.deep.equal([])
        expect(await store.tally(Notes, { kind: 'z' }, ['kind'])).to.deep.equal([])
      })
    })

    documentTransactionContract(() => store)

    it('reports its engine, and no problems', async () => {
      await store.insert(Notes, aNote('n1', { tags: ['a'], code: 'k' }))
      const health = await store.health({ deep: true })
      expect(health.problems).to.deep.equal([])
      expect(health.engine).to.be.a('string').and.not.equal('')
      expect(health.version).to.match(/\d/)
    })

    it('closes twice, and is then not available', async () => {
      await store.close()
      await store.close()
      for (const work of [store.get(Notes, 'n1'), store.insert(Notes, aNote('n1')), store.health()])
        expect(await refusal(work)).to.be.instanceOf(Unavailable)
    })
  })
}
