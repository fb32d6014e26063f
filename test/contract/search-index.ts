import { expect } from 'chai'
import fc from 'fast-check'
import type {
  SearchCollection,
  SearchEntry,
  SearchIndex,
  SearchQuery,
  Synonyms,
} from '../../src/platform/search/index.js'

const needs: SearchCollection = {
  name: 'needs',
  fields: [
    { name: 'title', weight: 5 },
    { name: 'text', weight: 1 },
  ],
  filters: ['status', 'group'],
}

function entry(id: string, title: string, text = '', over: Partial<SearchEntry> = {}): SearchEntry {
  return { id, revision: 1, fields: { title, text }, filters: { status: ['open'], group: [] }, ...over }
}

const canteen = entry('n-1', '长者食堂', '独居老人需要午餐，腿脚不便，希望送餐上门。', {
  filters: { status: ['open'], group: ['老人', '独居'] },
})
const bathing = entry('n-2', '上门助浴', '失能老人在家洗澡困难，需要两名护理员。', {
  filters: { status: ['open'], group: ['老人'] },
})
const training = entry('n-3', 'Volunteer training', 'First aid for community volunteers, 带ＡＥＤ演示。', {
  filters: { status: ['done'], group: ['志愿者 "一级" (A)'] },
})

/** Makes collections ready that have nothing to be filled with. */
async function prepareEmpty(index: SearchIndex, collections: readonly SearchCollection[]): Promise<void> {
  const waiting = new Set(await index.prepare(collections))
  for (const collection of collections)
    if (waiting.has(collection.name)) await index.fill(collection, async () => undefined)
}

/**
 * What every engine behind SearchIndex must do.
 * @param open gives an empty index, which the suite closes
 * @param patience how many times longer than usual the engine may take
 */
