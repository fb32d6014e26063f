import Joi from 'joi'
import { type PageQuery, pageQuery } from '../../platform/http/paging.js'
import { recordId, stampKeys } from '../../platform/records/index.js'
import { topicGroups } from '../topics.js'
import { type WebhookChoice, webhookStyles } from './model.js'
import type { WebhookDraft } from './service.js'

const choiceKeys = {
  groups: Joi.array()
    .items(Joi.string().valid(...topicGroups))
    .min(1)
    .max(topicGroups.length)
    .unique()
    .required()
    .description('接收哪几类通知 / which groups of notices it gets'),
  language: Joi.string()
    .valid('zh', 'en')
    .default('zh')
    .description('机器人消息的语言 / language of robots’ messages'),
}

const style = Joi.string()
  .valid(...webhookStyles)
  .default('duijie')
  .description('duijie 签名的 JSON，wecom 企业微信群机器人，dingtalk 钉钉群机器人 / form of the body')

export const webhookDraft = Joi.object<WebhookDraft>({
  url: Joi.string()
    .uri({ scheme: ['https', 'http'] })
    .max(1000)
    .required()
    .description('接收地址，须为公网 https / a public https address')
    .example('https://example.org/duijie'),
  style,
  secret: Joi.string()
    .min(8)
    .max(200)
    .when('style', { is: 'dingtalk', otherwise: Joi.forbidden() })
    .description('钉钉机器人“加签”的密钥；其他样式不填 / a DingTalk robot’s own secret; nothing for others'),
  ...choiceKeys,
})

export const webhookChoice = Joi.object<WebhookChoice>(choiceKeys)

export const webhookRecord = Joi.object({
  ...stampKeys,
  owner: Joi.string().required().description('所属区域或组织 / region or organisation that it belongs to'),
  host: Joi.string()
    .required()
    .description('接收方主机；完整地址不再显示 / host; the address is not shown again'),
  style: style.required(),
  ...choiceKeys,
  state: Joi.string()
    .valid('active', 'disabled')
    .required()
    .description('active 使用中，disabled 已停用 / state'),
  failingSince: Joi.string().isoDate().description('从何时起一直失败 / failing since'),
  error: Joi.string().description('停用原因代码 / why it was disabled'),
}).id('Webhook')

export const createdWebhook = webhookRecord
  .keys({ secret: Joi.string().description('签名密钥，只显示这一次 / the secret; shown this once') })
  .id('CreatedWebhook')

export const webhookPage = Joi.object({
  items: Joi.array().items(webhookRecord).required(),
  next: Joi.string().description('下一页的 after / the `after` of the next page'),
})

export const listQuery = Joi.object<PageQuery>(pageQuery)
export const deliveryParams = Joi.object<{ id: string; delivery: string }>({
  id: recordId.required(),
  delivery: recordId.required().description('投递编号 / id of the delivery'),
})
