import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { readConfig } from '../../../src/config.js'
import { needKind } from '../../../src/needs/index.js'
import { systemActor } from '../../../src/platform/actor.js'
import { openWorkspace, type Workspace } from '../../../src/workspace.js'
import { median, ms, type Row, timed, times } from '../row.js'
import { sampleNeeds } from '../synthetic.js'
import { openWorkbench } from '../workbench.js'

const count = 100_000
const rounds = 1

/** An import with everything that belongs to it, beside nothing but the inserts of the same documents. */
export async function importNeeds(): Promise<Row[]> {
  const rows = sampleNeeds(count, openWorkbench().regions).map(({ text, facts }, i) => ({
    externalId: `bench-${i}`,
    fields: { text, region: facts.region, source: 'hotline', amount: { value: 2, unit: 'visit' } },
  }))
  const ours: number[] = []
  const raw: number[] = []
  for (let round = 0; round < rounds; round++) {
    const documents: string[] = []
    await withWorkspace(async ({ needs, store }) => {
      ours.push(await timed(() => needs.importMany(rows, systemActor('bench'), { apply: true })))
      for await (const batch of store.scan(needKind.collection)) {
        for (const need of batch) documents.push(JSON.stringify(need))
      }
    })
    if (documents.length !== count) throw new Error(`imported ${documents.length} of ${count}`)
    raw.push(await rawInserts(documents))
  }
  const ratio = median(raw) / median(ours)
  return [
    {
      what: `import of ${count.toLocaleString('en')} needs`,
      ours: ms(median(ours)),
      against: `raw libsql inserts of the same JSON in one transaction ${ms(median(raw))}`,
      ratio: `${times(ratio)} of the speed`,
      reach: '>= 0.4',
      reached: ratio >= 0.4,
      notes: [
        'ours: checks, references, urgency words, duplicates by external id, indexes, audit trail, outbox',
      ],
    },
  ]
}

async function withWorkspace(work: (workspace: Workspace) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-bench-'))
  const read = readConfig({ ...process.env, DUIJIE_DATA: folder })
  if ('bad' in read) throw new Error(`environment: ${read.bad.map(({ env }) => env).join(', ')}`)
  const workspace = await openWorkspace(read.config)
  try {
    await work(workspace)
  } finally {
    await workspace.close()
    rmSync(folder, { recursive: true })
  }
}

async function rawInserts(documents: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-bench-'))
  const db = new Database(join(folder, 'raw.sqlite'))
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('CREATE TABLE need (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID')
  const ids = documents.map((document) => (JSON.parse(document) as { id: string }).id)
  const insert = db.prepare('INSERT INTO need (id, document) VALUES (?, ?)')
  const took = await timed(() => {
    db.exec('BEGIN')
    for (const [i, document] of documents.entries()) insert.run([ids[i], document])
    db.exec('COMMIT')
  })
  db.close()
  rmSync(folder, { recursive: true })
  return took
}
