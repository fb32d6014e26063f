import Joi from 'joi'
import { type PageQuery, pageQuery } from '../platform/http/paging.js'
import { recordId } from '../platform/records/index.js'
import type { DeliveryFilters } from './deliveries.js'
import { channels, type Delivery, deliveryStates } from './model.js'
import { noticeKeys } from './schema.js'
import type { Texts } from './texts.js'

const channel = Joi.string()
  .valid(...channels)
  .description('mail 邮件，webhook / channel')
const state = Joi.string()
  .valid(...deliveryStates)
  .description('waiting 待发，delivered 已送达，given-up 已放弃 / state')

export const delivery = Joi.object({
  id: recordId.required(),
  ...noticeKeys,
  channel: channel.required(),
  target: Joi.string().required().description('账号或 webhook 编号 / id of the account or webhook'),
  state: state.required(),
  attempts: Joi.number().integer().min(0).required().description('失败次数 / failed attempts'),
  due: Joi.string().isoDate().description('下次尝试 / next attempt'),
  error: Joi.string().description('最近一次失败的代码 / code of the last failure'),
}).id('Delivery')

export const deliveryPage = Joi.object({
  items: Joi.array().items(delivery).required(),
  next: Joi.string().description('下一页的 after / the `after` of the next page'),
})

export const deliveryQuery = Joi.object<PageQuery & DeliveryFilters>({
  ...pageQuery,
  channel,
  state: state.default('given-up'),
})

/** What is shown of a delivery. */
export function shownDelivery(one: Delivery, texts: Texts) {
  const { event: _, facts: __, expiresAt: ___, revision: ____, ...told } = one
  return { ...told, text: texts.of(one) }
}
