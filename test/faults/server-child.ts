/**
 * The writing half of a server without its language model, which takes more than a second to load: store, records,
 * search index and relay. Waits for a line, opens the file, and writes by four hands until it is killed. Says each
 * acknowledgement on stdout: `= id revision` is there at least at this revision, `- id` is gone. Where a third argument
 * says so its relay stands still after so many steps, and it says `between`.
 */

import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { Sealing } from '../../src/audit/index.js'
import { needKind } from '../../src/needs/collection.js'
import { changeNeed, type Need, type NeedDraft, newNeed } from '../../src/needs/model.js'
import { needDraft } from '../../src/needs/schema.js'
import { systemActor } from '../../src/platform/actor.js'
import { systemClock } from '../../src/platform/clock.js'
import { Conflict, NotFound } from '../../src/platform/errors.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { Leases } from '../../src/platform/leases/index.js'
import { importRecords, Records } from '../../src/platform/records/index.js'
import { Relay } from '../../src/platform/relay/index.js'
import { openSqliteSearch } from '../../src/platform/search/index.js'
import { entryTokens } from '../../src/platform/search/search-tokens.js'
import { openSqliteStore } from '../../src/platform/store/index.js'
import { relayed } from '../relayed.js'
import { heldAfter } from './held.js'
import { pick, seeded } from './random.js'

const [path = '', seed = '1', steps = 'Infinity'] = process.argv.slice(2)
const random = seeded(Number(seed))
const say = (line: string) => writeSync(1, `${line}\n`)
const actor = systemActor('writer')
const words = ['独居老人', '上门陪伴', '送餐', '辅导作业', '夜里', '急', '轮椅', '社区', '家长', '午饭']
const text = () => Array.from({ length: 6 }, () => pick(random, words)).join('，')
const draft = (): NeedDraft => ({
  region: '440307003000',
  text: text(),
  beneficiaries: { count: 1, groups: [] },
  amount: { value: 1, unit: 'case' },
  categories: [],
  modes: [],
  source: 'visit',
  visibility: 'matched',
  state: 'open',
})
const rules = {
  schema: needDraft,
  make: (row: NeedDraft) => newNeed(row, undefined),
  change: (before: Need, { state: _, ...row }: NeedDraft) => changeNeed(before, row, undefined),
  resolve: async (rows: readonly { draft: NeedDraft }[]) => rows.map(({ draft }) => ({ draft })),
}

// The dictionaries load at their first use, for longer than a child lives after that.
entryTokens(needKind.search, { title: text(), text: text() })
say('loaded')
await once(process.stdin, 'data')
const store = await openSqliteStore({ path, collections: [needKind.collection, ...relayed] })
const search = openSqliteSearch({ path })
if ((await search.prepare([needKind.search])).length)
  await search.fill(needKind.search, async () => undefined)
const ids = timeOrderedIds(systemClock)
const fail = (part: string, error: unknown) => {
  console.error(part, error)
  process.exit(1)
}
const leases = new Leases({ store, clock: systemClock, ids })
const relay = new Relay({
  ...heldAfter(Number(steps), store, search, () => say('between')),
  clock: systemClock,
  leases,
  kinds: [needKind],
  shared: [new Sealing({ store, clock: systemClock, leases, leaseMs: 300 })],
  observer: { retrying: fail, gaveUp: (view, { error }) => fail(view, error) },
  leaseMs: 300,
})
const records = new Records(needKind, { store, clock: systemClock, ids, onCommitted: () => relay.kick() })
const known = new Map((await records.find({}, { limit: 10_000 })).map(({ id, revision }) => [id, revision]))
relay.kick()
await Promise.all([write(), write(), write(), write()])

async function write(): Promise<never> {
  for (;;) {
    try {
      await pick(random, known.size > 150 ? [remove, amend] : [create, amend, amend, remove, bring])()
    } catch (error) {
      // Four hands reach for the same records; who comes second is refused.
      if (!(error instanceof Conflict) && !(error instanceof NotFound)) throw error
    }
  }
}

async function create(): Promise<void> {
  acknowledge(await records.create(newNeed(draft(), undefined), actor))
}

async function amend(): Promise<void> {
  const [id, revision] = any()
  acknowledge(await records.amend(id, revision, actor, (before) => ({ ...before, text: text() })))
}

async function remove(): Promise<void> {
  const [id, revision] = any()
  await records.remove(id, revision, actor)
  known.delete(id)
  say(`- ${id}`)
}

async function bring(): Promise<void> {
  const first = Math.floor(random() * 60)
  const rows = Array.from({ length: 20 }, (_, i) => ({ externalId: `x${first + i}`, fields: { ...draft() } }))
  const done = await importRecords(records, rules, rows, actor, { apply: true })
  for (const record of await records.getMany(done.flatMap(({ id }) => id ?? []))) acknowledge(record)
}

function acknowledge({ id, revision }: Need): void {
  known.set(id, Math.max(revision, known.get(id) ?? 0))
  say(`= ${id} ${revision}`)
}

function any(): [string, number] {
  const [id, revision] = pick(random, [...known, ['n-none', 1]] as [string, number][])
  return [id, revision]
}
