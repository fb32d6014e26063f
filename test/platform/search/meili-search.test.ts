import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import fc from 'fast-check'
import { Rejected, Unavailable } from '../../../src/platform/errors.js'
import {
  type SearchCollection,
  type SearchEntry,
  type SearchIndex,
  searchCounters,
} from '../../../src/platform/search/index.js'
import { filterWord, valueOfWord } from '../../../src/platform/search/meili-document.js'
import { quoted } from '../../../src/platform/search/meili-query.js'
import { openMeiliSearch } from '../../../src/platform/search/meili-search.js'
import { ApiRefusal } from '../../meili-double/refusal.js'
import { MeiliDouble } from '../../meili-double/server.js'
import { onCleanup } from '../../setup.js'

const needs: SearchCollection = {
  name: 'needs',
  fields: [
    { name: 'text', weight: 1 },
    { name: 'title', weight: 3 },
  ],
  filters: ['status'],
}
const entry = (id: string, title: string, revision = 1): SearchEntry => ({
  id,
  revision,
  fields: { title, text: '' },
  filters: { status: ['open'] },
})
const nothing = async () => undefined
const refusal = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error)

async function open(key?: string) {
  const double = await new MeiliDouble().start()
  onCleanup(() => double.stop())
  const counters = searchCounters()
  const at = (): SearchIndex => {
    const index = openMeiliSearch({ url: double.url, key: key ?? double.key, prefix: 'x-', counters })
    onCleanup(() => index.close())
    return index
  }
  return { double, counters, at, index: at() }
}

async function filled() {
  const opened = await open()
  await opened.index.prepare([needs])
  await opened.index.fill(needs, nothing)
  return opened
}

