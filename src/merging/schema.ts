import Joi from 'joi'
import { sources } from '../needs/index.js'
import { unit } from '../offerings/index.js'
import { reason, recordId, regionCode, stampKeys } from '../platform/records/index.js'
import type { JointOrder, MergeOrder } from './model.js'

const needIds = (least: number) =>
  Joi.array()
    .items(recordId)
    .min(least)
    .max(50)
    .unique()
    .required()
    .example(['n-01k8f3q2t8x7m4c9e2p1', 'n-01k8f3q2t8x7m4c9e2p2'].slice(0, least))

export const mergeOrder = Joi.object<MergeOrder>({
  needs: needIds(1).description('并入的需求，须在同一区域 / needs to merge into it, of the same region'),
  add: Joi.boolean()
    .default(true)
    .description(
      '是否累加数量；同一批人重复登记时为 false / whether amounts add up; false for the same people',
    ),
  reason: reason.required().example('同一小区的同类需求'),
})

export const jointOrder = Joi.object<JointOrder>({
  needs: needIds(2).description('各社区的需求，单位须相同 / needs of the communities, in one unit'),
  region: regionCode.required().description('街道或区 / a street or the district').example('440307003000'),
  title: Joi.string().trim().min(2).max(100).required().example('布吉街道独居老人探访'),
  text: Joi.string()
    .trim()
    .min(4)
    .max(4000)
    .required()
    .description('联合项目的描述，请勿写入姓名等 / what is needed, without names'),
  reason: reason.required().example('多个社区需求相同'),
})

export const undoBody = Joi.object<{ reason: string }>({ reason: reason.required().example('并错了') })

export const mergeRecord = Joi.object({
  ...stampKeys,
  needId: recordId.required().description('被并入的需求 / the need that was merged'),
  intoId: recordId.required().description('并入的需求或联合项目 / the need or joint project'),
  region: regionCode.required(),
  requestedBy: Joi.string().required().description('原填报人 / who had asked'),
  source: Joi.string()
    .valid(...sources)
    .required()
    .description('原来源 / how it came in'),
  value: Joi.number().required().description('转入的数量 / how much passed over'),
  unit: unit.required(),
  count: Joi.number().integer().min(1).required().description('人数 / people concerned'),
  added: Joi.boolean().required().description('是否已累加 / whether it was added up'),
  state: Joi.string()
    .valid('merged', 'undone')
    .required()
    .description('merged 已合并，undone 已撤销 / state'),
  key: Joi.string(),
}).id('Merge')

export const mergesAnswer = Joi.object({ items: Joi.array().items(mergeRecord).required() })
