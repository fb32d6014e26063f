import Joi from 'joi'
import { externalId, isoDay, reason, regionCode, several, stampKeys } from '../platform/records/index.js'
import type { OrganizationFilters } from './filters.js'
import {
  activityTypes,
  grades,
  type OrganizationChange,
  type OrganizationDraft,
  organizationTypes,
  type Standing,
  standings,
  type Track,
} from './model.js'

const creditCode = Joi.string()
  .trim()
  .uppercase()
  .length(18)
  .description(
    '统一社会信用代码，登记的组织填写 / unified social credit code (GB 32100-2015), when registered',
  )
  .example('52440307MJL0000004')
const filingNumber = Joi.string()
  .trim()
  .min(2)
  .max(60)
  .description('备案编号，备案的组织填写 / filing number, when filed')
  .example('龙岗备案-2026-015')

const only = (kind: Track['kind']) => ({
  is: kind,
  // biome-ignore lint/suspicious/noThenProperty: joi's own name for it; nobody awaits this
  then: Joi.required(),
  otherwise: Joi.forbidden(),
})
const track = Joi.object({
  kind: Joi.string()
    .valid('registered', 'filed')
    .required()
    .description('registered 登记，filed 备案 / registered or filed'),
  creditCode: creditCode.when('kind', only('registered')),
  filingNumber: filingNumber.when('kind', only('filed')),
}).description('登记或备案 / how it exists in law')

const evaluation = Joi.object({
  grade: Joi.string()
    .valid(...grades)
    .required()
    .description('等级 / grade')
    .example('3A'),
  grantedOn: isoDay.required().description('授予日期 / granted on').example('2024-06-01'),
  validTo: isoDay.required().description('有效期至 / last day it is valid').example('2029-05-31'),
}).description('社会组织评估等级 / evaluation grade')

const qualification = Joi.object({
  code: Joi.string()
    .pattern(/^[a-z][a-z-]{1,39}$/)
    .required()
    .description('资质代码 / code of the qualification')
    .example('social-worker'),
  validTo: isoDay.description('有效期至，长期有效则不填 / last day; missing when it does not expire'),
})

const contact = Joi.object({
  name: Joi.string().trim().min(1).max(60).required().description('姓名 / name').example('联系人甲'),
  role: Joi.string().trim().max(60).description('职务 / role').example('项目主管'),
  phone: Joi.string()
    .trim()
    .pattern(/^\+?[\d -]{5,20}$/)
    .description('电话 / phone')
    .example('0755-12345678'),
  email: Joi.string().trim().email({ tlds: false }).max(120).description('电子邮箱 / e-mail'),
})

const type = Joi.string()
  .valid(...organizationTypes)
  .description(
    'association 社会团体，service-institution 社会服务机构，foundation 基金会，community-group 社区社会组织 / type',
  )
const activity = Joi.string()
  .valid(...activityTypes)
  .description(
    'charity 公益慈善，living-services 生活服务，community-affairs 社区事务，culture-sports 文体活动 / activity',
  )
const standing = Joi.string()
  .valid(...standings)
  .description('active 正常，warned 警告，suspended 中止，revoked 撤销 / standing')

const changeKeys = {
  name: Joi.string()
    .trim()
    .min(2)
    .max(100)
    .required()
    .description('名称 / name')
    .example('龙岗区某社工服务中心'),
  type: type.required(),
  track: track.required(),
  activity: activity.required(),
  homeRegion: regionCode.required().description('所在区域代码 / code of the region it is at home in'),
  evaluation,
  qualifications: Joi.array().items(qualification).max(50).default([]).description('资质 / qualifications'),
  contacts: Joi.array().items(contact).max(20).default([]).description('联系人 / people who act for it'),
  description: Joi.string().trim().min(1).max(4000).description('简介 / what it does'),
  externalId,
}

export const organizationChange = Joi.object<OrganizationChange>(changeKeys)
export const organizationDraft = Joi.object<OrganizationDraft>({
  ...changeKeys,
  standing: standing.default('active'),
})
export const organizationRecord = Joi.object({
  ...stampKeys,
  ...changeKeys,
  standing: standing.required(),
}).id('Organization')

export const organizationFilters: Joi.PartialSchemaMap<OrganizationFilters> = {
  type: several(type).description('类型 / type'),
  track: Joi.string().valid('registered', 'filed').description('登记或备案 / registered or filed'),
  activity: several(activity).description('活动类型 / activity'),
  standing: several(standing).description('状态 / standing'),
  region: regionCode.description('所在区域，含其下各级 / at home in this region'),
}

export const standingBody = Joi.object<{ standing: Standing; reason: string }>({
  standing: standing.required(),
  reason: reason.required(),
})
