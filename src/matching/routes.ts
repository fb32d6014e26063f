import { mayDo } from '../access/index.js'
import { Forbidden, Invalid } from '../platform/errors.js'
import { type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import { type Regions, unknownRegion, unknownRegions } from '../regions/index.js'
import { resolveTerms, type Taxonomy, unknownTerm } from '../taxonomy/index.js'
import type { Analysis, Tag } from './analyse.js'
import type { OfferingSketch, PlainText } from './record-facts.js'
import {
  type AskQuery,
  askQuery,
  matchAnswer,
  matchBody,
  recommendationsAnswer,
  sketchBody,
  textAnalysis,
  textBody,
} from './schema.js'
import type { AskOptions, Matching } from './service.js'

interface MatchBody extends AskQuery {
  needs: PlainText[]
  offerings?: PlainText[]
}

export interface MatchingRoutesDeps {
  readonly matching: Matching
  readonly taxonomy: Taxonomy
  readonly regions: Regions
}

const needExample = {
  id: 'x1',
  text: '78岁婆婆独居，腿脚不便，一个人吃不上热饭，想有人来陪陪她。',
}

export function matchingRoutes({ matching, taxonomy, regions }: MatchingRoutesDeps): Route[] {
  const shown = (analysis: Analysis) => showAnalysis(analysis, taxonomy)
  return [
    route<{ id: string }, AskQuery, unknown>(
      {
        method: 'get',
        path: '/needs/{id}/recommendations',
        operationId: 'recommendForNeed',
        summary: { zh: '为一项需求推荐服务', en: 'Offerings for a need, best first, with reasons' },
        permission: 'needs.recommend',
        tag: 'matching',
        params: idParams,
        query: askQuery,
        answers: {
          200: { description: { zh: '推荐', en: 'Recommendations' }, schema: recommendationsAnswer },
        },
        example: { params: { id: 'n-01k8f3q2t8x7m4c9e2p0' }, query: { limit: 3, explain: true } },
      },
      async ({ params, query, actor }) => {
        const { analysis, ...found } = await matching.forNeed(params.id, query, actor)
        return { body: { ...found, analysis: shown(analysis) } }
      },
    ),
    route<{ id: string }, AskQuery, unknown>(
      {
        method: 'get',
        path: '/offerings/{id}/recommendations',
        operationId: 'recommendForOffering',
        summary: {
          zh: '为一项服务推荐待对接的需求',
          en: 'Open needs for an offering, best first, with reasons',
        },
        permission: 'offerings.recommend',
        tag: 'matching',
        params: idParams,
        query: askQuery,
        answers: {
          200: { description: { zh: '推荐', en: 'Recommendations' }, schema: recommendationsAnswer },
        },
        example: { params: { id: 'f-01k8f3q2t8x7m4c9e2p0' }, query: { limit: 3 } },
      },
      async ({ params, query, actor }) => ({ body: await matching.forOffering(params.id, query, actor) }),
    ),
    route<unknown, unknown, OfferingSketch & AskOptions>(
      {
        method: 'post',
        path: '/offerings/preview',
        operationId: 'previewOffering',
        summary: {
          zh: '为尚未保存的服务查找可对接的需求，不留存',
          en: 'Open needs for an offering that is still being written; nothing is kept',
        },
        permission: 'offerings.recommend',
        tag: 'matching',
        body: sketchBody,
        answers: {
          200: { description: { zh: '推荐', en: 'Recommendations' }, schema: recommendationsAnswer },
        },
        example: {
          body: {
            title: '独居老人每周探访',
            description: '每周上门一次，陪伴聊天，查看居家安全，量血压。',
            coverage: ['440307014000'],
            limit: 3,
          },
        },
      },
      async ({ body: { limit, explain, fit, ...sketch }, actor }) => {
        const known = resolvedSketch(sketch, taxonomy, regions)
        return { body: await matching.forSketch(known, { limit, explain, fit }, actor) }
      },
    ),
    route<unknown, unknown, { text: string }>(
      {
        method: 'post',
        path: '/needs/analysis',
        operationId: 'analyseNeed',
        summary: { zh: '分析一段需求文字', en: 'What the words of a need say; nothing is kept' },
        permission: 'match.texts',
        tag: 'matching',
        body: textBody,
        answers: { 200: { description: { zh: '分析结果', en: 'Analysis' }, schema: textAnalysis } },
        example: { body: { text: needExample.text } },
      },
      ({ body: { text } }) => ({
        body: { ...shown(matching.analyse(text)), toCheck: matching.isToCheck(text) },
      }),
    ),
    route<unknown, unknown, MatchBody>(
      {
        method: 'post',
        path: '/match',
        operationId: 'match',
        summary: { zh: '匹配文字，不留存', en: 'Texts in, pairings out; nothing is kept' },
        permission: 'match.texts',
        tag: 'matching',
        body: matchBody,
        answers: {
          200: {
            description: { zh: '每项需求的推荐', en: 'Recommendations for each need' },
            schema: matchAnswer,
          },
        },
        example: {
          body: {
            needs: [needExample],
            offerings: [
              { id: 'y1', title: '暖心饭堂', text: '为独居、高龄老人提供午餐，行动不便的送餐上门。' },
              { id: 'y2', title: '四点半课堂', text: '放学后照看双职工家庭的小学生，辅导作业。' },
            ],
            limit: 2,
          },
        },
      },
      ({ body: { needs, offerings, ...options }, actor }) => {
        if (!offerings && !mayDo(actor, 'offerings.read')) throw new Forbidden('offerings.read')
        assertKnown({ needs, offerings: offerings ?? [] }, taxonomy, regions)
        const items = matching.match(needs, offerings, options, actor)
        return {
          body: { items: items.map(({ analysis, ...found }) => ({ ...found, analysis: shown(analysis) })) },
        }
      },
    ),
  ]
}

function assertKnown(
  texts: Record<string, readonly PlainText[]>,
  taxonomy: Taxonomy,
  regions: Regions,
): void {
  const errors = Object.entries(texts).flatMap(([list, all]) =>
    all.flatMap(({ categories = [], targetGroups = [], region }, at) => [
      ...categories.flatMap((id, i) =>
        unknownTerm(taxonomy.services, `${list}[${at}].categories[${i}]`, id, 'category.unknown'),
      ),
      ...targetGroups.flatMap((id, i) =>
        unknownTerm(taxonomy.groups, `${list}[${at}].targetGroups[${i}]`, id, 'group.unknown'),
      ),
      ...unknownRegion(regions, `${list}[${at}].region`, region),
    ]),
  )
  if (errors.length) throw new Invalid(errors)
}

/** With the present ids of its terms. @throws Invalid */
function resolvedSketch(sketch: OfferingSketch, taxonomy: Taxonomy, regions: Regions): OfferingSketch {
  const categories = resolveTerms(taxonomy.services, 'categories', sketch.categories, 'category.unknown')
  const groups = resolveTerms(taxonomy.groups, 'targetGroups', sketch.targetGroups, 'group.unknown')
  const unknown = unknownRegions(regions, 'coverage', sketch.coverage ?? [])
  const errors = [...categories.errors, ...groups.errors, ...unknown]
  if (errors.length) throw new Invalid(errors)
  return { ...sketch, categories: categories.ids, targetGroups: groups.ids }
}

function showAnalysis({ services, groups, ages, urgency }: Analysis, taxonomy: Taxonomy) {
  const named = (tree: Taxonomy['services']) => (tag: Tag) => {
    const term = tree.terms[tag.term]
    const confidence = Math.round(tag.confidence * 1_000) / 1_000
    return { id: term?.id, zh: term?.zh, en: term?.en, confidence, words: tag.words, stated: tag.stated }
  }
  return {
    services: services.map(named(taxonomy.services)),
    groups: groups.map(named(taxonomy.groups)),
    ages,
    ...(urgency ? { urgency } : {}),
  }
}
