import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { Unavailable } from '../../../src/platform/errors.js'
import { defineCollection } from '../../../src/platform/store/index.js'
import { openMongoStore } from '../../../src/platform/store/mongo-store.js'
import { aNote, type Note, Notes, noteShape } from '../../contract/document-model.js'
import { mongoUrl, onCleanup } from '../../setup.js'
import { openTemporaryMongo, temporaryDatabase, withDatabase } from './temporary-mongo.js'

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

const indexNames = (url: string) =>
  withDatabase(url, async (db) => (await db.collection('notes').indexes()).map(({ name }) => name))

if (mongoUrl)
  describe('a MongoDB store', () => {
    it('keeps documents under their own ids and shows nothing of its own', async () => {
      const url = temporaryDatabase()
      const store = await openTemporaryMongo([Notes], url)
      await store.insert(Notes, aNote('n1', { title: 'a' }))
      await store.transaction((tx) => tx.lock(Notes, ['n1']))
      const [kept] = await withDatabase(url, (db) => db.collection('notes').find().toArray())
      expect(Object.keys(kept ?? {})).to.deep.equal(['_id', 'revision', 'title', '_lock'])
      expect(await store.get(Notes, 'n1')).to.deep.equal(aNote('n1', { title: 'a' }))
      expect(await store.find(Notes, {})).to.deep.equal([aNote('n1', { title: 'a' })])
    })

    it('makes its indexes when it is opened and none by a query', async () => {
      const url = temporaryDatabase()
      const store = await openTemporaryMongo([Notes], url)
      const names = await indexNames(url)
      expect(names).to.have.members([
        '_id_',
        'index:notes:kind,rank',
        'index:notes:kind,title',
        'index:notes:kind,place.code',
        'index:notes:rank',
        'unique:notes:code',
        'unique:notes:series,number',
        'index:notes:tags',
        'index:notes:parts.name',
      ])
      await withDatabase(url, (db) => db.collection('notes').dropIndex('index:notes:rank'))
      await store.find(Notes, { rank: 1 })
      expect(await indexNames(url)).not.to.include('index:notes:rank')
      expect((await store.health({ deep: true })).problems).to.deep.equal(['index missing: index:notes:rank'])
      expect(await store.applyIndexes()).to.deep.equal(['+ index:notes:rank'])
      expect((await store.health({ deep: true })).problems).to.deep.equal([])
    })

    it('drops indexes that are declared no more when asked to, and never those of others', async () => {
      const url = temporaryDatabase()
      await openTemporaryMongo([Notes], url)
      await withDatabase(url, (db) => db.collection('notes').createIndex({ title: 1 }, { name: 'report' }))
      const fewer = defineCollection<Note>({
        name: 'notes',
        shape: noteShape,
        indexes: [{ fields: ['code'], unique: true }],
      })
      const store = await openTemporaryMongo([fewer], url)
      expect(await indexNames(url)).to.include('index:notes:rank')
      expect(await store.applyIndexes()).to.include('- index:notes:rank')
      expect(await indexNames(url)).to.have.members(['_id_', 'report', 'unique:notes:code'])
    })

    it('lets the server take away what has expired, beside the instant as it was written', async () => {
      const collection = defineCollection<Note>({
        name: 'notes',
        shape: noteShape,
        indexes: [{ fields: ['title'], expires: true }],
      })
      const url = temporaryDatabase()
      const store = await openMongoStore({ url, collections: [collection] })
      onCleanup(() => store.close())
      const title = '2999-01-01T00:00:00.000Z'
      await store.insert(collection, aNote('n1', { title }))
      await store.insert(collection, aNote('n2'))
      await store.replace(collection, aNote('n1', { title, rank: 1 }), 1)
      const [kept, other] = await withDatabase(url, (db) =>
        db.collection('notes').find().sort({ _id: 1 }).toArray(),
      )
      expect(kept).to.deep.include({ title, _expires: new Date(title) })
      expect(other).not.to.have.property('_expires')
      expect(await store.find(collection, { title })).to.deep.equal([
        aNote('n1', { title, rank: 1, revision: 2 }),
      ])
      const [index] = await withDatabase(url, async (db) =>
        (await db.collection('notes').indexes()).filter(({ name }) => name === 'expires:notes:title'),
      )
      expect(index).to.deep.include({ key: { _expires: 1 }, expireAfterSeconds: 0 })
    })

    it('brings an older database forward, once, and refuses a newer one', async () => {
      const url = temporaryDatabase()
      await openTemporaryMongo([Notes], url)
      let runs = 0
      const step = {
        version: 1,
        name: 'a title for all',
        up: async () => {
          runs++
        },
      }
      for (let i = 0; i < 2; i++) {
        const store = await openTemporaryMongo([Notes], url, { migrations: [step] })
        expect(await store.health()).to.deep.include({ engine: 'mongodb', schemaVersion: 1 })
      }
      expect(runs).to.equal(1)
      expect(await refusal(openMongoStore({ url, collections: [Notes] })))
        .to.be.instanceOf(RangeError)
        .with.property('message')
        .that.matches(/layout 1.*newer version/)
    })

    it('finds documents that are not of their collection when it looks deeply', async () => {
      const url = temporaryDatabase()
      const store = await openTemporaryMongo([Notes], url)
      await withDatabase(url, (db) =>
        db.collection<{ _id: string }>('notes').insertMany([
          { _id: 'n1', revision: 1, colour: '红' },
          { _id: 'n2', title: 'a' },
        ] as never),
      )
      expect((await store.health()).problems).to.deep.equal([])
      expect((await store.health({ deep: true })).problems).to.have.members([
        'notes n1: colour: not declared',
        'notes n2: revision: no whole number',
      ])
    })

    it('tells of slow operations which paths they asked for, never by what', async () => {
      const told: string[] = []
      const logSlow = { above: 0, log: (what: string) => told.push(what) }
      const store = await openTemporaryMongo([Notes], temporaryDatabase(), { logSlow })
      await store.find(Notes, { title: 'secret', rank: { $gt: 4711 }, tags: { $in: ['secret'] } })
      await store.get(Notes, 'secret')
      await store.transaction((tx) => tx.count(Notes, { code: 'secret' }))
      expect(told.join('\n')).to.include('find notes').and.to.include('"rank":{"$gt":"?"}')
      expect(told.join('\n'))
        .to.include('count notes {"code":{"$eq":"?"}}')
        .and.not.to.match(/secret|4711/)
    })

    it('tries again while another client holds what it writes', async () => {
      const url = temporaryDatabase()
      const store = await openTemporaryMongo([Notes], url)
      await store.insert(Notes, aNote('n1'))
      await withDatabase(url, async (db) => {
        const session = db.client.startSession()
        session.startTransaction()
        const held = { _id: 'n1' } as never
        await db.collection('notes').updateOne(held, { $set: { title: 'held' } }, { session })
        // Longer than DocumentDB waits for a lock.
        const released = sleep(2_500).then(() => session.abortTransaction())
        await store.transaction((tx) => tx.replace(Notes, aNote('n1', { title: 'kept' }), 1))
        await released
        await session.endSession()
      })
      expect(await store.get(Notes, 'n1')).to.include({ title: 'kept', revision: 2 })
    })

    it('is not available where no server answers, and shows no password', async () => {
      const away = await refusal(
        openMongoStore({ url: 'mongodb://user:secret@127.0.0.1:1/x', collections: [Notes] }),
      )
      expect(away).to.be.instanceOf(Unavailable)
      const unreadable = await refusal(
        openMongoStore({ url: 'mongodb://user:secret@/x?y', collections: [Notes] }),
      )
      for (const error of [away, unreadable]) {
        const { message, cause } = error as Error
        expect(`${message} ${(cause as Error | undefined)?.message}`).not.to.include('secret')
      }
    })
  })
