import Joi from 'joi'
import { urgencies } from '../needs/index.js'
import { recordId, regionCode, stampKeys } from '../platform/records/index.js'
import { leavings, waitStates } from './model.js'
import type { Waiting } from './service.js'

const quantity = Joi.number()
  .min(0.5)
  .max(1_000_000)
  .multiple(0.5)
  .description('数量，单位同需求 / how much, in the unit of the need')
  .example(4)

export const waiting = Joi.object<Waiting>({
  offeringId: recordId.required().example('f-01k8f3q2t8x7m4c9e2p0'),
  quantity: quantity.description('数量，不填为全部尚缺的数量 / all that is open when missing'),
})

export const waitRecord = Joi.object({
  ...stampKeys,
  needId: recordId.required(),
  offeringId: recordId.required(),
  organizationId: recordId.required(),
  region: regionCode.required(),
  urgency: Joi.string()
    .valid(...urgencies)
    .required(),
  quantity: quantity.required(),
  places: Joi.number().required().description('占用名额数 / places that it takes'),
  state: Joi.string()
    .valid(...waitStates)
    .required()
    .description('waiting 排队中，offered 已提供名额，left 已离队 / state'),
  order: Joi.string().required().description('排序依据 / what the line is sorted by'),
  key: Joi.string(),
  referralId: recordId.description('有名额时自动开出的对接单 / the request that was opened for it'),
  leftFor: Joi.string()
    .valid(...leavings)
    .description('离队原因 / why it left'),
  place: Joi.number().integer().min(1).description('排在第几位，1 为下一个 / place in the line, 1 is next'),
}).id('Wait')

export const waitsAnswer = Joi.object({ items: Joi.array().items(waitRecord).required() })
