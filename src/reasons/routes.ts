import Joi from 'joi'
import { type Route, route } from '../platform/http/route.js'
import { nextSteps, reasons, sides } from './reasons.js'
import { reasonCode } from './schema.js'

const text = Joi.object({ zh: Joi.string().required(), en: Joi.string().required() })

const reasonsAnswer = Joi.object({
  items: Joi.array()
    .items(
      Joi.object({
        code: reasonCode.required(),
        zh: Joi.string().required(),
        en: Joi.string().required(),
        side: Joi.string()
          .valid(...sides)
          .required()
          .description('原因在哪一方 / where the cause lies'),
        next: text
          .keys({ code: Joi.string().required() })
          .required()
          .description('建议的下一步 / what to do next'),
      }),
    )
    .required(),
})

const body = {
  items: Object.entries(reasons).map(([code, { next, ...reason }]) => ({
    code,
    ...reason,
    next: { code: next, ...nextSteps[next] },
  })),
}

export function reasonRoutes(): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/reasons',
        operationId: 'listReasons',
        summary: { zh: '原因代码及建议的下一步', en: 'The coded reasons, with what to do next' },
        tag: 'referrals',
        permission: 'public',
        answers: { 200: { description: { zh: '全部原因', en: 'All of them' }, schema: reasonsAnswer } },
      },
      () => ({ body }),
    ),
  ]
}
