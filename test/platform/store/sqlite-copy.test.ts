import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'chai'
import Database from 'libsql'
import { Invalid } from '../../../src/platform/errors.js'
import { copySqlite, restoreSqlite } from '../../../src/platform/store/index.js'
import { aNote, type Note, Notes } from '../../contract/document-model.js'
import { openTemporarySqlite, temporaryPath } from './temporary-sqlite.js'
import { WritingProcess } from './writing-process.js'

/** What the digest of `notes` must be, worked out from the documents alone. */
function digestOf(notes: readonly Note[]) {
  const lines = notes.map((note) => `${JSON.stringify(note)}\n`).join('')
  return [
    { name: 'notes', documents: notes.length, sha256: createHash('sha256').update(lines).digest('hex') },
  ]
}

/** The first documents that the writing process writes. */
function firstWritten(count: number): Note[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `n${String(Math.floor(i / 2)).padStart(7, '0')}`
    return i % 2 ? aNote(`${id}-twin`) : aNote(id, { tags: ['a'] })
  })
}

function refusal(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return error.errors.map(({ field, code }) => [field, code])
  }
}

/** A file that is closed, with one document. */
async function aClosedStore(title: string): Promise<string> {
  const path = temporaryPath()
  const store = await openTemporarySqlite([Notes], path)
  await store.insert(Notes, aNote('n1', { title }))
  await store.close()
  return path
}

const titlesIn = async (path: string) => {
  const store = await openTemporarySqlite([Notes], path)
  return (await store.find(Notes, {})).map(({ title }) => title)
}

describe('a copy of a SQLite store', () => {
  it('is the state of one moment while another process writes, with that state’s digest, also once restored', async () => {
    const [path, copy, target] = [temporaryPath(), temporaryPath('copy.db'), temporaryPath('restored.db')]
    const writer = new WritingProcess(path)
    await writer.wrote(100)
    const before = writer.acknowledged.length
    const held = copySqlite(path, copy)
    await writer.wrote(before + 100)
    await writer.kill()

    const documents = held[0]?.documents ?? 0
    expect(documents)
      .to.be.at.least(2 * before)
      .and.satisfy((count: number) => count % 2 === 0)
    expect(held).to.deep.equal(digestOf(firstWritten(documents)))
    expect(restoreSqlite(copy, target, false)).to.deep.equal(held)
    const restored = await openTemporarySqlite([Notes], target)
    expect(await restored.count(Notes, { tags: 'a' })).to.equal(documents / 2)
    expect((await restored.health({ deep: true })).problems).to.deep.equal([])
  })

  it('is one file that its owner alone may read, and leaves nothing else', async () => {
    const [path, copy] = [await aClosedStore('x'), temporaryPath('copy.db')]
    copySqlite(path, copy)
    expect(statSync(copy).mode & 0o077).to.equal(0)
    expect(readdirSync(dirname(copy))).to.deep.equal(['copy.db'])
  })

  it('takes the place of no file, whole or begun', async () => {
    const [path, copy] = [await aClosedStore('x'), temporaryPath('copy.db')]
    writeFileSync(copy, 'mine')
    expect(refusal(() => copySqlite(path, copy))).to.deep.equal([[copy, 'file.taken']])
    expect(readFileSync(copy, 'utf8')).to.equal('mine')
    const begun = temporaryPath('begun.db')
    writeFileSync(`${begun}.part`, '')
    expect(refusal(() => copySqlite(path, begun))).to.deep.equal([[`${begun}.part`, 'file.taken']])
    expect([existsSync(begun), existsSync(`${begun}.part`)]).to.deep.equal([false, true])
  })

  it('is refused of what is no whole store of this program, and then leaves nothing', async () => {
    const copy = temporaryPath('copy.db')
    const [missing, text, damaged, newer, other] = [
      temporaryPath('missing.db'),
      temporaryPath('text.db'),
      await aClosedStore('x'.repeat(100_000)),
      await aClosedStore('x'),
      temporaryPath('other.db'),
    ] as const
    writeFileSync(text, '编号,需求描述\n'.repeat(100))
    truncateSync(damaged, statSync(damaged).size - 8_192)
    for (const [path, sql] of [
      [newer, 'PRAGMA user_version = 99'],
      [other, 'CREATE TABLE visits (id TEXT)'],
    ] as const) {
      const db = new Database(path)
      db.exec(sql)
      db.close()
    }
    const refusals = [missing, text, damaged, newer, other].map((path) =>
      refusal(() => copySqlite(path, copy)),
    )
    expect(refusals).to.deep.equal([
      [[missing, 'file.missing']],
      [[text, 'store.foreign']],
      [[damaged, 'store.damaged']],
      [[newer, 'store.newer']],
      [[other, 'store.foreign']],
    ])
    expect(existsSync(missing)).to.equal(false)
    expect(readdirSync(dirname(copy))).to.deep.equal([])
  })
})

describe('restoring a SQLite store', () => {
  it('leaves data that is there unless told to replace it, and then keeps it as .before', async () => {
    const [backup, path] = [await aClosedStore('from the backup'), temporaryPath()]
    // The engine lets go of a file that it wrote only with its process, or when memory is collected.
    copySqlite(await aClosedStore('old'), path)
    expect(refusal(() => restoreSqlite(backup, path, false))).to.deep.equal([[path, 'store.present']])
    restoreSqlite(backup, path, true)
    expect(await titlesIn(path)).to.deep.equal(['from the backup'])
    expect(await titlesIn(`${path}.before`)).to.deep.equal(['old'])
    expect(refusal(() => restoreSqlite(backup, path, true))).to.deep.equal([[`${path}.before`, 'file.taken']])
  })

  it('is refused while another process has the file open, and changes nothing', async () => {
    const [backup, path] = [await aClosedStore('from the backup'), temporaryPath()]
    const writer = new WritingProcess(path)
    await writer.wrote(1)
    expect(refusal(() => restoreSqlite(backup, path, true))).to.deep.equal([[path, 'store.inUse']])
    await writer.wrote(writer.acknowledged.length + 10)
    await writer.kill()
    expect(readdirSync(dirname(path)).filter((name) => /before|restored|part/.test(name))).to.deep.equal([])
  })

  it('takes the log of a killed process along with the old file, and never reads it with the new one', async () => {
    const [backup, path] = [await aClosedStore('from the backup'), temporaryPath()]
    const writer = new WritingProcess(path)
    await writer.wrote(50)
    await writer.kill()
    expect(statSync(`${path}-wal`).size).to.be.above(0)
    restoreSqlite(backup, path, true)
    expect(await titlesIn(path)).to.deep.equal(['from the backup'])
    const old = await openTemporarySqlite([Notes], `${path}.before`)
    expect(await old.count(Notes, {})).to.be.at.least(100)
  })

  it('replaces a file that is damaged beyond reading, and a log without its file', async () => {
    const backup = await aClosedStore('from the backup')
    const damaged = temporaryPath('damaged.db')
    for (const name of [damaged, `${damaged}-wal`]) writeFileSync(name, 'no database '.repeat(1_000))
    restoreSqlite(backup, damaged, true)
    expect(await titlesIn(damaged)).to.deep.equal(['from the backup'])
    expect(readFileSync(`${damaged}.before`, 'utf8')).to.contain('no database')
    const alone = temporaryPath('alone.db')
    writeFileSync(`${alone}-wal`, 'a log')
    restoreSqlite(backup, alone, false)
    expect(readFileSync(`${alone}.before-wal`, 'utf8')).to.equal('a log')
  })
})
