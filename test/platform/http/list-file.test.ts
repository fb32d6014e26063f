import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { expect } from 'chai'
import Joi from 'joi'
import { Invalid } from '../../../src/platform/errors.js'
import {
  type ListQuery,
  listAnswer,
  listQuery,
  mostRows,
  sheetOf,
} from '../../../src/platform/http/list-file.js'
import { route } from '../../../src/platform/http/route.js'
import type { FindOptions } from '../../../src/platform/store/index.js'
import { serve, testApp } from '../../http-client.js'
import { aFile, rowsOf } from '../tables/files.js'

interface Item {
  readonly id: string
  readonly revision: number
  readonly text: string
}

const words = { zh: '演示', en: 'demo' }
const sort = { field: 'id', direction: 'asc' } as const
const idOf = (at: number) => String(at).padStart(6, '0')

/** A list of so many items, read by key as a store does it; `reads` says how many were read so far. */
async function listed(count: number, { text = (at: number) => `行 ${at}`, failAt = -1 } = {}) {
  const counted = { reads: 0, files: 0 }
  const read = async ({ limit = 0, after }: FindOptions): Promise<Item[]> => {
    const first = after ? Number(after.id) + 1 : 0
    if (failAt >= first && failAt < first + limit) throw new Invalid([{ field: 'x', code: 'any.required' }])
    const size = Math.max(0, Math.min(limit, count - first))
    counted.reads += size
    return Array.from({ length: size }, (_, at) => ({
      id: idOf(first + at),
      revision: 1,
      text: text(first + at),
    }))
  }
  const sheet = sheetOf<Item, string>(
    'items',
    [
      { key: 'id', header: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
      { key: 'text', header: { zh: '文字', en: 'Text' }, cell: ({ text: said }) => said },
      {
        key: 'page',
        header: { zh: '页', en: 'Page' },
        cell: (_item, language, known) => `${known} ${language}`,
      },
    ],
    (items) => `from ${items[0]?.id}`,
  )
  const onFile = async () => {
    counted.files++
  }
  const list = route<unknown, ListQuery, unknown>(
    {
      method: 'get',
      path: '/items',
      operationId: 'listItems',
      permission: 'public',
      summary: words,
      tag: 'x',
      query: Joi.object<ListQuery>(listQuery),
      answers: { 200: { description: words } },
    },
    ({ query, language }) => listAnswer({ query, language, sort, sheet, read, onFile }),
  )
  return { http: await serve(testApp({ routes: [list] })), counted }
}

describe('a list as a file', () => {
  it('holds every row of the list, whatever page was asked for, in the reader’s language', async () => {
    const { http, counted } = await listed(1_234)
    const reply = await http.ask('/api/v1/items?limit=2&format=csv', { headers: { 'accept-language': 'en' } })
    expect(reply.headers.get('content-type')).to.equal('text/csv; charset=utf-8')
    expect(reply.headers.get('content-disposition')).to.equal('attachment; filename="items.csv"')
    const rows = await rowsOf(aFile('items.csv', reply.text))
    expect(rows).to.have.length(1_234)
    expect(rows[0]).to.deep.include({ cells: { Id: '000000', Text: '行 0', Page: 'from 000000 en' } })
    expect(rows.at(-1)).to.deep.include({ cells: { Id: '001233', Text: '行 1233', Page: 'from 001200 en' } })
    expect(counted.files).to.equal(1)
    expect((await http.ask<{ items: unknown[] }>('/api/v1/items?limit=2')).body.items).to.have.length(2)
    expect(counted.files).to.equal(1)
  })

  it('opens in Excel: a BOM, no formula that would run, and a workbook that reads back', async () => {
    const formula = '=HYPERLINK("http://x","点我")'
    const { http } = await listed(3, { text: () => formula })
    const csv = await fetch(`${http.url}/api/v1/items?format=csv`)
    const bytes = Buffer.from(await csv.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex')).to.equal('efbbbf')
    expect(bytes.toString()).to.include(`"'=HYPERLINK`)
    const xlsx = await fetch(`${http.url}/api/v1/items?format=xlsx`)
    expect(xlsx.headers.get('content-type')).to.match(/spreadsheetml/)
    const rows = await rowsOf(aFile('items.xlsx', Buffer.from(await xlsx.arrayBuffer())))
    expect(rows.map((row) => 'cells' in row && row.cells.文字)).to.deep.equal([formula, formula, formula])
  })

  it('is cut after ten thousand rows, and says so in its last line', async () => {
    const { http, counted } = await listed(mostRows + 5)
    const rows = await rowsOf(aFile('items.csv', (await http.ask('/api/v1/items?format=csv')).text))
    expect(rows).to.have.length(mostRows + 1)
    expect(rows.at(-1))
      .to.have.nested.property('cells.编号')
      .that.matches(/^只导出了前 10000 行/)
    expect(counted.reads).to.be.below(mostRows * 1.01)
    const whole = await listed(mostRows)
    const all = await rowsOf(aFile('all.csv', (await whole.http.ask('/api/v1/items?format=csv')).text))
    expect(all).to.have.length(mostRows)
  }).timeout(30_000)

  it('is refused in words where its first page is, and cut off where a later one fails', async () => {
    const refused = await listed(1_000, { failAt: 0 })
    expect((await refused.http.refused('/api/v1/items?format=xlsx')).status).to.equal(422)
    expect(refused.counted.files).to.equal(0)
    for (const format of ['csv', 'xlsx']) {
      const { http } = await listed(1_000, { failAt: 700 })
      const reading = fetch(`${http.url}/api/v1/items?format=${format}`).then((reply) => reply.text())
      expect(await reading.catch((error: Error) => error.name), format).to.equal('TypeError')
    }
  })

  for (const format of ['csv', 'xlsx'])
    it(`as ${format} goes on only as fast as its reader takes it, and ends when that leaves`, async () => {
      // A workbook shrinks whatever it can.
      const text = () => randomBytes(1_500).toString('base64')
      const { http, counted } = await listed(mostRows, { text })
      const asked = request(`${http.url}/api/v1/items?format=${format}`).end()
      const response = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve) =>
        asked.on('response', resolve),
      )
      response.pause()
      // As often as it would take to make all of it, were it not held.
      let before = -1
      for (let turns = 0; turns < 2_000 && before !== counted.reads; turns++) {
        before = counted.reads
        for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate)
      }
      expect(counted.reads).to.be.below(mostRows / 2)
      response.destroy()
      await http.listening.stop()
      expect(counted.reads).to.be.below(mostRows / 2)
    }).timeout(60_000)

  it('answers HEAD with its headers only', async () => {
    const { http } = await listed(3)
    const reply = await http.ask('/api/v1/items?format=csv', { method: 'HEAD' })
    expect([reply.status, reply.text]).to.deep.equal([200, ''])
  })
})
