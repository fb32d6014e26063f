import { existsSync, statSync } from 'node:fs'
import { expect } from 'chai'
import Database from 'libsql'
import { Unavailable } from '../../../src/platform/errors.js'
import { aNote, Notes } from '../../contract/document-model.js'
import { openTemporarySqlite, temporaryPath } from './temporary-sqlite.js'
import { WritingProcess } from './writing-process.js'

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('durability of a SQLite store', () => {
  it('has everything after it was closed and opened again, in the one file', async () => {
    const path = temporaryPath()
    const first = await openTemporarySqlite([Notes], path)
    await first.insert(Notes, aNote('n1', { title: '助餐', tags: ['a'] }))
    await first.close()
    expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).to.equal(0)
    const second = await openTemporarySqlite([Notes], path)
    expect(await second.find(Notes, { tags: 'a' })).to.deep.equal([
      aNote('n1', { title: '助餐', tags: ['a'] }),
    ])
  })

  it('finishes the writes under way before it closes', async () => {
    const path = temporaryPath()
    const first = await openTemporarySqlite([Notes], path)
    const writes = [1, 2, 3].map((i) => first.insert(Notes, aNote(`n${i}`)))
    await first.close()
    await Promise.all(writes)
    const second = await openTemporarySqlite([Notes], path)
    expect(await second.count(Notes, {})).to.equal(3)
  })

  it('has every acknowledged write, and no half transaction, after the process was killed', async () => {
    const path = temporaryPath()
    const writer = new WritingProcess(path)
    await writer.wrote(200)
    await writer.kill()

    const { acknowledged } = writer
    const store = await openTemporarySqlite([Notes], path)
    const found: string[] = []
    for await (const batch of store.scan(Notes)) found.push(...batch.map((note) => note.id))
    const kept = new Set(found)
    expect(acknowledged.filter((id) => !kept.has(id))).to.deep.equal([])
    expect(found.filter((id) => !id.endsWith('twin') && !kept.has(`${id}-twin`))).to.deep.equal([])
    expect(await store.count(Notes, { tags: 'a' })).to.equal(found.length / 2)
    expect((await store.health({ deep: true })).problems).to.deep.equal([])
  })

  it('is not available while another process holds the file, and is again afterwards', async () => {
    const path = temporaryPath()
    const store = await openTemporarySqlite([Notes], path, { busyTimeout: 10 })
    await store.insert(Notes, aNote('n1'))
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE')
    const error = await refusal(store.insert(Notes, aNote('n2')))
    expect(error).to.be.instanceOf(Unavailable).with.nested.property('cause.code', 'SQLITE_BUSY')
    expect((await store.get(Notes, 'n1'))?.id).to.equal('n1')
    other.exec('ROLLBACK')
    other.close()
    await store.insert(Notes, aNote('n2'))
    expect(await store.count(Notes, {})).to.equal(2)
  })

  it('reports elements of documents that are not there', async () => {
    const path = temporaryPath()
    const store = await openTemporarySqlite([Notes], path)
    await store.insert(Notes, aNote('n1', { tags: ['a'] }))
    const other = new Database(path)
    other.exec(`DELETE FROM notes WHERE id = 'n1'`)
    other.close()
    const { problems } = await store.health({ deep: true })
    expect(problems).to.have.length(1)
    expect(problems[0]).to.match(/notes#tags.*1 elements/)
    expect((await store.health()).problems).to.deep.equal([])
  })
})
