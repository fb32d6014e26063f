import { type Route, route } from '../platform/http/route.js'
import { actionRoute, idParams, recordRoutes } from '../platform/records/index.js'
import { mask } from '../privacy/index.js'
import { needFacets, needSort } from './collection.js'
import type { Reference } from './filters.js'
import { dueFirst } from './queue.js'
import {
  changedNeed,
  closeBody,
  createdNeed,
  duplicatesAnswer,
  duplicatesBody,
  hotlinesAnswer,
  moveBody,
  needChange,
  needDraft,
  needFilters,
  needRecord,
  privacyCheckAnswer,
  privacyCheckBody,
  urgencyBody,
} from './schema.js'
import type { Needs } from './service.js'
import { needSheet } from './sheet.js'

const text = '社区里有位独居老人，腿脚不便，需要有人上门陪伴，最好每周两次。'
const change = {
  region: '440307003002',
  text,
  beneficiaries: { count: 1, ages: { from: 78, to: 78 } },
  amount: { value: 8, unit: 'visit' },
  source: 'grid-worker',
}
const id = 'n-01k8f3q2t8x7m4c9e2p0'

/** @param reference names what a list as a file holds codes of */
export function needRoutes(needs: Needs, reference: Reference): Route[] {
  return [
    ...recordRoutes({
      plural: 'needs',
      singular: 'Need',
      name: { zh: '需求', en: 'need' },
      service: needs,
      draft: needDraft,
      change: needChange,
      record: needRecord,
      changed: changedNeed,
      created: { schema: createdNeed, recall: (need, actor) => needs.recall(need, actor) },
      filters: needFilters,
      facets: needFacets,
      sort: needSort,
      dueFirst,
      sheet: needSheet(reference),
      onFile: (actor) => needs.noteExport(actor),
      example: { draft: { ...change, urgency: 'soon' }, change, id },
    }),
    duplicatesRoute(needs),
    hotlinesRoute(needs),
    privacyCheckRoute(),
    ...actions(needs),
  ]
}

function duplicatesRoute(needs: Needs): Route {
  return route<unknown, unknown, { region: string; text: string }>(
    {
      method: 'post',
      path: '/needs/duplicates',
      operationId: 'findDuplicateNeeds',
      summary: { zh: '登记前查找可能重复的需求', en: 'Look for likely duplicates before a need is entered' },
      permission: 'needs.write',
      tag: 'needs',
      body: duplicatesBody,
      answers: {
        200: { description: { zh: '可能重复的需求', en: 'Likely duplicates' }, schema: duplicatesAnswer },
      },
      example: { body: { region: change.region, text } },
    },
    async ({ body, actor }) => ({ body: { items: await needs.findDuplicates(body, actor) } }),
  )
}

function hotlinesRoute(needs: Needs): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/needs/{id}/hotlines',
      operationId: 'listHotlinesOfNeed',
      summary: { zh: '危机需求应拨打的热线', en: 'Whom to call now, for a need in crisis' },
      tag: 'needs',
      permission: 'needs.read',
      params: idParams,
      answers: { 200: { description: { zh: '热线', en: 'Hotlines' }, schema: hotlinesAnswer } },
      example: { params: { id } },
    },
    async ({ params, actor }) => ({ body: { items: await needs.hotlinesOf(params.id, actor) } }),
  )
}

function privacyCheckRoute(): Route {
  return route<unknown, unknown, { text: string }>(
    {
      method: 'post',
      path: '/needs/privacy-check',
      operationId: 'checkPrivacy',
      summary: {
        zh: '保存前查看哪些文字会被隐去',
        en: 'See what of a text will be hidden, before it is saved',
      },
      description: {
        zh: '什么都不会保存。',
        en: 'Nothing is kept of it.',
      },
      permission: 'needs.write',
      tag: 'needs',
      body: privacyCheckBody,
      answers: {
        200: {
          description: {
            zh: '将存下的文字与被隐去的部分',
            en: 'The text as it would be kept, and what is hidden',
          },
          schema: privacyCheckAnswer,
        },
      },
      example: { body: { text: '何秀兰阿姨独居，电话13800138012，想有人陪她说说话。' } },
    },
    ({ body }) => {
      const { text, hidden } = mask(body.text)
      const parts = hidden.map(({ kind, words, start, end, confidence }) => ({
        ...{ kind, words, start, end, confidence },
      }))
      return { body: { text, hidden: parts } }
    },
  )
}

function actions(needs: Needs): Route[] {
  const common = { plural: 'needs', singular: 'Need', record: needRecord, service: needs }
  return [
    actionRoute({
      ...common,
      action: 'open',
      summary: { zh: '开放需求，等待对接', en: 'Open a need' },
      body: moveBody,
      example: { id, body: { reason: '家属改变了主意' } },
      run: (of, revision, actor, { reason }) => needs.move(of, revision, 'open', reason, actor),
    }),
    actionRoute({
      ...common,
      action: 'withdraw',
      summary: { zh: '撤回需求', en: 'Withdraw a need' },
      body: moveBody,
      example: { id, body: { reason: '已自行解决' } },
      run: (of, revision, actor, { reason }) => needs.move(of, revision, 'withdrawn', reason, actor),
    }),
    actionRoute({
      ...common,
      action: 'close',
      summary: { zh: '结束需求，不再寻找', en: 'Close a need before it is met' },
      body: closeBody,
      example: { id, body: { reason: 'solved-elsewhere' } },
      run: (of, revision, actor, { reason }) => needs.close(of, revision, reason, actor),
    }),
    actionRoute({
      ...common,
      action: 'urgency',
      summary: { zh: '调整紧急程度', en: 'Set the urgency of a need' },
      body: urgencyBody,
      example: { id, body: { level: 'soon', reason: '已上门核实，人身安全' } },
      run: (of, revision, actor, { level, reason }) => needs.setUrgency(of, revision, level, reason, actor),
    }),
  ]
}
