import Joi from 'joi'
import { type PageQuery, pageQuery } from '../platform/http/paging.js'
import { isoDay, reason, recordId, regionCode, stampKeys } from '../platform/records/index.js'
import { personalData } from '../privacy/index.js'
import { type ConsentDraft, consentForms, givers } from './consents.js'
import type { PersonQuery } from './persons.js'
import { grounds, releaseStates, reviews } from './releases.js'
import type { ReleaseRequest } from './service.js'

const at = Joi.string().isoDate()
const needId = recordId.required().description('需求编号 / id of the need')
const purpose = Joi.string()
  .trim()
  .min(4)
  .max(300)
  .required()
  .description('用途，记入审计；请勿写姓名 / what for; kept in the audit trail, so without names')
  .example('上门探访前联系本人')
const erased = Joi.object({
  at: at.required(),
  why: Joi.string().valid('retention', 'request', 'need-removed').required(),
}).description('已清除 / erased')

export const person = personalData(isoDay)
export const identitySummary = Joi.object({
  needId,
  revision: Joi.number()
    .integer()
    .min(0)
    .required()
    .description('身份信息的版本，尚未登记为 0 / of what is kept; 0 while nothing is'),
  fields: Joi.array().items(Joi.string()).required().description('已有哪些内容 / which fields are known'),
  isGuarded: Joi.boolean()
    .required()
    .description('属受保护群体，查看须另一人批准 / of a protected group: a second person must approve'),
  guardianNeeded: Joi.boolean().required().description('须监护人同意 / a guardian must consent'),
  erased,
}).id('IdentitySummary')

const wording = Joi.object({ title: Joi.string(), text: Joi.string().required() })
const content = {
  person: person.description('身份信息 / who the person is'),
  wordings: Joi.array().items(wording).required().description('未隐去的原文，最新的在前 / as it was entered'),
}
export const shownIdentity = Joi.object({
  needId,
  releaseId: recordId.required().description('依据的查看许可 / the release that shows it'),
  purpose,
  expiresAt: at.required().description('许可到期时间 / until when'),
  ...content,
}).id('ShownIdentity')

export const releaseBody = Joi.object<{ purpose: string; emergency: boolean }>({
  purpose,
  emergency: Joi.boolean()
    .default(false)
    .description('危及生命，先查看后复核 / a life is in danger: shown now, reviewed afterwards'),
})
const decided = Joi.object({ by: Joi.string().required(), at: at.required(), reason: reason.required() })
export const releaseRecord = Joi.object({
  ...stampKeys,
  needId,
  region: regionCode.required(),
  requester: Joi.string().required().description('申请人 / who asked'),
  organizationId: recordId.description('申请机构 / for which organisation'),
  purpose,
  ground: Joi.string()
    .valid(...grounds)
    .required()
    .description('poster 登记单位，referral 承接机构，emergency 紧急 / why it may be shown'),
  isGuarded: Joi.boolean().required(),
  state: Joi.string()
    .valid(...releaseStates)
    .required()
    .description('pending 待批准，granted 已批准，refused 已拒绝 / state'),
  expiresAt: at.required().description('失效时间 / when it lapses'),
  decided: decided.description('决定 / who decided, and why'),
  review: Joi.string()
    .valid(...reviews)
    .description('紧急查看的复核：due 待复核，justified 属实，unjustified 不属实 / review'),
  reviewed: decided.description('复核 / who reviewed, and why'),
}).id('Release')

export type ReleaseListQuery = PageQuery & { readonly waiting?: 'approval' | 'review' }
export const releaseQuery = Joi.object<ReleaseListQuery>({
  ...pageQuery,
  waiting: Joi.string()
    .valid('approval', 'review')
    .description('approval 待批准，review 待复核；不填为全部 / what waits for somebody'),
})
export const releasePage = Joi.object({
  items: Joi.array().items(releaseRecord).required(),
  next: Joi.string().description('下一页的 after / the `after` of the next page'),
})
export const decisionBody = Joi.object<{ reason: string }>({ reason: reason.required() })
export const reviewBody = Joi.object<{ isJustified: boolean; reason: string }>({
  isJustified: Joi.boolean().required().description('情况属实 / the emergency was real'),
  reason: reason.required(),
})

const named = Joi.string().trim().min(1).max(60)
const giver = named.description('监护人姓名，加密存放 / the guardian; encrypted')
const witness = named.description(
  '见证人姓名，口头同意时必填，加密存放 / who heard an oral consent; encrypted',
)
const consentKeys = {
  by: Joi.string()
    .valid(...givers)
    .required()
    .description('self 本人，guardian 监护人 / who gave it'),
  form: Joi.string()
    .valid(...consentForms)
    .required()
    .description('written 书面，oral 口头 / how'),
  purpose,
  organizationId: recordId.description('只对此机构；不填为任何承接机构 / for this organisation only'),
  givenOn: isoDay.required().description('同意日期 / on which day').example('2026-11-20'),
}
export const consentDraft = Joi.object<ConsentDraft>({ ...consentKeys, giver, witness })
const consentKeysKept = {
  ...stampKeys,
  needId,
  ...consentKeys,
  withdrawnAt: at.description('撤回时间 / when it was withdrawn'),
}
export const consentRecord = Joi.object(consentKeysKept).id('Consent')
export const consentList = Joi.object({ items: Joi.array().items(consentRecord).required() })

export const personQuery = Joi.object<PersonQuery>({
  phone: Joi.string().trim().min(5).max(30).description('电话 / telephone').example('13800138012'),
  idNumber: Joi.string().trim().min(5).max(30).description('证件号码 / identity number'),
  purpose,
}).or('phone', 'idNumber')
export const personExport = Joi.object({
  at: at.required(),
  needs: Joi.array()
    .items(
      Joi.object({
        need: Joi.object().unknown().description('需求 / the need'),
        identity: Joi.object(content).required(),
        consents: Joi.array()
          .items(Joi.object({ ...consentKeysKept, giver, witness }))
          .required(),
        releases: Joi.array().items(releaseRecord).required(),
      }),
    )
    .required(),
}).id('PersonExport')
export const personErased = Joi.object({
  needIds: Joi.array()
    .items(recordId)
    .required()
    .description('已清除身份信息的需求 / needs without a person now'),
})

/** As the use case takes it. */
export function requested({ purpose, emergency }: { purpose: string; emergency: boolean }): ReleaseRequest {
  return { purpose, isEmergency: emergency }
}
