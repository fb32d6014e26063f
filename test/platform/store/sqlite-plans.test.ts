import { expect } from 'chai'
import type { Filter, FindOptions } from '../../../src/platform/store/index.js'
import { Connection, statementLimit } from '../../../src/platform/store/sqlite-connection.js'
import { aNote, Notes } from '../../contract/document-model.js'
import { openTemporarySqlite, temporaryPath } from './temporary-sqlite.js'

describe('plans of a SQLite store', () => {
  const asc = (field: string) => ({ field, direction: 'asc' }) as const
  const desc = (field: string) => ({ field, direction: 'desc' }) as const
  /** Each with the index that must serve every statement of it, in order and without sorting. */
  const ordered: [string, Filter, FindOptions, string][] = [
    ['by id', {}, { after: { value: 'a', id: 'a' } }, 'sqlite_autoindex_notes_1'],
    ['equal, sorted', { kind: 'a' }, { sort: asc('rank') }, 'index:notes:kind,rank'],
    ['equal, sorted down', { kind: 'a' }, { sort: desc('rank') }, 'index:notes:kind,rank'],
    [
      'next page',
      { kind: 'a' },
      { sort: asc('rank'), after: { value: 3, id: 'a' } },
      'index:notes:kind,rank',
    ],
    [
      'next page down',
      { kind: 'a' },
      { sort: desc('rank'), after: { value: 3, id: 'a' } },
      'index:notes:kind,rank',
    ],
    [
      'page after nulls',
      { kind: 'a' },
      { sort: asc('title'), after: { value: null, id: 'a' } },
      'index:notes:kind,title',
    ],
    [
      'page of nulls',
      { kind: 'a' },
      { sort: desc('title'), after: { value: null, id: 'a' } },
      'index:notes:kind,title',
    ],
    ['range', { rank: { $gte: 2, $lt: 5 } }, { sort: asc('rank') }, 'index:notes:rank'],
    ['dotted path', { kind: 'a', 'place.code': '310101' }, {}, 'index:notes:kind,place.code'],
    ['unique key', { code: 'k' }, {}, 'unique:notes:code'],
  ]
  for (const [name, filter, options, index] of ordered)
    it(`seeks and orders by the index: ${name}`, async () => {
      const store = await openTemporarySqlite([Notes])
      const plan = await store.explain(Notes, filter, options)
      expect(plan).not.to.have.length(0)
      for (const { detail } of plan) {
        expect(detail).to.match(/^SEARCH notes USING (COVERING )?INDEX /)
        expect(detail).to.include(` ${index} (`)
      }
    })

  const sought: [string, Filter][] = [
    ['an array element', { tags: 'a' }],
    ['one of several elements', { tags: { $in: ['a', 'b', 'c'] } }],
    ['an element inside objects', { 'parts.name': 'a' }],
    ['one of several values', { kind: { $in: ['a', 'b'] } }],
    ['a unique key of two paths', { series: 's', number: 1 }],
    ['either of two paths', { $or: [{ kind: 'a' }, { rank: 3 }] }],
    ['a value or none', { kind: { $in: ['a', null] } }],
  ]
  for (const [name, filter] of sought)
    it(`never scans for ${name}`, async () => {
      const store = await openTemporarySqlite([Notes])
      const plan = (await store.explain(Notes, filter)).map((row) => row.detail)
      expect(plan.join('\n'))
        .to.match(/SEARCH/)
        .and.not.match(/SCAN/)
    })

  it('names the cursor before the filter, since the engine seeks by the first of two bounds on a path', async () => {
    const statements: string[] = []
    const options = { onStatement: (sql: string) => statements.push(sql) }
    const store = await openTemporarySqlite([Notes], temporaryPath(), options)
    await store.find(Notes, { rank: { $gte: 0 } }, { sort: asc('rank'), after: { value: 3, id: 'a' } })
    expect(statements.at(-1)).to.match(/WHERE \(doc ->> '\$\.rank' > \? AND .*>= \?/)
  })

  it('says when a filter has no index', async () => {
    const store = await openTemporarySqlite([Notes])
    const [row] = await store.explain(Notes, { done: true })
    expect(row?.detail).to.match(/^SCAN notes/)
  })

  it('shows every statement to the hook, and values to nobody', async () => {
    const statements: string[] = []
    const slow: string[] = []
    const store = await openTemporarySqlite([Notes], temporaryPath(), {
      onStatement: (sql) => statements.push(sql),
      logSlow: { above: 0, log: (sql, took) => slow.push(`${sql} ${typeof took}`) },
    })
    statements.length = 0
    slow.length = 0
    await store.insert(Notes, aNote('n1', { title: 'secret', tags: ['secret'] }))
    await store.find(Notes, { title: 'secret', tags: 'secret' })
    expect(statements.map((sql) => sql.split(' ')[0])).to.deep.equal([
      'BEGIN',
      'INSERT',
      'INSERT',
      'COMMIT',
      'SELECT',
    ])
    expect(slow).to.have.length(5)
    expect([...statements, ...slow].join()).not.to.include('secret')
  })

  it('keeps a bounded number of prepared statements', () => {
    const db = new Connection({ path: temporaryPath(), busyTimeout: 0 })
    for (let i = 0; i < statementLimit + 50; i++) db.get(`SELECT ${i}`)
    expect(db.statementCount).to.equal(statementLimit)
    expect(db.get('SELECT 0')).to.deep.equal([0])
    db.close()
  })

  it('uses few texts for lists and batches of any length', async () => {
    const statements = new Set<string>()
    const store = await openTemporarySqlite([Notes], temporaryPath(), {
      onStatement: (sql) => statements.add(sql),
    })
    statements.clear()
    for (let length = 1; length < 200; length++) {
      const ids = Array.from({ length }, (_, i) => `n${length}-${i}`)
      await store.insertMany(
        Notes,
        ids.map((id) => aNote(id)),
      )
      expect(await store.getMany(Notes, ids)).to.have.length(length)
      await store.find(Notes, { kind: { $in: ids } })
    }
    expect(statements.size).to.be.at.most(7 + 9 + 9 + 2)
  })
})