describe('search on a Meilisearch server', () => {
  it('gives an index the settings of its collection, and again only where they differ', async () => {
    const { double, at } = await filled()
    const settings = double.indexes.get('x-needs')?.settings
    expect(settings?.searchableAttributes).to.deep.equal(['cut1.title', 'cut1.text', 'pinyin1'])
    expect(settings?.pagination).to.deep.equal({ maxTotalHits: 10_000 })
    double.asked.length = 0
    expect(await at().prepare([needs])).to.deep.equal([])
    expect(double.asked).to.deep.equal(['GET /indexes/x-needs/settings'])
    double.indexes.get('x-needs')?.change({ pagination: { maxTotalHits: 5 } })
    expect(await at().prepare([needs])).to.deep.equal([])
    expect(double.asked).to.include('PATCH /indexes/x-needs/settings')
    expect(double.indexes.get('x-needs')?.settings.pagination).to.deep.equal({ maxTotalHits: 10_000 })
  })

  it('leaves indexes of other names alone, and none of its own beside the one that answers', async () => {
    const { double } = await filled()
    expect([...double.indexes.keys()]).to.deep.equal(['x-needs'])
  })

  it('puts right before the change of places what another process wrote between a reading and a writing', async () => {
    const { double, index, at } = await filled()
    const other = at()
    await other.prepare([needs])
    await index.put(needs, [entry('n-1', '旧标题')])
    await index.fill(needs, async (put) => {
      await put([entry('n-1', '旧标题')])
      await other.put(needs, [entry('n-1', '新标题', 2)])
      // As if this process had read the revision before and written after.
      const stale = double.indexes.get('x-needs--next')?.documents
      const old = double.indexes.get('x-needs')?.documents.get('n-1')
      if (old) stale?.set('n-1', { ...old, revision: 1 })
    })
    for await (const page of index.contents(needs)) expect(page).to.deep.equal([{ id: 'n-1', revision: 2 }])
    expect((await index.search(needs, { text: '新标题' })).total).to.equal(1)
  })

  it('does not acknowledge what is put before there is an index, and makes none without settings', async () => {
    const { double, index } = await open()
    await index.prepare([needs])
    expect(await refusal(index.put(needs, [entry('n-1', '食堂')]))).to.be.instanceOf(Unavailable)
    expect(await refusal(index.search(needs, { text: '' }))).to.be.instanceOf(Unavailable)
    expect(double.indexes.size).to.equal(0)
  })

  it('sends large batches in parts, each of at most 1,000 documents', async () => {
    const { double, index } = await filled()
    double.asked.length = 0
    await index.put(
      needs,
      Array.from({ length: 2_500 }, (_, i) => entry(`n-${i}`, '理发')),
    )
    expect(double.asked.filter((line) => line === 'POST /indexes/x-needs/documents')).to.have.length(3)
  })

  it('sends long texts in parts of some megabytes', async () => {
    const { double, index } = await filled()
    double.asked.length = 0
    await index.put(
      needs,
      Array.from({ length: 4 }, (_, i) => entry(`n-${i}`, 'x '.repeat(1_000_000))),
    )
    const sent = double.asked.filter((line) => line === 'POST /indexes/x-needs/documents')
    expect(sent).to.have.length.above(1)
  })

  it('gives a task again that failed within the engine, and counts', async () => {
    const { double, index, counters } = await filled()
    const { tasksDone } = counters
    double.tasks.failures.push(new ApiRefusal(500, 'internal', 'internal'))
    await index.put(needs, [entry('n-1', '食堂')])
    expect((await index.search(needs, { text: '食堂' })).total).to.equal(1)
    expect(counters).to.deep.equal({
      unavailable: 0,
      tasksDone: tasksDone + 1,
      tasksFailed: 1,
      tasksRetried: 1,
    })
  })

  it('says with its code what the engine will never do, and does not try it again', async () => {
    const { index, counters } = await filled()
    const refused = await refusal(index.put(needs, [entry('not an id', '食堂')]))
    expect(refused)
      .to.be.instanceOf(Rejected)
      .and.include({ engine: 'meilisearch', code: 'invalid_document_id' })
    expect(counters).to.include({ tasksFailed: 1, tasksRetried: 0 })
  })

  it('is Unavailable with a wrong key, whose text no error holds', async () => {
    const { index, counters } = await open('a-wrong-key')
    const refused = await refusal(index.prepare([needs]))
    expect(refused).to.be.instanceOf(Unavailable)
    expect((refused as Unavailable).cause).to.have.property('message', 'invalid_api_key')
    expect(JSON.stringify(Object.getOwnPropertyDescriptors(refused))).not.to.include('a-wrong-key')
    expect(counters.unavailable).to.equal(1)
  })

  it('is Unavailable while the server is away, and works again when it is back on the same port', async () => {
    const { double, index } = await filled()
    await double.stop()
    const refused = await Promise.all(
      [
        index.search(needs, { text: '食堂' }),
        index.put(needs, [entry('n-1', '食堂')]),
        index.remove(needs, ['n-1']),
        index.prepare([needs]),
        index.ping(),
      ].map(refusal),
    )
    for (const error of refused) expect(error).to.be.instanceOf(Unavailable)
    await double.start()
    await index.put(needs, [entry('n-1', '食堂')])
    expect((await index.search(needs, { text: '食堂' })).total).to.equal(1)
  })

  it('is Unavailable when no answer comes in time, and then at once for a moment', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onCleanup(() => {
      silent.closeAllConnections()
      silent.close()
    })
    const { port } = silent.address() as AddressInfo
    const index = openMeiliSearch({ url: `http://127.0.0.1:${port}`, prefix: 'x-', searchTimeout: 50 })
    expect(await refusal(index.ping())).to.be.instanceOf(Unavailable)
    let asked = false
    silent.once('request', () => {
      asked = true
    })
    expect(await refusal(index.ping())).to.be.instanceOf(Unavailable)
    expect(asked).to.equal(false)
  })

  it('ends waiting for a task when it is closed', async () => {
    const { index } = await filled()
    const put = refusal(index.put(needs, [entry('n-1', '食堂')]))
    await index.close()
    expect(await put).to.be.instanceOf(Unavailable)
  })

  it('quotes any text so that nothing of it ends the quotation', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', 'a', ' ', ']', '’') }), (text) => {
        const [, inside] = /^"((?:[^"\\]|\\.)*)"$/s.exec(quoted(text)) ?? []
        expect(inside?.replace(/\\(.)/gs, '$1')).to.equal(text)
      }),
    )
  })

  it('keeps a filter value exactly, in words of which no two fold into one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, other) => {
        expect(valueOfWord(filterWord(value))).to.equal(value)
        expect(filterWord(value)).to.match(/^[a-z0-9._:%-]+$/)
        expect(filterWord(value) === filterWord(other)).to.equal(value === other)
      }),
    )
  })
})
