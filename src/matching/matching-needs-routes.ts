import Joi from 'joi'
import { needRecord, needStateWords, urgencyWords } from '../needs/index.js'
import { unitWords } from '../offerings/index.js'
import {
  type FormatQuery,
  fileAnswer,
  formatKey,
  onePage,
  type Sheet,
  sheetOf,
} from '../platform/http/list-file.js'
import { type Route, route } from '../platform/http/route.js'
import { recordId } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import {
  type MatchingNeed,
  type MatchingNeedsDeps,
  type MatchingNeedsQuery,
  matchingNeeds,
} from './matching-needs.js'
import { pairing } from './schema.js'

export interface MatchingNeedsRouteDeps extends MatchingNeedsDeps {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
}

const answer = Joi.object({
  items: Joi.array()
    .items(
      pairing.keys({
        offerings: Joi.array()
          .items(recordId)
          .required()
          .description('相符的本组织服务，最好的在前 / the own offerings that fit, the best first'),
        need: needRecord.required(),
      }),
    )
    .required(),
})

export function matchingNeedsRoute(deps: MatchingNeedsRouteDeps): Route {
  const sheet = matchingNeedsSheet(deps)
  return route<unknown, MatchingNeedsQuery & FormatQuery, unknown>(
    {
      method: 'get',
      path: '/matching-needs',
      operationId: 'listMatchingNeeds',
      summary: {
        zh: '与本组织服务相符的待对接需求',
        en: 'Open needs that fit what one’s own organisation offers, best first',
      },
      permission: 'offerings.recommend',
      tag: 'matching',
      query: Joi.object<MatchingNeedsQuery & FormatQuery>({
        fit: Joi.string()
          .valid('possible', 'strong')
          .default('possible')
          .description('至少多合适 / at least so good a fit'),
        offering: recordId
          .description('只看这一项服务 / of this offering only')
          .example('f-01k8f3q2t8x7m4c9e2p0'),
        ...formatKey,
      }),
      answers: { 200: { description: { zh: '需求', en: 'Needs' }, schema: answer } },
      example: { query: { fit: 'possible' } },
    },
    async ({ query: { format, ...query }, actor, language }) => {
      const items = await matchingNeeds(query, actor, deps)
      if (format === 'json') return { body: { items } }
      return fileAnswer({ format, language }, sheet, onePage(items))
    },
  )
}

function matchingNeedsSheet({ regions, taxonomy }: MatchingNeedsRouteDeps): Sheet<MatchingNeed> {
  return sheetOf<MatchingNeed>('matching-needs', [
    { key: 'id', header: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
    { key: 'title', header: { zh: '标题', en: 'Title' }, cell: ({ title }) => title },
    { key: 'text', header: { zh: '需求描述', en: 'What is needed' }, cell: ({ need }) => need.text },
    {
      key: 'percent',
      header: { zh: '有帮助的可能（%）', en: 'Chance of being helpful (%)' },
      cell: ({ score }) => Math.round(score * 100),
    },
    { key: 'why', header: { zh: '为什么', en: 'Why' }, cell: ({ why }, language) => why[language] },
    {
      key: 'region',
      header: { zh: '区域', en: 'Region' },
      cell: ({ need }, language) => regions.nameOf(need.region, language),
    },
    {
      key: 'categories',
      header: { zh: '服务类别', en: 'Categories' },
      cell: ({ need }, language) => need.categories.map((id) => taxonomy.services.nameOf(id, language)),
    },
    { key: 'amount', header: { zh: '数量', en: 'Amount' }, cell: ({ need }) => need.amount.value },
    {
      key: 'unit',
      header: { zh: '单位', en: 'Unit' },
      cell: ({ need }, language) => unitWords[need.amount.unit][language],
    },
    {
      key: 'urgency',
      header: { zh: '紧急程度', en: 'Urgency' },
      cell: ({ need }, language) => urgencyWords[need.urgency.level][language],
    },
    { key: 'neededBy', header: { zh: '最晚', en: 'Needed by' }, cell: ({ need }) => need.neededBy },
    {
      key: 'state',
      header: { zh: '状态', en: 'State' },
      cell: ({ need }, language) => needStateWords[need.state][language],
    },
  ])
}