export function searchIndexContract(
  engine: string,
  open: (synonyms: Synonyms) => Promise<SearchIndex>,
  patience = 1,
): void {
  describe(`a search index on ${engine}`, function () {
    this.timeout(60_000 * patience)
    let index: SearchIndex

    beforeEach(async () => {
      index = await open(new Map([['护工', ['居家照护', '失能老人']]]))
      await prepareEmpty(index, [needs])
    })
    afterEach(() => index.close())

    const found = async (query: string | SearchQuery): Promise<string[]> => {
      const asked = typeof query === 'string' ? { text: query } : query
      return (await index.search(needs, asked)).hits.map((hit) => hit.id)
    }
    const stored = async (): Promise<{ id: string; revision: number }[]> => {
      const all = []
      for await (const page of index.contents(needs)) all.push(...page)
      return all
    }

    describe('keeping entries', () => {
      it('finds an entry once it is put, and by its new text only once it is put again', async () => {
        await index.put(needs, [canteen])
        await index.put(needs, [{ ...canteen, revision: 2, fields: { title: '课后托管', text: '' } }])
        expect(await found('托管')).to.deep.equal(['n-1'])
        expect(await found('食堂')).to.deep.equal([])
        expect(await stored()).to.deep.equal([{ id: 'n-1', revision: 2 }])
      })

      it('ignores a revision older than the one it has, also within one batch', async () => {
        await index.put(needs, [
          { ...canteen, revision: 3 },
          { ...canteen, revision: 2, fields: { title: '旧标题', text: '' } },
        ])
        await index.put(needs, [{ ...canteen, revision: 1, fields: { title: '更旧', text: '' } }])
        expect(await found('食堂')).to.deep.equal(['n-1'])
        expect(await found('标题')).to.deep.equal([])
        expect(await stored()).to.deep.equal([{ id: 'n-1', revision: 3 }])
      })

      it('takes the same revision again, as a rebuild sends it', async () => {
        await index.put(needs, [canteen])
        await index.put(needs, [canteen])
        expect(await found('食堂')).to.deep.equal(['n-1'])
      })

      it('leaves nothing of a removed entry: no hit, no facet, no correction of a mistyped word', async () => {
        await index.put(needs, [canteen, training])
        await index.remove(needs, ['n-3', 'never-there'])
        expect(await found('comunity')).to.deep.equal([])
        const { total, facets } = await index.search(needs, { text: '', facets: ['status'] })
        expect(total).to.equal(1)
        expect(facets.status).to.deep.equal([{ value: 'open', count: 1 }])
      })

      it('gives id and revision of everything in id order', async () => {
        await index.put(needs, [{ ...training, revision: 7 }, canteen, bathing])
        expect(await stored()).to.deep.equal([
          { id: 'n-1', revision: 1 },
          { id: 'n-2', revision: 1 },
          { id: 'n-3', revision: 7 },
        ])
      })

      it('keeps collections apart', async () => {
        const offerings = { ...needs, name: 'offerings' }
        await prepareEmpty(index, [needs, offerings])
        await index.put(needs, [canteen])
        await index.put(offerings, [bathing])
        expect(await found('')).to.deep.equal(['n-1'])
        expect((await index.search(offerings, { text: '食堂' })).total).to.equal(0)
      })

      it('keeps the newer of two revisions that are put at the same time', async () => {
        await Promise.all([
          index.put(needs, [{ ...canteen, revision: 2 }]),
          index.put(needs, [{ ...canteen, revision: 1, fields: { title: '旧标题', text: '' } }]),
        ])
        expect(await found('食堂')).to.deep.equal(['n-1'])
        expect(await stored()).to.deep.equal([{ id: 'n-1', revision: 2 }])
      })
    })

    describe('filling', () => {
      const changed = { ...needs, fields: [...needs.fields, { name: 'place', weight: 1 }] }
      const placed = { ...canteen, fields: { ...canteen.fields, place: '梧桐里' } }

      it('is asked for when a collection is new or its fields changed, until it is done', async () => {
        await index.put(needs, [canteen])
        expect(await index.prepare([needs])).to.deep.equal([])
        expect(await index.prepare([changed])).to.deep.equal(['needs'])
        expect(await index.prepare([changed])).to.deep.equal(['needs'])
        expect(await index.fill(changed, (put) => put([placed]).then(() => 'done'))).to.equal('done')
        expect(await index.prepare([changed])).to.deep.equal([])
        expect((await index.search(changed, { text: '梧桐' })).total).to.equal(1)
      })

      it('is asked for again when it was broken off, and then leaves nothing out', async () => {
        await index.prepare([changed])
        const broken = index.fill(changed, async (put) => {
          await put([placed])
          throw new RangeError('broken off')
        })
        const failure = await broken.catch((error: unknown) => error)
        expect(failure).to.be.instanceOf(RangeError)
        expect(await index.prepare([changed])).to.deep.equal(['needs'])
        await index.fill(changed, (put) => put([placed, bathing]))
        expect(await index.prepare([changed])).to.deep.equal([])
        expect((await index.search(changed, { text: '' })).total).to.equal(2)
      })

      it('is not asked for when only weights changed', async () => {
        await index.put(needs, [entry('n-8', '合唱', '每周一次'), entry('n-9', '活动', '合唱')])
        const weighed = {
          ...needs,
          fields: needs.fields.map((field) => ({ ...field, weight: 6 - field.weight })),
        }
        expect(await index.prepare([weighed])).to.deep.equal([])
        const { hits } = await index.search(weighed, { text: '合唱' })
        expect(hits.map((hit) => hit.id)).to.deep.equal(['n-9', 'n-8'])
      })

      it('keeps what is put meanwhile, drops what is neither given nor put, and answers all the time', async () => {
        const gone = entry('n-0', '旧需求')
        await index.put(needs, [gone, canteen])
        await index.fill(needs, async (put) => {
          await put([canteen, bathing])
          expect(await found('食堂')).to.deep.equal(['n-1'])
          await index.put(needs, [
            training,
            { ...bathing, revision: 2, fields: { title: '新助浴', text: '' } },
          ])
          await index.remove(needs, ['n-1'])
          await put([bathing, entry('n-4', '课后托管')])
        })
        expect(await stored()).to.deep.equal([
          { id: 'n-2', revision: 2 },
          { id: 'n-3', revision: 1 },
          { id: 'n-4', revision: 1 },
        ])
        expect(await found('新助浴')).to.deep.equal(['n-2'])
      })
    })

    describe('finding by words', () => {
      beforeEach(() => index.put(needs, [canteen, bathing, training]))

      const cases: [string, string, string[]][] = [
        ['a Chinese word', '午餐', ['n-1']],
        ['several words, all of them', '老人 护理员', ['n-2']],
        ['a single character', '餐', ['n-1']],
        ['characters across a border of words, before those that stand apart', '人需', ['n-1', 'n-2']],
        ['part of a word', '者食', ['n-1']],
        ['a simplified text by a traditional query', '長者食堂', ['n-1']],
        ['full width, in the query', 'ｖｏｌｕｎｔｅｅｒ', ['n-3']],
        ['full width, in the text', 'aed', ['n-3']],
        ['another form of a Latin word', 'volunteering', ['n-3']],
        ['the beginning of the last Latin word', 'commun', ['n-3']],
        ['a Latin word with a letter missing', 'comunity', ['n-3']],
        ['a Latin word with two letters swapped', 'trainign', ['n-3']],
        ['pinyin as it is read', 'zhangzheshitang', ['n-1']],
        ['pinyin as people type it, unfinished', 'changzhe', ['n-1']],
        ['initials', 'czst', ['n-1']],
        ['pinyin from the middle of a title', 'zhuyu', ['n-2']],
        ['a question around the word', '请问哪里有助浴的', ['n-2']],
        ['pinyin syllable by syllable', 'zhang zhe shi', ['n-1']],
        ['some of the words when nothing has all', '午餐和钢琴', ['n-1']],
        ['what a synonym means', '护工', ['n-2']],
        ['a synonym beside another word', '护工 洗澡', ['n-2']],
      ]
      for (const [what, text, ids] of cases) {
        it(`finds ${what}: ${text}`, async () => expect(await found(text)).to.deep.equal(ids))
      }

      it('finds a traditional text by a simplified query', async () => {
        await index.put(needs, [entry('n-4', '獨居長者關懷', '電話問候')])
        expect(await found('关怀')).to.deep.equal(['n-4'])
        expect(await found('电话')).to.deep.equal(['n-4'])
      })

      it('finds rare characters: beyond the basic plane, and those that look like marks', async () => {
        await index.put(needs, [entry('n-5', '𠮷祥里〇号', '人人')])
        for (const text of ['𠮷', '𠮷祥', '〇号']) expect(await found(text), text).to.deep.equal(['n-5'])
      })

      it('finds nothing for a word that nobody wrote', async () => {
        expect(await index.search(needs, { text: '钢琴' })).to.deep.equal({ hits: [], total: 0, facets: {} })
      })

      it('corrects a mistyped word also among thousands of codes as long as it', async () => {
        const letters = (i: number): string =>
          [...String(i).padStart(4, '0')].map((d) => 'bcdfghjklm'[Number(d)]).join('')
        const codes = Array.from({ length: 2_000 }, (_, i) => entry(`c-${i}`, `axqzw${letters(i)}`))
        await index.put(needs, [...codes, { ...training, id: 'n-4' }])
        expect(await found('comunity')).to.deep.equal(['n-4', 'n-3'])
      })

      it('puts a hit in a heavy field before one in a light field', async () => {
        await index.put(needs, [entry('n-8', '合唱', '每周一次'), entry('n-9', '活动', '合唱')])
        expect(await found('合唱')).to.deep.equal(['n-8', 'n-9'])
        const { hits } = await index.search(needs, { text: '合唱' })
        expect(hits[0]?.score).to.be.greaterThan(hits[1]?.score ?? Number.NaN)
      })

      it('gives everything, newest id first, for an empty query and for punctuation alone', async () => {
        expect(await found('')).to.deep.equal(['n-3', 'n-2', 'n-1'])
        expect(await found(' 　，！')).to.deep.equal(['n-3', 'n-2', 'n-1'])
      })
    })

    describe('filters, facets and pages', () => {
      beforeEach(() => index.put(needs, [canteen, bathing, training]))

      it('takes any value of one filter and all filters together', async () => {
        expect(await found({ text: '', filters: { status: ['open', 'done'] } })).to.have.length(3)
        expect(await found({ text: '', filters: { status: ['open'], group: ['独居', 'x'] } })).to.deep.equal([
          'n-1',
        ])
        expect(await found({ text: '老人', filters: { group: ['老人'], status: ['done'] } })).to.deep.equal(
          [],
        )
        expect(await found({ text: '', filters: { status: [] } })).to.deep.equal([])
      })

      it('takes values with quotes, brackets and operators as they are', async () => {
        const group = ['志愿者 "一级" (A)']
        expect(await found({ text: '', filters: { group } })).to.deep.equal(['n-3'])
        expect(await found({ text: 'training', filters: { group } })).to.deep.equal(['n-3'])
        expect(await found({ text: '', filters: { group: [`x' OR 1=1 --`, '" OR "'] } })).to.deep.equal([])
      })

      it('tells values apart by case, width and script', async () => {
        const values = ['A', 'a', 'Ａ', '长者', '長者', 'é', 'e', '%41', '"', '\\', "'", ' a']
        await index.put(
          needs,
          values.map((value, i) =>
            entry(`v-${i}`, '', '', { filters: { status: ['other'], group: [value] } }),
          ),
        )
        for (const [i, value] of values.entries())
          expect(await found({ text: '', filters: { group: [value] } }), value).to.deep.equal([`v-${i}`])
        const { facets } = await index.search(needs, {
          text: '',
          filters: { status: ['other'] },
          facets: ['group'],
        })
        expect(facets.group?.map(({ value }) => value)).to.have.members(values)
      })

      it('counts the hits of each value, commonest first, whatever page is shown', async () => {
        const { facets, total, hits } = await index.search(needs, {
          text: '老人',
          facets: ['group', 'status'],
          limit: 1,
        })
        expect(total).to.equal(2)
        expect(hits).to.have.length(1)
        expect(facets).to.deep.equal({
          group: [
            { value: '老人', count: 2 },
            { value: '独居', count: 1 },
          ],
          status: [{ value: 'open', count: 2 }],
        })
      })

      it('gives one page after the other without gap or repetition', async () => {
        const many = Array.from({ length: 25 }, (_, i) => entry(`p-${String(i).padStart(2, '0')}`, '理发'))
        await index.put(needs, many)
        expect(await found({ text: '理发', limit: 10, offset: 3 })).to.deep.equal([
          ...(await found({ text: '理发', limit: 10 })).slice(3),
          ...(await found({ text: '理发', limit: 3, offset: 10 })),
        ])
        const pages = [0, 10, 20, 30].map((offset) => found({ text: '理发', limit: 10, offset }))
        const ids = (await Promise.all(pages)).flat()
        expect(ids).to.have.length(25)
        expect(ids.toSorted()).to.deep.equal(many.map((e) => e.id))
      })

      it('refuses a page outside the allowed range and a filter that the collection lacks', async () => {
        for (const wrong of [
          { limit: 0 },
          { limit: 101 },
          { offset: -1 },
          { offset: 1_001 },
          { facets: ['x'] },
        ]) {
          const refused = await index.search(needs, { text: '', ...wrong }).catch((error: unknown) => error)
          expect(refused, JSON.stringify(wrong)).to.be.instanceOf(RangeError)
        }
      })
    })

    describe('highlights', () => {
      const marked = async (text: string, field: string): Promise<string[]> => {
        const { hits } = await index.search(needs, { text })
        const pieces = hits[0]?.highlights[field] ?? []
        return pieces.filter((piece) => piece.hit).map((piece) => piece.text)
      }
      beforeEach(() => index.put(needs, [canteen, training]))

      it('marks words as they stand in the original, whatever form was typed', async () => {
        expect(await marked('獨居午餐', 'text')).to.deep.equal(['独居', '午餐'])
        expect(await marked('aed', 'text')).to.deep.equal(['ＡＥＤ'])
      })

      it('marks the word that a mistyped one found', async () => {
        expect(await marked('comunity', 'text')).to.deep.equal(['community'])
      })

      it('gives a fragment of a long text around the first hit, and no field without a hit', async () => {
        const text = `${'前言'.repeat(100)}急需陪诊服务${'后记'.repeat(100)}`
        await index.put(needs, [entry('n-5', '通知', text)])
        const { hits } = await index.search(needs, { text: '陪诊' })
        expect(Object.keys(hits[0]?.highlights ?? {})).to.deep.equal(['text'])
        const pieces = hits[0]?.highlights.text ?? []
        expect(pieces.map((piece) => piece.hit)).to.deep.equal([false, true, false])
        const whole = pieces.map((piece) => piece.text).join('')
        expect(whole).to.match(/^….*急需陪诊服务.*…$/)
        expect(whole.length).to.be.within(40, 80)
      })
    })

    describe('whatever comes', () => {
      it('never fails on a hostile query', async () => {
        await index.put(needs, [canteen, training])
        const operator = fc.constantFrom(
          '"',
          "'",
          '*',
          '^',
          ':',
          '-',
          '+',
          '(',
          ')',
          '{',
          '}',
          'NEAR(',
          ' AND ',
          ' OR ',
          ' NOT ',
          '\0',
          'pinyin:',
          '\\',
          '餐',
          'a',
        )
        const text = fc.oneof(
          fc.array(operator, { maxLength: 30 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(fc.nat({ max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
        )
        await fc.assert(
          fc.asyncProperty(text, text, async (typed, value) => {
            const { hits, total } = await index.search(needs, {
              text: typed,
              filters: { status: ['open', 'done', value] },
            })
            expect(hits.length).to.equal(total)
          }),
          { numRuns: 200 },
        )
      })

      it('takes operators as text and cuts a query of 10,000 characters', async () => {
        await index.put(needs, [canteen, bathing])
        for (const text of [
          'title:午餐',
          '^午餐',
          '午餐*',
          '"午餐',
          '午餐 NOT',
          'NEAR(午餐',
          '-午餐',
          '午餐)',
        ]) {
          expect(await found(text), text).to.deep.equal(['n-1'])
        }
        expect(await found('午餐'.repeat(5_000))).to.deep.equal(['n-1'])
      })

      it('finds each entry that was put and not removed by its own number, and no other state of it', async () => {
        const step = fc.record({
          id: fc.integer({ min: 0, max: 4 }),
          revision: fc.integer({ min: 1, max: 4 }),
          remove: fc.boolean(),
        })
        let run = 100
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
            run++
            const name = (id: number): string => `run-${run}-${id}`
            const number = (id: number, revision: number): string => `${run}${id}${revision}`
            const model = new Map<number, number>()
            for (const { id, revision, remove } of steps) {
              if (remove) await index.remove(needs, [name(id)])
              else await index.put(needs, [entry(name(id), `编号${number(id, revision)}`, '', { revision })])
              if (remove) model.delete(id)
              else model.set(id, Math.max(revision, model.get(id) ?? 0))
            }
            for (let id = 0; id < 5; id++) {
              for (let revision = 1; revision < 5; revision++) {
                const { hits } = await index.search(needs, { text: number(id, revision) })
                expect(hits.some((hit) => hit.id === name(id))).to.equal(model.get(id) === revision)
              }
            }
          }),
          { numRuns: 25 },
        )
      })

      it('takes over 10,000 entries at once, finds each, and counts up to 10,000', async () => {
        const many = Array.from({ length: 10_020 }, (_, i) => {
          const id = `m-${String(i).padStart(5, '0')}`
          return entry(id, `社区需求${i}`, '独居老人需要有人陪同就医', {
            filters: { status: ['open'], group: [`g${i % 7}`] },
          })
        })
        await index.put(needs, many)
        expect(await found('社区需求7654')).to.deep.equal(['m-07654'])
        const { total, facets } = await index.search(needs, { text: '陪同', facets: ['group'] })
        expect(total).to.equal(10_000)
        expect(facets.group).to.have.length(7)
        expect((await stored()).map(({ id }) => id)).to.deep.equal(many.map(({ id }) => id))
      })
    })
  })
}
