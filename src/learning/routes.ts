import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../platform/http/paging.js'
import { type Route, route } from '../platform/http/route.js'
import { actionRoute } from '../platform/records/index.js'
import { type FairnessDeps, newestFairness } from './fairness-report.js'
import { fairnessReport, proposal, useBody, weightSet, weightSetsAnswer } from './schema.js'
import type { Proposal } from './weight-set.js'
import { type WeightSets, weightSetSort } from './weight-sets.js'

const example = 'ws-01k8f3q2t8x7m4c9e2p0'
const tag = 'learning'
const proposedWeights = {
  weights: {
    version: 'learnt-1',
    bias: -5.2,
    features: {
      ...{ service: 0, wish: 3.8, affinity: 5.1, group: 1.4, otherGroup: -0.7, open: 0.2, words: 1.4 },
      ...{ near: 0.5, mode: 0.4, capacity: 0.4, age: 0.5, record: 0.6, leadTime: 0.6 },
    },
    strong: 0.5,
    possible: 0.15,
  },
  report: [{ measure: 'benchmark nDCG@10', before: 0.861, after: 0.867, of: 240 }],
}

export interface LearningRoutesDeps {
  readonly sets: WeightSets
  /** Version of the weights that this process goes by. */
  readonly running: () => string
  readonly fairness: FairnessDeps
}

export function learningRoutes({ sets, running, fairness }: LearningRoutesDeps): Route[] {
  return [listRoute(sets, running), proposeRoute(sets), putToUseRoute(sets), fairnessRoute(fairness)]
}

function fairnessRoute(deps: FairnessDeps): Route {
  return route<unknown, unknown, unknown>(
    {
      method: 'get',
      path: '/fairness',
      operationId: 'getFairness',
      summary: {
        zh: '推荐与接单的公平性',
        en: 'Who is recommended and who accepts, by track, size and region',
      },
      description: {
        zh: '每月统计一次。规模未知，以已发布的服务数代替：1–2 为小，3–9 为中，10 以上为大。过小的数字不公布。',
        en: 'Counted once a month. Size is not known: the number of published offerings stands for it, 1 to 2 small, 3 to 9 medium, from 10 large. Small numbers are kept back.',
      },
      permission: 'fairness.read',
      tag,
      answers: { 200: { description: { zh: '报告', en: 'Report' }, schema: fairnessReport } },
      example: {},
    },
    async () => ({ body: await newestFairness(deps) }),
  )
}

function listRoute(sets: WeightSets, running: () => string): Route {
  return route<unknown, PageQuery, unknown>(
    {
      method: 'get',
      path: '/weight-sets',
      operationId: 'listWeightSets',
      summary: { zh: '查看匹配权重的各个版本', en: 'All weights of matching, the newest first' },
      permission: 'weights.read',
      tag,
      query: Joi.object<PageQuery>(pageQuery),
      answers: { 200: { description: { zh: '权重', en: 'Weights' }, schema: weightSetsAnswer } },
      example: { query: { limit: 20 } },
    },
    async ({ query }) => {
      const items = await sets.list(pageOptions(query, weightSetSort))
      const inUse = (await sets.inUse())?.version
      const extra = { inUse, running: running() }
      return pageAnswer({ items, limit: query.limit, sort: weightSetSort, extra })
    },
  )
}

function proposeRoute(sets: WeightSets): Route {
  return route<unknown, unknown, Proposal>(
    {
      method: 'post',
      path: '/weight-sets',
      operationId: 'proposeWeightSet',
      summary: { zh: '提出新的权重', en: 'Propose weights; nothing goes by them yet' },
      permission: 'weights.use',
      tag,
      body: proposal,
      answers: { 201: { description: { zh: '已提出', en: 'Proposed' }, schema: weightSet } },
      example: { body: proposedWeights },
    },
    async ({ body, actor }) => {
      const set = await sets.propose(body, actor)
      return { status: 201, body: set, revision: set.revision }
    },
  )
}

function putToUseRoute(sets: WeightSets): Route {
  return actionRoute({
    plural: 'weight-sets',
    singular: 'WeightSet',
    action: 'use',
    summary: {
      zh: '批准并启用权重，或退回以前的版本',
      en: 'Approve weights and put them to use, or go back to earlier ones',
    },
    permission: 'weights.use',
    body: useBody,
    record: weightSet,
    service: sets,
    example: { id: example, body: { reason: '两项指标均有提高' } },
    run: (id, revision, actor, { reason }) => sets.use(id, revision, reason, actor),
  })
}
