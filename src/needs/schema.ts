import Joi from 'joi'
import { ages, mode, termId, unit } from '../offerings/index.js'
import {
  externalId,
  isoDay,
  reason,
  recordId,
  regionCode,
  several,
  stampKeys,
} from '../platform/records/index.js'
import { personalData, personalKinds } from '../privacy/index.js'
import { type ReasonCode, reasonCode } from '../reasons/index.js'
import type { NeedFilters } from './filters.js'
import { type NeedChange, type NeedDraft, needStates, sources, visibilities } from './model.js'
import { type Urgency, urgencies } from './urgency.js'

const region = regionCode.required().description('需求所在区域代码 / code of the region the need is in')
const text = Joi.string()
  .trim()
  .min(4)
  .max(4000)
  .required()
  .description(
    '需求描述；姓名、证件号、电话、住址等会被隐去 / what is needed, in plain words; names, numbers and addresses are hidden',
  )
  .example('社区里有位独居老人，腿脚不便，需要有人上门陪伴，最好每周两次。')
const title = Joi.string()
  .trim()
  .min(2)
  .max(100)
  .description('标题，不填则取描述的第一句 / title; made from the text when missing')
  .example('独居老人需要上门陪伴')

const level = Joi.string()
  .valid(...urgencies)
  .description('routine 一般，soon 较急，urgent 紧急，crisis 危机 / urgency')

const beneficiaries = Joi.object({
  count: Joi.number()
    .integer()
    .min(1)
    .max(100_000)
    .default(1)
    .description('人数 / how many people')
    .example(1),
  groups: Joi.array().items(termId).max(20).default([]).description('服务对象编号 / target groups'),
  ages,
})
  .default({ count: 1, groups: [] })
  .description('受益人 / the people concerned')

const amount = Joi.object({
  value: Joi.number()
    .min(0.5)
    .max(1_000_000)
    .multiple(0.5)
    .required()
    .description('数量 / how many')
    .example(8),
  unit: unit.required().example('visit'),
})
  .default({ value: 1, unit: 'case' })
  .description('需要的数量 / how much is asked for')

const source = Joi.string()
  .valid(...sources)
  .description('visit 走访，grid-worker 网格员，hotline 热线，self 本人，online 线上 / where it comes from')
const state = Joi.string()
  .valid(...needStates)
  .description(
    'draft 草稿，open 待对接，matched 已对接，in-service 服务中，met 已满足，partly-met 部分满足，unmet-closed 未满足结束，withdrawn 已撤回，merged 已合并 / state',
  )

const changeKeys = {
  region,
  title,
  text,
  beneficiaries,
  amount,
  categories: Joi.array()
    .items(termId)
    .max(20)
    .default([])
    .description('服务类别编号，可不填 / categories, where stated'),
  neededBy: isoDay.description('最迟需要日期 / needed by').example('2026-12-31'),
  modes: Joi.array()
    .items(mode)
    .max(4)
    .unique()
    .default([])
    .description('希望的服务方式 / ways it may be done'),
  source: source.required(),
  visibility: Joi.string()
    .valid(...visibilities)
    .default('matched')
    .description('public 公开，matched 可服务的组织可见，staff 仅工作人员 / who may see it'),
  externalId,
}

export const needChange = Joi.object<NeedChange>({
  ...changeKeys,
  urgency: level
    .description('紧急程度，只能调高；调低请用 urgency 操作并说明原因 / may only be raised here')
    .example('soon'),
})
/** As spreadsheets have it: they hold no identities. */
export const importedNeed = Joi.object<NeedDraft>({
  ...changeKeys,
  urgency: level.description(
    '紧急程度，不填为 routine，文中有危机用语时自动调为 crisis / routine when missing; words that suggest a crisis raise it',
  ),
  state: Joi.string()
    .valid('draft', 'open')
    .default('open')
    .description('draft 先存草稿，open 立即待对接 / keep it back or open it at once'),
})

export const needDraft = importedNeed.keys({ identity: personalData(isoDay) })

const urgencyRecord = Joi.object({
  level: level.required(),
  stated: level.required().description('填报人所说的紧急程度 / as the person who entered it said'),
  words: Joi.array()
    .items(Joi.string())
    .required()
    .description('提示危机的用语 / words that suggest a crisis'),
  kinds: Joi.array().items(Joi.string()).required().description('危机类型 / kinds of crisis'),
  toCheck: Joi.boolean()
    .valid(true)
    .description('可能是危机，请核实；尚无人确认 / may be a crisis, please check; nobody has looked yet'),
  lowered: Joi.object({
    from: level.required(),
    to: level.required(),
    reason: reason.required(),
    by: Joi.string().required().description('决定人 / who decided'),
    at: Joi.string().isoDate().required().description('时间 / when'),
  }).description('最近一次调低 / the last time a person lowered it'),
}).description('紧急程度 / urgency')

