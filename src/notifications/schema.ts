import Joi from 'joi'
import { type ListQuery, listQuery } from '../platform/http/list-file.js'
import { mailPaces } from './model.js'
import type { Wishes } from './preferences.js'
import { topicGroups } from './topics.js'

const instant = Joi.string().isoDate()

/** What is shown of a notice, wherever it is shown. */
export const noticeKeys = {
  at: instant.required().description('事件时间 / when it happened'),
  topic: Joi.string().required().description('事件名称 / name of the event').example('referral.requested'),
  kind: Joi.string().required().description('涉及的记录类型 / kind of the record').example('referral'),
  subject: Joi.string().required().description('涉及的记录编号 / id of the record'),
  text: Joi.object({ zh: Joi.string().required(), en: Joi.string().required() })
    .required()
    .description('不含个人信息的一句话 / one line, without personal data'),
}

export const itemId = Joi.string()
  .pattern(/^ib-\d{12}$/)
  .description('通知编号 / id of the item')
  .example('ib-900000000001')

export const inboxItem = Joi.object({
  id: itemId.required(),
  ...noticeKeys,
  isCrisis: Joi.boolean().required().description('危机 / a crisis'),
  readAt: instant.description('已读时间 / when it was read'),
}).id('InboxItem')

export const inboxPage = Joi.object({
  items: Joi.array().items(inboxItem).required(),
  next: Joi.string().description('下一页的 after / the `after` of the next page'),
})

export interface InboxQuery extends ListQuery {
  readonly unread?: boolean
  readonly order: 'newest' | 'unread-first'
}

export const inboxQuery = Joi.object<InboxQuery>({
  ...listQuery,
  unread: Joi.boolean().valid(true).description('只看未读 / unread ones only'),
  order: Joi.string()
    .valid('newest', 'unread-first')
    .default('newest')
    .description('newest 由新到旧，unread-first 未读在前 / order'),
})

export const itemParams = Joi.object<{ id: string }>({ id: itemId.required() })
export const readAllBody = Joi.object<{ until?: string }>({
  until: itemId.description(
    '看到的最新一条，之后的保持未读 / the newest that was seen; later ones stay unread',
  ),
})
export const streamQuery = Joi.object<{ after?: string }>({
  after: itemId.description('从这一条之后开始 / begin after this item'),
})
export const countAnswer = (zh: string, en: string) =>
  Joi.object({ count: Joi.number().integer().min(0).required().description(`${zh} / ${en}`) })

const timeOfDay = Joi.string()
  .pattern(/^([01]\d|2[0-3]):[0-5]\d$/)
  .description('时刻 / time of day')

const pace = Joi.string()
  .valid(...mailPaces)
  .description('at-once 立即，daily 每日一封，off 不发 / when mail comes')

/** A crisis is mailed at once whatever anybody chose, so there is nothing to choose. */
const chosenGroups = topicGroups.filter((group) => group !== 'crisis')

export const wishes = Joi.object<Wishes>({
  language: Joi.string().valid('zh', 'en').required().description('邮件语言 / language of mail'),
  mail: Joi.object(Object.fromEntries(chosenGroups.map((group) => [group, pace])))
    .default({})
    .description('各类通知的邮件频率，不填用默认 / mail by group; defaults where nothing is chosen'),
  quiet: Joi.object({
    from: timeOfDay.required().example('22:00'),
    to: timeOfDay.required().example('07:00'),
  }).description('免打扰时段，危机除外 / no mail then, save in a crisis'),
  byMatching: Joi.boolean()
    .required()
    .description(
      '是否接收自动匹配的推荐（个人信息保护法第二十四条）/ whether to hear what matching suggests (PIPL art. 24)',
    ),
}).id('NotificationPreferences')
