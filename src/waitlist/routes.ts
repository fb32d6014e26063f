import type { Actor } from '../platform/actor.js'
import { type Route, route, type Text2 } from '../platform/http/route.js'
import { actionRoute, idParams } from '../platform/records/index.js'
import { waiting, waitRecord, waitsAnswer } from './schema.js'
import type { PlacedWait, Waiting, Waitlist } from './service.js'

const needId = 'n-01k8f3q2t8x7m4c9e2p0'
const offeringId = 'f-01k8f3q2t8x7m4c9e2p0'
const id = 'w-01k8f3q2t8x7m4c9e2p0'

export function waitlistRoutes(waitlist: Waitlist): Route[] {
  return [
    joinRoute(waitlist),
    listRoute(
      '/needs/{id}/waits',
      'listWaitsOfNeed',
      needId,
      {
        zh: '需求在哪些服务排队、排第几位',
        en: 'What a need waits for, and its place in each line',
      },
      (of, actor) => waitlist.ofNeed(of, actor),
    ),
    listRoute(
      '/offerings/{id}/waits',
      'listWaitsOfOffering',
      offeringId,
      {
        zh: '服务的排队情况',
        en: 'The line of an offering',
      },
      (of, actor) => waitlist.ofOffering(of, actor),
    ),
    actionRoute({
      plural: 'waits',
      singular: 'Wait',
      action: 'leave',
      summary: { zh: '离队', en: 'Leave the line' },
      record: waitRecord,
      service: waitlist,
      example: { id },
      run: (of, revision, actor) => waitlist.leave(of, revision, actor),
    }),
  ]
}

function joinRoute(waitlist: Waitlist): Route {
  return route<{ id: string }, unknown, Waiting>(
    {
      method: 'post',
      path: '/needs/{id}/waits',
      operationId: 'joinWaitlist',
      summary: { zh: '名额已满时排队', en: 'Wait for a place of an offering that is full' },
      description: {
        zh: '先按紧急程度，再按等候时间；有空余名额时自动开单。',
        en: 'By urgency, then by time waited; a request is opened by itself when a place is free.',
      },
      tag: 'waits',
      permission: 'waits.write',
      params: idParams,
      body: waiting,
      idempotent: async (wait) => ({ status: 201, ...(await waitlist.getRaw(wait)) }),
      answers: { 201: { description: { zh: '已排队', en: 'In the line' }, schema: waitRecord } },
      example: { params: { id: needId }, body: { offeringId } },
    },
    async ({ params, body, actor }) => {
      const wait = await waitlist.join(params.id, body, actor)
      return { status: 201, body: wait, revision: wait.revision }
    },
  )
}

function listRoute(
  path: string,
  operationId: string,
  of: string,
  summary: Text2,
  list: (id: string, actor: Actor) => Promise<PlacedWait[]>,
): Route {
  return route<{ id: string }, unknown, unknown>(
    {
      method: 'get',
      path,
      operationId,
      summary,
      tag: 'waits',
      permission: 'waits.read',
      params: idParams,
      answers: { 200: { description: { zh: '排队', en: 'Waits' }, schema: waitsAnswer } },
      example: { params: { id: of } },
    },
    async ({ params, actor }) => ({ body: { items: await list(params.id, actor) } }),
  )
}
