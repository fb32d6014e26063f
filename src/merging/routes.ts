import { createdNeed, needRecord } from '../needs/index.js'
import { type Route, route } from '../platform/http/route.js'
import { actionRoute, idParams } from '../platform/records/index.js'
import type { JointOrder, MergeOrder } from './model.js'
import { jointOrder, mergeOrder, mergeRecord, mergesAnswer, undoBody } from './schema.js'
import type { Merging } from './service.js'

const id = 'n-01k8f3q2t8x7m4c9e2p0'
const others = ['n-01k8f3q2t8x7m4c9e2p1', 'n-01k8f3q2t8x7m4c9e2p2']

export function mergingRoutes(merging: Merging): Route[] {
  return [
    mergeRoute(merging),
    raiseRoute(merging),
    listRoute(merging),
    actionRoute<Awaited<ReturnType<Merging['undo']>>, { reason: string }>({
      plural: 'merges',
      singular: 'Merge',
      action: 'undo',
      summary: { zh: '撤销合并', en: 'Take a merged need apart again' },
      permission: 'needs.write',
      body: undoBody,
      record: mergeRecord,
      service: merging,
      example: { id: 'g-01k8f3q2t8x7m4c9e2p0', body: { reason: '并错了' } },
      run: (of, revision, actor, { reason }) => merging.undo(of, revision, reason, actor),
    }),
  ]
}

function mergeRoute(merging: Merging): Route {
  return route<{ id: string }, unknown, MergeOrder>(
    {
      method: 'post',
      path: '/needs/{id}/merges',
      operationId: 'mergeNeeds',
      summary: { zh: '将重复的需求并入此需求', en: 'Merge duplicate needs into this one' },
      description: {
        zh: '尚缺的数量并入（单位相同时累加）；已接单、已完成的部分及其对接单留在原需求。',
        en: 'What is open passes over, and adds up where units agree; what is promised or done stays, with its referrals.',
      },
      tag: 'merges',
      permission: 'needs.write',
      params: idParams,
      body: mergeOrder,
      answers: {
        200: { description: { zh: '合并后的需求', en: 'The need as it is now' }, schema: needRecord },
      },
      example: { params: { id }, body: { needs: others.slice(0, 1), reason: '同一小区的同类需求' } },
    },
    async ({ params, body, actor }) => {
      const need = await merging.merge(params.id, body, actor)
      return { body: need, revision: need.revision }
    },
  )
}

function raiseRoute(merging: Merging): Route {
  return route<unknown, unknown, JointOrder>(
    {
      method: 'post',
      path: '/joint-projects',
      operationId: 'raiseJointProject',
      summary: {
        zh: '将多个社区的同类需求立为联合项目',
        en: 'Raise needs of several communities to a joint project',
      },
      tag: 'merges',
      permission: 'needs.raise',
      body: jointOrder,
      answers: {
        201: { description: { zh: '联合项目', en: 'The joint project' }, schema: createdNeed },
      },
      example: {
        body: {
          ...{ needs: others, region: '440307003000', title: '布吉街道独居老人探访' },
          ...{ text: '多个社区的独居老人需要每周上门探访。', reason: '多个社区需求相同' },
        },
      },
    },
    async ({ body, actor }) => {
      const need = await merging.raise(body, actor)
      const headers = { location: `/api/v1/needs/${need.id}` }
      return { status: 201, body: need, revision: need.revision, headers }
    },
  )
}

function listRoute(merging: Merging): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path: '/needs/{id}/merges',
      operationId: 'listMergesOfNeed',
      summary: { zh: '并入此需求的需求，及其去向', en: 'What was merged into a need, or it into others' },
      tag: 'merges',
      permission: 'needs.write',
      params: idParams,
      answers: { 200: { description: { zh: '合并记录', en: 'Merges' }, schema: mergesAnswer } },
      example: { params: { id } },
    },
    async ({ params, actor }) => ({ body: { items: await merging.of(params.id, actor) } }),
  )
}
