import Joi from 'joi'
import { type PageQuery, pageAnswer, pageOptions, pageQuery } from '../platform/http/paging.js'
import { type Route, route } from '../platform/http/route.js'
import { recordId, regionCode } from '../platform/records/index.js'
import type { Duty } from './service.js'
import { staffSort } from './staff.js'

type StaffQuery = PageQuery & { readonly region: string }

const staffMember = Joi.object({ id: recordId.required(), name: Joi.string().required() }).id('DutyStaff')

/** Colleagues by name alone: a street that plans its own duty does not see its accounts otherwise. */
export function staffRoute(duty: Duty): Route {
  return route<unknown, StaffQuery, unknown>(
    {
      tag: 'duty',
      permission: 'duty.plan',
      method: 'get',
      path: '/duty-staff',
      operationId: 'listDutyStaff',
      summary: {
        zh: '查看可安排值班的人员',
        en: 'Who may be put on duty: active staff of a street, or of the district',
      },
      query: Joi.object<StaffQuery>({
        ...pageQuery,
        region: regionCode
          .required()
          .description('街道或区 / a street, or the district')
          .example('440307003000'),
      }),
      answers: {
        200: {
          description: { zh: '一页', en: 'One page' },
          schema: Joi.object({ items: Joi.array().items(staffMember).required(), next: Joi.string() }),
        },
      },
      example: { query: { region: '440307003000', limit: 20 } },
    },
    async ({ query, actor }) => {
      const items = await duty.staff(query.region, pageOptions(query, staffSort), actor)
      return pageAnswer({
        items,
        limit: query.limit,
        sort: staffSort,
        show: ({ id, name }) => ({ id, name }),
      })
    },
  )
}
