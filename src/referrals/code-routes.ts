import Joi from 'joi'
import type { Actor } from '../platform/actor.js'
import { type Route, route } from '../platform/http/route.js'
import { idParams } from '../platform/records/index.js'
import type { OneTimeCode } from './codes.js'

const answer = Joi.object({
  code: Joi.string()
    .required()
    .description('一次性代码，只显示这一次 / shown this once')
    .example('7K2M-Q8XD-3FWN'),
  expiresAt: Joi.string().isoDate().required().description('失效时间 / when it expires'),
}).id('OneTimeCode')

export function codeRoutes(makeCode: (id: string, actor: Actor) => Promise<OneTimeCode>): Route[] {
  return [
    route<{ id: string }, unknown, unknown>(
      {
        method: 'post',
        path: '/referrals/{id}/code',
        operationId: 'makeCodeForReferral',
        summary: {
          zh: '为服务对象生成一次性代码，用于确认、提出异议或评价',
          en: 'Make a one-time code for the person who was served, to confirm, dispute or rate',
        },
        tag: 'referrals',
        permission: 'referrals.code',
        params: idParams,
        answers: { 201: { description: { zh: '代码', en: 'Code' }, schema: answer } },
        example: { params: { id: 'r-01k8f3q2t8x7m4c9e2p0' } },
      },
      async ({ params, actor }) => ({ status: 201, body: await makeCode(params.id, actor) }),
    ),
  ]
}
