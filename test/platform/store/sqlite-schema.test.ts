import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect } from 'chai'
import Database from 'libsql'
import { Conflict, Unavailable } from '../../../src/platform/errors.js'
import { defineCollection, migrations, openSqliteStore } from '../../../src/platform/store/index.js'
import { aNote, type Note, Notes, noteShape } from '../../contract/document-model.js'
import { openTemporarySqlite, temporaryPath } from './temporary-sqlite.js'

const indexNames = (path: string) =>
  withFile(path, (db) =>
    db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`)
      .pluck()
      .all(),
  )

function withFile<R>(path: string, work: (db: Database.Database) => R): R {
  const db = new Database(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function oldFile(): string {
  const path = temporaryPath('schema-0.db')
  const sql = readFileSync(new URL('./files/schema-0.sql', import.meta.url), 'utf8')
  withFile(path, (db) => db.exec(sql))
  return path
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('opening a SQLite store', () => {
  it('brings a file of layout 0 forward with every document, revision and array element', async () => {
    const path = oldFile()
    const store = await openTemporarySqlite([Notes], path)
    expect(await store.health({ deep: true })).to.deep.include({ schemaVersion: 1, problems: [] })
    expect(await store.get(Notes, 'n1')).to.deep.equal(
      aNote('n1', { revision: 3, title: '助餐', rank: 2, tags: ['a', 'b'] }),
    )
    expect((await store.find(Notes, { tags: 'b' })).map((note) => note.id)).to.deep.equal(['n1', 'n2'])
    expect((await store.getRaw(Notes, 'n3'))?.revision).to.equal(7)
    await store.replace(Notes, aNote('n3', { tags: ['c'] }), 7)
    expect(await store.count(Notes, { tags: 'c' })).to.equal(1)
    expect(indexNames(path)).not.to.include('index:notes:title')
  })

  it('finds nothing to bring forward the second time', async () => {
    const path = oldFile()
    const first = await openTemporarySqlite([Notes], path)
    await first.close()
    const statements: string[] = []
    await openTemporarySqlite([Notes], path, { onStatement: (sql) => statements.push(sql) })
    expect(statements.filter((sql) => /^(CREATE (?!TABLE IF)|DROP|ALTER|INSERT)/.test(sql))).to.deep.equal([])
  })

  it('changes nothing when a step fails', async () => {
    const path = oldFile()
    const broken = { version: 2, name: 'broken', up: () => expect.fail('broken step') }
    const opened = openSqliteStore({ path, collections: [Notes], migrations: [...migrations, broken] })
    expect(await refusal(opened)).to.have.property('message', 'broken step')
    const columns = withFile(path, (db) =>
      db.prepare(`SELECT name FROM pragma_table_info('notes')`).pluck().all(),
    )
    expect(columns).to.deep.equal(['id', 'doc'])
  })

  it('refuses a file that a newer program wrote and leaves it as it is', async () => {
    const path = temporaryPath()
    withFile(path, (db) => db.exec('PRAGMA user_version = 99'))
    const error = await refusal(openSqliteStore({ path, collections: [Notes] }))
    expect(error)
      .to.be.instanceOf(RangeError)
      .with.property('message')
      .that.matches(/layout 99.*newer version/)
    expect(
      withFile(path, (db) => db.prepare('SELECT count(*) FROM sqlite_master').pluck().get()),
    ).to.deep.include({ 'count(*)': 0 })
  })

  it('makes, changes and drops indexes and side tables as the declarations do', async () => {
    const path = temporaryPath()
    const before = defineCollection<Note>({
      name: 'notes',
      shape: noteShape,
      indexes: [{ fields: ['rank'] }, { fields: ['title'] }],
      arrays: ['tags'],
    })
    const first = await openTemporarySqlite([before], path)
    await first.insert(before, aNote('n1', { rank: 1, code: 'k', parts: [{ name: 'x' }], tags: ['a'] }))
    await first.close()
    const after = defineCollection<Note>({
      name: 'notes',
      shape: noteShape,
      indexes: [{ fields: ['rank'] }, { fields: ['code'], unique: true }],
      arrays: ['parts.name'],
    })
    const second = await openTemporarySqlite([after], path)
    expect(indexNames(path)).to.deep.equal(['index:notes:rank', 'unique:notes:code'])
    expect(await second.count(after, { 'parts.name': 'x' })).to.equal(1)
    expect(await refusal(second.insert(after, aNote('n2', { code: 'k' })))).to.be.instanceOf(Conflict)
  })

  it('makes the file readable by its owner only', async () => {
    const path = temporaryPath()
    await openTemporarySqlite([Notes], path)
    expect(statSync(path).mode & 0o077).to.equal(0)
    expect(statSync(`${path}-wal`).mode & 0o077).to.equal(0)
  })

  it('says that what is no database is not available, and why', async () => {
    const path = temporaryPath()
    writeFileSync(path, 'no database '.repeat(500))
    const error = await refusal(openSqliteStore({ path, collections: [Notes] }))
    expect(error).to.be.instanceOf(Unavailable).with.nested.property('cause.code', 'SQLITE_NOTADB')
    const underFile = openSqliteStore({ path: `${path}/store.db`, collections: [Notes] })
    expect(await refusal(underFile)).to.be.instanceOf(Unavailable)
  })
})