const part = Joi.number().min(0).required()
export const progress = Joi.object({
  pending: part.description('已提出、待答复 / asked for, not answered'),
  reserved: part.description('已接单、未开始 / accepted, not begun'),
  committed: part.description('服务中 / begun'),
  delivered: part.description('已完成 / done'),
}).description('进度，单位同需求数量 / progress, in the unit of the amount')

export const needRecord = Joi.object({
  ...stampKeys,
  ...changeKeys,
  title: title.required(),
  urgency: urgencyRecord.required(),
  state: state.required(),
  progress,
  partlyTaken: Joi.valid(true).description(
    '一部分已有组织承接，其余仍可申请 / others serve a part of it, the rest is still open',
  ),
  mergedInto: recordId.description('并入的需求 / the need that it was merged into'),
  joint: Joi.boolean().description('是否联合项目 / whether it is a joint project of several communities'),
  closedFor: reasonCode.description('未满足而结束的原因 / why it was closed before it was met'),
  queue: Joi.string().description(
    '排队次序：先按紧急程度，再按期望时间 / place in the order by urgency, then day',
  ),
  source: source.description(
    '来源，对不相关者可能不显示 / where it comes from; kept from strangers where a group is protected',
  ),
  guarded: Joi.boolean().description(
    '涉及受保护群体，对不相关者只显示类别 / about a protected group: strangers see its categories only',
  ),
}).id('Need')

const duplicate = Joi.object({
  id: recordId.required(),
  title: title.required(),
  similarity: Joi.number().min(0).max(1).required().description('相似度，1 为相同 / 1 is the same text'),
})
const duplicates = Joi.array()
  .items(duplicate)
  .required()
  .description('可能重复的需求，最相似的在前 / likely duplicates, most similar first; nothing is merged')
const hotline = Joi.object({
  number: Joi.string().required().description('电话号码 / number').example('12356'),
  zh: Joi.string().required(),
  en: Joi.string().required(),
})
const hotlines = Joi.array()
  .items(hotline)
  .required()
  .description(
    '危机时请立即拨打，最紧要的在前；非危机为空 / call now, most pressing first; empty unless it is a crisis',
  )
export const hotlinesAnswer = Joi.object({ items: hotlines })
const kind = Joi.string()
  .valid(...personalKinds)
  .required()
  .description('被隐去的是什么 / what is hidden')
const start = Joi.number()
  .integer()
  .min(0)
  .required()
  .description('起点，UTF-16 单位 / begins, in UTF-16 units')
const end = Joi.number().integer().min(0).required().description('终点，不含 / ends before')
const hidden = Joi.array()
  .items(Joi.object({ field: Joi.string().valid('title', 'text').required(), kind, start, end }))
  .required()
  .description('存下的文字中被隐去之处 / the marks in the stored texts')
export const changedNeed = needRecord.keys({ hidden }).id('ChangedNeed')
export const createdNeed = changedNeed.keys({ likelyDuplicates: duplicates, hotlines }).id('CreatedNeed')
export const privacyCheckBody = Joi.object<{ text: string }>({ text })
export const privacyCheckAnswer = Joi.object({
  text: Joi.string().required().description('将存下的文字 / the text as it would be kept'),
  hidden: Joi.array()
    .items(
      Joi.object({
        kind,
        words: Joi.string().required().description('将被隐去的文字 / the words that will be hidden'),
        start,
        end,
        confidence: Joi.number().min(0).max(1).required().description('把握，1 为确定 / 1 is certain'),
      }),
    )
    .required()
    .description('原文中将被隐去的部分 / the parts of the text that will be hidden'),
})
export const duplicatesAnswer = Joi.object({ items: duplicates })
export const duplicatesBody = Joi.object<{ region: string; text: string }>({ region, text })

export const needFilters: Joi.PartialSchemaMap<NeedFilters> = {
  region: regionCode.description('区域，含其下各级 / region, with everything in it'),
  state: several(state).description('状态 / state'),
  urgency: several(level).description('紧急程度 / urgency'),
  category: termId.description('服务类别，含其下各级 / category, with everything under it'),
  group: termId.description('服务对象，含其下各级 / target group, with everything under it'),
  source: several(source).description('来源 / source'),
  createdFrom: isoDay.description('登记日期起，含当日 / entered on this day or later'),
  createdTo: isoDay.description('登记日期止，含当日 / entered on this day or earlier'),
}

export const urgencyBody = Joi.object<{ level: Urgency; reason?: string }>({
  level: level.required(),
  reason: reason.description('原因，调低时必填 / why; required to lower it'),
})
export const closeBody = Joi.object<{ reason: ReasonCode }>({ reason: reasonCode.required() })
export const moveBody = Joi.object<{ reason?: string }>({
  reason: reason.description(
    '原因，重新开放已撤回或已结束的需求时必填 / why; required to open a need again that was withdrawn or closed',
  ),
})
