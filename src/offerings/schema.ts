import Joi from 'joi'
import { externalId, isoDay, recordId, regionCode, several, stampKeys } from '../platform/records/index.js'
import type { OfferingFilters } from './filters.js'
import { modes, type OfferingChange, type OfferingDraft, offeringStates, units } from './model.js'

/** Ids of categories and groups; whether they are known is looked up by the service. */
export const termId = Joi.string()
  .pattern(/^[a-z0-9][a-z0-9.-]{0,79}$/)
  .example('elderly.home-visit')

export const mode = Joi.string()
  .valid(...modes)
  .description('home-visit 上门，on-site 到点，phone 电话，online 线上 / how it is done')

export const unit = Joi.string()
  .valid(...units)
  .description(
    'case 个案，visit 次探访，place 人，session 节小组，activity 场活动，hour 小时，item 份 / what is counted',
  )

const years = Joi.number().integer().min(0).max(120)
export const ages = Joi.object({
  from: years.required().description('起始年龄，含 / youngest, in years').example(60),
  to: years.required().description('截止年龄，含 / oldest, in years').example(120),
}).description('年龄范围 / ages in whole years')

const timeOfDay = Joi.string().pattern(/^([01]\d|2[0-3]):[0-5]\d$/)
const weeklyHours = Joi.object({
  weekday: Joi.number()
    .integer()
    .min(1)
    .max(7)
    .required()
    .description('星期，1 为星期一 / 1 is Monday')
    .example(1),
  from: timeOfDay.required().description('开始时间 / opens, Asia/Shanghai').example('09:00'),
  to: timeOfDay.required().description('结束时间 / closes, Asia/Shanghai').example('17:30'),
})

const changeKeys = {
  organizationId: recordId
    .required()
    .description('提供服务的组织 / the organisation that offers it')
    .example('o-01k8f3q2t8x7m4c9e2p0'),
  title: Joi.string()
    .trim()
    .min(2)
    .max(100)
    .required()
    .description('名称 / title')
    .example('独居老人每周探访'),
  description: Joi.string()
    .trim()
    .min(4)
    .max(4000)
    .required()
    .description('服务内容 / what is done, for whom and how')
    .example('每周上门一次，陪伴聊天，查看居家安全，量血压。'),
  categories: Joi.array().items(termId).max(20).default([]).description('服务类别编号 / service categories'),
  targetGroups: Joi.array().items(termId).max(20).default([]).description('服务对象编号 / target groups'),
  ages,
  coverage: Joi.array()
    .items(regionCode)
    .min(1)
    .max(200)
    .unique()
    .required()
    .description('服务区域，各含其下各级 / regions it covers, each with everything in it'),
  modes: Joi.array()
    .items(mode)
    .max(modes.length)
    .unique()
    .default([])
    .description('服务方式 / ways it is done'),
  capacity: Joi.object({
    perMonth: Joi.number()
      .integer()
      .min(1)
      .max(100_000)
      .required()
      .description('每月可承接的数量 / how many a month')
      .example(30),
    unit: unit.required().example('visit'),
  }).description('承接能力 / what it can take on each month'),
  calendar: Joi.array().items(weeklyHours).max(42).default([]).description('每周开放时间 / weekly hours'),
  period: Joi.object({
    from: isoDay.description('开始日期 / first day').example('2026-01-01'),
    until: isoDay.description('结束日期 / last day').example('2026-12-31'),
  })
    .min(1)
    .description('服务期间，可只填一端 / first and last day, either may be open'),
  fee: Joi.object({
    amount: Joi.number()
      .min(0)
      .max(1_000_000)
      .precision(2)
      .required()
      .description('金额（元），0 为免费 / yuan, 0 is free')
      .example(0),
    note: Joi.string().trim().min(1).max(200).description('收费说明 / what it is for'),
  }).description('收费 / fee'),
  qualifications: Joi.array()
    .items(Joi.string().pattern(/^[a-z][a-z-]{1,39}$/))
    .max(20)
    .unique()
    .default([])
    .description('服务人员具备的资质代码 / qualifications of those who serve'),
  languages: Joi.array()
    .items(Joi.string().pattern(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
    .max(20)
    .unique()
    .default([])
    .description('服务语言，如 zh、yue、hak / languages, BCP 47'),
  externalId,
}

export const offeringChange = Joi.object<OfferingChange>(changeKeys)
export const offeringDraft = Joi.object<OfferingDraft>({
  ...changeKeys,
  state: Joi.string()
    .valid('draft', 'published')
    .default('draft')
    .description('draft 先存草稿，published 立即发布 / keep it back or publish it at once'),
})
const state = Joi.string()
  .valid(...offeringStates)
  .description('draft 草稿，published 已发布，paused 暂停，closed 关闭 / state')
export const offeringRecord = Joi.object({
  ...stampKeys,
  ...changeKeys,
  state: state.required(),
  confirmedAt: Joi.string().isoDate().required().description('最近确认时间 / when it was last confirmed'),
}).id('Offering')

export const offeringFilters: Joi.PartialSchemaMap<OfferingFilters> = {
  category: termId.description('服务类别，含其下各级 / category, with everything under it'),
  group: termId.description('服务对象，含其下各级 / target group, with everything under it'),
  region: regionCode.description('服务到这个区域的 / those that cover this region'),
  state: several(state).description('状态 / state'),
  organization: several(recordId).description('组织编号 / ids of organisations'),
  mode: several(mode).description('服务方式 / mode'),
  confirmBefore: isoDay.description(
    '确认在该日之前到期的，含已到期的 / whose confirmation lapses before this day, or has lapsed',
  ),
}
