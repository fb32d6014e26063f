import Joi from 'joi'
import { type FormatQuery, fileAnswer, formatKey, listAnswer, type Pages } from '../http/list-file.js'
import {
  maxOffset,
  type Order,
  orderKey,
  type PageQuery,
  pageQuery,
  rankedPageAnswer,
  rankOptions,
} from '../http/paging.js'
import { type Answer, type Route, route } from '../http/route.js'
import type { FindOptions } from '../store/index.js'
import type { Found } from './found.js'
import type { Recorded } from './model.js'
import type { RecordRoutesSpec } from './record-routes.js'

type ListQuery<Filters> = PageQuery &
  FormatQuery &
  Filters & { readonly q?: string; readonly facets?: readonly string[]; readonly order?: Order }

const highlights = Joi.object()
  .pattern(
    Joi.string(),
    Joi.array().items(Joi.object({ text: Joi.string().allow('').required(), hit: Joi.boolean().required() })),
  )
  .description('命中的片段，仅在搜索时 / fragments with hits, when searched')

const facetCounts = Joi.object()
  .pattern(
    Joi.string(),
    Joi.array().items(
      Joi.object({ value: Joi.string().required(), count: Joi.number().integer().required() }),
    ),
  )
  .description('各取值的条数，仅在搜索时 / how many of each value, when searched')

const degradedText =
  '搜索引擎暂不可用，只在最新的 1000 条中逐字查找 / the search engine is away: only the newest 1,000 were looked through, word by word'

/** List and search, a page at a time or as a file. */
export function listRoute<T extends Recorded, D, C, F, S extends Recorded>(
  spec: RecordRoutesSpec<T, D, C, F, S>,
): Route {
  const { plural, singular, name, service, sheet, onFile } = spec
  return route<unknown, ListQuery<F>, unknown>(
    {
      method: 'get',
      path: `/${plural}`,
      operationId: `list${singular}s`,
      summary: { zh: `查找${name.zh}`, en: `List or search ${name.en}s` },
      description: {
        zh: '给出 q 或 facets 时搜索，按相关程度排列；否则由新到旧或按 order 逐页列出。',
        en: 'Searches, best first, when q or facets is given; otherwise lists page by page, newest first or in another `order` where there is one.',
      },
      permission: `${plural}.read`,
      tag: plural,
      query: Joi.object<ListQuery<F>>({
        ...pageQuery,
        ...formatKey,
        ...searchKeys(spec.facets),
        ...(spec.dueFirst ? orderKey : {}),
        ...spec.filters,
      }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: pageSchema(spec.record, singular),
          headers: { 'Search-Degraded': { description: degradedText, schema: Joi.string().valid('true') } },
        },
      },
      example: { query: { limit: 2 } },
    },
    async ({ query, actor, language }): Promise<Answer> => {
      const { q, facets, format, order } = query
      const sort = (order === 'due' && spec.dueFirst) || spec.sort
      const noted = async () => onFile?.(actor)
      if (q === undefined && !facets) {
        const read = (options: FindOptions) => service.list(query, options, actor)
        return listAnswer({ query, language, sort, sheet, read, onFile: noted })
      }
      if (format !== 'json') {
        const pages = pagesFound((place) => service.search(query, { text: q ?? '', ...place }, actor))
        const answer = await fileAnswer({ format, language }, sheet, pages)
        await noted()
        return answer
      }
      const place = rankOptions(query)
      const asked = { text: q ?? '', ...place, ...(facets ? { facets } : {}) }
      const found = await service.search(query, asked, actor)
      const { items, total, degraded } = found
      const extra = { ...(facets ? { facets: found.facets } : {}), ...(degraded ? { degraded } : {}) }
      const answer = rankedPageAnswer({ items, total, ...place, extra })
      return degraded ? { ...answer, headers: { ...answer.headers, 'search-degraded': 'true' } } : answer
    },
  )
}

/** What a search finds, as far as the search index goes: to its thousandth hit and the page after it. */
async function* pagesFound<S extends Recorded>(
  find: (place: { limit: number; offset: number }) => Promise<Found<S>>,
): Pages<S> {
  const limit = 100
  let total = 0
  let offset = 0
  do {
    const found = await find({ limit, offset })
    total = found.total
    yield found.items
    offset += limit
  } while (offset < total && offset <= maxOffset)
  return offset < total
}

function searchKeys(facets: readonly string[]) {
  return {
    q: Joi.string()
      .trim()
      .allow('')
      .max(200)
      .description('搜索内容 / what to search for')
      .example('独居老人'),
    facets: Joi.array()
      .items(Joi.string().valid(...facets))
      .single()
      .max(facets.length)
      .unique()
      .description('统计这些字段各取值的条数 / count the hits per value of these'),
  }
}

function pageSchema(record: Joi.ObjectSchema, singular: string): Joi.ObjectSchema {
  const listed = record.keys({ highlights }).id(`Listed${singular}`)
  return Joi.object({
    items: Joi.array().items(listed).required(),
    next: Joi.string().description('下一页的 after / the `after` of the next page'),
    total: Joi.number()
      .integer()
      .description('总条数，仅在搜索时，最多 10000 / hits, when searched, up to 10,000'),
    facets: facetCounts,
    degraded: Joi.boolean().valid(true).description(degradedText),
  })
}
