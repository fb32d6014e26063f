import Joi from 'joi'
import { cursorAfter, type FindOptions, type Sort, type Stored } from '../store/index.js'
import { type Column, type SentFormat, type SentRow, sentTable, type Value } from '../tables/index.js'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from './paging.js'
import type { Answer, Language, Text2 } from './route.js'

/** So many rows go into one file: what Excel opens at once on an office PC. */
export const mostRows = 10_000
/** So many are read at a time; more are held by nobody. */
const pageSize = 200

export const sentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<SentFormat, string>>

export interface FormatQuery {
  readonly format: 'json' | SentFormat
}

/** What the query of a list takes that can be had as a file. */
export type ListQuery = PageQuery & FormatQuery

/** Key for the query of a list: the same list, with the same filters, as a file. */
export const formatKey = {
  format: Joi.string()
    .valid('json', 'csv', 'xlsx')
    .default('json')
    .description(
      `csv、xlsx 为文件，含符合条件的全部行，最多 ${mostRows} 行 / csv and xlsx are files of all that matches, at most ${mostRows} rows`,
    ),
}

export const listQuery = { ...pageQuery, ...formatKey }

/** How the items of a list stand in a table. */
export interface Sheet<Item> {
  /** Of the file, without its ending: ASCII. */
  readonly name: string
  columns(language: Language): readonly Column[]
  rows(items: readonly Item[], language: Language): Promise<readonly SentRow[]>
}

export interface SheetColumn<Item, Known> {
  readonly key: string
  readonly header: Text2
  readonly cell: (item: Item, language: Language, known: Known) => Value
}

/** @param look what the cells of a page need beside its items, such as names of others, looked up for all at once */
export function sheetOf<Item>(name: string, columns: readonly SheetColumn<Item, undefined>[]): Sheet<Item>
export function sheetOf<Item, Known>(
  name: string,
  columns: readonly SheetColumn<Item, Known>[],
  look: (items: readonly Item[]) => Promise<Known> | Known,
): Sheet<Item>
export function sheetOf<Item, Known>(
  name: string,
  columns: readonly SheetColumn<Item, Known | undefined>[],
  look?: (items: readonly Item[]) => Promise<Known> | Known,
): Sheet<Item> {
  return {
    name,
    columns: (language) => columns.map(({ key, header }) => ({ key, header: header[language] })),
    async rows(items, language) {
      const known = await look?.(items)
      return items.map((item) =>
        Object.fromEntries(columns.map(({ key, cell }) => [key, cell(item, language, known)])),
      )
    },
  }
}

/** What records of another kind are called, by id; 10,000 ids at most. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** A list page by page; in the end, whether there would be more than a file holds. */
export type Pages<Item> = AsyncGenerator<readonly Item[], boolean, undefined>

/** @param read as for a page of the list: what the actor sees, as it is shown */
export async function* pagesByKey<T extends Stored>(
  read: (options: FindOptions) => Promise<readonly T[]>,
  sort: Sort,
): Pages<T> {
  let after: FindOptions['after']
  for (let given = 0; given < mostRows; given += pageSize) {
    const found = await read({ sort, limit: pageSize + 1, ...(after && { after }) })
    const items = found.slice(0, pageSize)
    yield items
    const last = items.at(-1)
    if (!last || found.length === items.length) return false
    after = cursorAfter(last, sort)
  }
  return true
}

/** Of a list that comes whole. */
export async function* onePage<Item>(items: readonly Item[]): Pages<Item> {
  yield items.slice(0, mostRows)
  return items.length > mostRows
}

const cut = (rows: number): Text2 => ({
  zh: `只导出了前 ${rows} 行，请缩小筛选范围后再导出其余部分`,
  en: `Only the first ${rows} rows are here; narrow the filters to have the rest`,
})

/**
 * The list as a file. Its first page is read before the answer begins, so that what is refused is refused in words; a file
 * that had to be cut says so in its last line.
 */
export async function fileAnswer<Item>(
  { format, language }: { readonly format: SentFormat; readonly language: Language },
  sheet: Sheet<Item>,
  pages: Pages<Item>,
): Promise<Answer> {
  const first = await pages.next()
  const columns = sheet.columns(language)
  return {
    file: {
      type: sentTypes[format],
      name: `${sheet.name}.${format}`,
      async write(out) {
        const writer = await sentTable(format, out, columns)
        let rows = 0
        let page = first
        for (; !page.done; page = await pages.next()) {
          for (const row of await sheet.rows(page.value, language)) await writer.write(row)
          rows += page.value.length
        }
        const [{ key } = { key: '' }] = columns
        if (page.value) await writer.write({ [key]: cut(rows)[language] })
        await writer.end()
      },
    },
  }
}

/** What a list answers with: one page of it, or all of it as a file. */
export async function listAnswer<T extends Stored>(list: {
  readonly query: ListQuery
  readonly language: Language
  readonly sort: Sort
  readonly sheet: Sheet<T>
  readonly read: (options: FindOptions) => Promise<readonly T[]>
  /** What is shown of an item on a page; default all of it. */
  readonly show?: (item: T) => unknown
  /** Told before a file is sent. */
  readonly onFile?: () => Promise<void>
}): Promise<Answer> {
  const { query, language, sort, sheet, read, show, onFile } = list
  const { format, limit } = query
  if (format === 'json') {
    return pageAnswer({ items: await read(pageOptions(query, sort)), limit, sort, ...(show && { show }) })
  }
  const answer = await fileAnswer({ format, language }, sheet, pagesByKey(read, sort))
  await onFile?.()
  return answer
}
