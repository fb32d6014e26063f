import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import Database from 'libsql'
import {
  openSqliteSearch,
  type SearchCollection,
  type SearchIndex,
} from '../../../src/platform/search/index.js'
import { onCleanup } from '../../setup.js'

const needs: SearchCollection = { name: 'needs', fields: [{ name: 'title', weight: 1 }], filters: ['status'] }
const entry = { id: 'n-1', revision: 1, fields: { title: '长者食堂' }, filters: { status: ['open'] } }

async function open(): Promise<{ path: string; index: SearchIndex; other: Database.Database }> {
  const folder = await mkdtemp(join(tmpdir(), 'duijie-search-'))
  onCleanup(() => rm(folder, { recursive: true }))
  const path = join(folder, 'store.db')
  const index = openSqliteSearch({ path })
  onCleanup(() => index.close())
  const other = new Database(path)
  onCleanup(() => other.close())
  return { path, index, other }
}

describe('search in the file of the store', () => {
  it('waits for a transaction of the same process without blocking it', async () => {
    const { index, other } = await open()
    await index.prepare([needs])
    other.exec('CREATE TABLE documents (id TEXT); BEGIN IMMEDIATE')
    let done = false
    const put = index.put(needs, [entry]).then(() => {
      done = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(done).to.equal(false)
    // Readers need not wait.
    expect((await index.search(needs, { text: '食堂' })).total).to.equal(0)
    other.exec('COMMIT')
    await put
    expect((await index.search(needs, { text: '食堂' })).total).to.equal(1)
  })

  it('keeps what was put when it is opened again, and leaves tables of others alone', async () => {
    const { path, index, other } = await open()
    other.exec("CREATE TABLE documents (id TEXT); INSERT INTO documents VALUES ('d-1')")
    await index.prepare([needs])
    await index.fill(needs, async () => undefined)
    await index.put(needs, [entry])
    const again = openSqliteSearch({ path })
    onCleanup(() => again.close())
    expect(await again.prepare([needs])).to.deep.equal([])
    expect((await again.search(needs, { text: '食堂' })).total).to.equal(1)
    const names = other.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
      name: string
    }[]
    expect(
      names.filter(({ name }) => !/^(search_|sqlite_)/.test(name)).map(({ name }) => name),
    ).to.deep.equal(['documents'])
  })

  it('refuses a collection that was not prepared, and declarations that cannot be', async () => {
    const { index } = await open()
    const refused = async (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error)
    expect(await refused(index.search(needs, { text: '' }))).to.be.instanceOf(RangeError)
    expect(await refused(index.prepare([{ ...needs, name: 'x"; DROP' }]))).to.be.instanceOf(RangeError)
    expect(await refused(index.prepare([{ ...needs, fields: [] }]))).to.be.instanceOf(RangeError)
    expect(await refused(index.prepare([{ ...needs, fields: [{ name: 'a', weight: 0 }] }]))).to.be.instanceOf(
      RangeError,
    )
  })
})
