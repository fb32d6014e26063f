import { type Need, needKind } from '../../../src/needs/index.js'
import { systemActor } from '../../../src/platform/actor.js'
import { auditTrail, outbox } from '../../../src/platform/records/index.js'
import { benchNeeds, needId } from '../mongo-needs.js'
import { type KeptNeed, keptNeed, type MongoWorkbench, openMongoWorkbench } from '../mongo-workbench.js'
import { median, ms, type Row, timed, times } from '../row.js'

const base = 10_000
/** Another largest size for machines where a million takes too long to load. */
const largest = Number(process.env.DUIJIE_BENCH_MONGO_LARGEST ?? 1_000_000)
const rounds = 200
const collection = needKind.collection
const actor = systemActor('bench')
const sort = { field: 'createdAt', direction: 'desc' } as const

/** The store over MongoDB beside the same operations by hand, and what they cost when there is a hundred times as much. */
export async function mongo(): Promise<Row[]> {
  const url = process.env.MONGO_URL
  if (!url) {
    console.log('mongo: left out, for MONGO_URL is not set')
    return []
  }
  const bench = await openMongoWorkbench(url)
  try {
    await bench.fill(base)
    const pairs = await comparisons(bench)
    return [...pairs, ...(await growth(bench))]
  } finally {
    await bench.close()
  }
}

async function comparisons(bench: MongoWorkbench): Promise<Row[]> {
  const { store, needs, records } = bench
  const id = (i: number) => needId((i * 7_919) % base)
  const extra = [...benchNeeds(500)]
  const batch = (i: number, side: string): Need[] =>
    extra.map((need) => ({ ...need, id: `${side}-${i}-${need.id}`, externalId: `${side}-${i}-${need.id}` }))
  let ours = (await store.get(collection, id(1))) as Need
  let theirs = (await needs.findOne({ _id: id(2) })) as KeptNeed
  return [
    await compared('get', rounds, {
      ours: (i) => store.get(collection, id(i)),
      byHand: (i) => needs.findOne({ _id: id(i) }),
    }),
    await compared('find a page of 50', rounds, {
      ours: () => store.find(collection, { state: 'open' }, { sort, limit: 50 }),
      byHand: () => needs.find({ state: 'open' }).sort({ createdAt: -1, _id: -1 }).limit(50).toArray(),
    }),
    await compared('insert a batch of 500, all or none', 20, {
      ours: (i) => store.insertMany(collection, batch(i, 'o')),
      byHand: async (i) => {
        const documents = batch(i, 'h').map(keptNeed)
        await bench.client.withSession((session) =>
          session.withTransaction(() => needs.insertMany(documents, { session })),
        )
      },
    }),
    await compared('replace at a revision', rounds, {
      ours: async () => {
        ours = await store.replace(collection, ours, ours.revision)
      },
      byHand: async () => {
        const { _id, ...rest } = theirs
        const next = { ...rest, revision: theirs.revision + 1 }
        await needs.replaceOne({ _id, revision: theirs.revision }, next)
        theirs = { _id, ...next }
      },
    }),
    await compared('use case: amend a need, with audit and outbox entry', rounds, {
      ours: async (i) => {
        const at = id(i + 10)
        await records.amend(at, 1, actor, (need) => ({ ...need, title: '改过' }))
      },
      byHand: (i) => amendByHand(bench, id(i + 10 + rounds * 2)),
    }),
  ]
}

/** What `records.amend` does, in the driver's own words. */
async function amendByHand({ client, db, needs, ids }: MongoWorkbench, id: string): Promise<void> {
  const at = new Date().toISOString()
  const entry = { revision: 1, at, kind: 'need', subjects: [id] }
  await client.withSession((session) =>
    session.withTransaction(async () => {
      const before = (await needs.findOne({ _id: id }, { session })) as KeptNeed
      const { _id, ...rest } = before
      const next = { ...rest, title: '改过', revision: 2, updatedAt: at, updatedBy: 'bench' }
      await needs.replaceOne({ _id, revision: 1 }, next, { session })
      const audit = { _id: ids.next('a'), ...entry, actor: 'bench', action: 'need.amend' }
      await db.collection<{ _id: string }>(auditTrail.name).insertOne(audit, { session })
      await db
        .collection<{ _id: string }>(outbox.name)
        .insertOne({ _id: ids.next('x'), ...entry }, { session })
    }),
  )
}

interface Pair {
  readonly ours: (i: number) => Promise<unknown>
  readonly byHand: (i: number) => Promise<unknown>
}

/** Both sides in turn, so that whatever else the machine does hits them alike. */
async function compared(what: string, turns: number, { ours, byHand }: Pair): Promise<Row> {
  const took: [number[], number[]] = [[], []]
  const warm = Math.ceil(turns / 5)
  for (let i = 0; i < turns; i++) {
    const sides = [() => ours(i), () => byHand(i)]
    for (const at of i % 2 ? [0, 1] : [1, 0]) {
      const time = await timed(sides[at] as () => Promise<unknown>)
      if (i >= warm) took[at as 0 | 1].push(time)
    }
  }
  const [mine, plain] = took.map(median) as [number, number]
  return {
    what: `MongoDB, ${base.toLocaleString('en')} needs: ${what}`,
    ours: ms(mine),
    against: `by hand on the driver ${ms(plain)}`,
    ratio: `${times(plain / mine)} of the speed`,
    reach: '>= 0.7',
    reached: plain / mine >= 0.7,
  }
}

/** Each question at the base size and at the largest. */
async function growth(bench: MongoWorkbench): Promise<Row[]> {
  // Those that the batches left.
  await bench.needs.deleteMany({ _id: { $gte: 'o', $lt: 'p' } })
  await bench.needs.deleteMany({ _id: { $gte: 'h', $lt: 'i' } })
  const before = await costs(bench, base)
  const loading = await bench.fill(largest)
  const after = await costs(bench, largest)
  return Object.keys(before).map((what) => ({
    what: `MongoDB, growth of ${what}, ${base.toLocaleString('en')} -> ${largest.toLocaleString('en')} needs`,
    ours: ms(after[what] ?? Number.NaN),
    against: `${ms(before[what] ?? Number.NaN)} at ${base.toLocaleString('en')}`,
    ratio: times((after[what] ?? Number.NaN) / (before[what] ?? Number.NaN)),
    reach: 'reported',
    reached: undefined,
    notes: what === 'get' ? [`the needs were loaded in ${Math.round(loading / 1_000)} s`] : [],
  }))
}

async function costs({ store }: MongoWorkbench, size: number): Promise<Record<string, number>> {
  const questions: Record<string, (i: number) => Promise<unknown>> = {
    get: (i) => store.get(collection, needId((i * 7_919) % size)),
    'find a page of 50 by state': () => store.find(collection, { state: 'open' }, { sort, limit: 50 }),
    'find a page of 50 of one community': () =>
      store.find(collection, { region: '440307003007', state: 'open' }, { sort, limit: 50 }),
    'count of one community (a hundredth of all)': () => store.count(collection, { region: '440307003007' }),
  }
  const found: Record<string, number> = {}
  for (const [what, ask] of Object.entries(questions)) {
    const took: number[] = []
    for (let i = 0; i < 40; i++) took.push(await timed(() => ask(i)))
    found[what] = median(took.slice(10))
  }
  return found
}
