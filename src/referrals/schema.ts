import Joi from 'joi'
import { urgencies } from '../needs/index.js'
import { unit } from '../offerings/index.js'
import { isoDay, reason, recordId, regionCode, several, stampKeys } from '../platform/records/index.js'
import { reasonCode } from '../reasons/index.js'
import { type ActionInput, inputsOf, isRequired } from './action-input.js'
import type { ReferralFilters } from './filters.js'
import { steps } from './ladder.js'
import { goals } from './model.js'
import type { Opening } from './opening.js'
import { type Action, closings, debtors, referralStates, stages, ways } from './states.js'

const amount = Joi.number().min(0.5).max(1_000_000).multiple(0.5)
const note = Joi.string().trim().min(2).max(1_000)
const instant = Joi.string().isoDate()

const quantity = amount.description(
  '数量，单位同需求；不填则为全部尚缺的数量 / how much, in the unit of the need',
)
const plannedStart = isoDay.description('计划开始日期 / planned to begin on').example('2026-12-01')
const goal = Joi.string()
  .valid(...goals)
  .description('目标达成：full 全部，part 部分，not 未达成 / goal reached')

const givenReason = Joi.object({
  code: reasonCode.required(),
  note: note.description('说明，代码为 other 时必填 / in words; required for `other`'),
})

const report = Joi.object({
  delivered: amount.required().description('完成的数量 / how much was done').example(8),
  on: isoDay.required().description('完成日期 / done on').example('2026-11-20'),
  goal: goal.required(),
  note: note.description('情况说明，请勿写入姓名等信息 / what was done, without names'),
}).description('完成情况 / what was done')

const rating = Joi.object({
  came: Joi.boolean().required().description('是否来了 / they came'),
  onTime: Joi.boolean().required().description('是否准时 / on time'),
  goal: goal.required(),
  stars: Joi.number().integer().min(1).max(5).description('满意度 1 至 5 / stars'),
  comment: note.description('评价 / in words'),
}).description('评价，先问事实 / rating: facts first')

const inputs: Record<keyof ActionInput, Joi.Schema> = {
  reason: givenReason.description('原因 / why, by a code'),
  why: reason,
  quantity,
  plannedStart,
  delivered: Joi.number()
    .min(0)
    .max(1_000_000)
    .multiple(0.5)
    .description('此前已完成的数量 / how much had been done by then'),
  report,
  rating,
}

/** What an action takes over HTTP; undefined where it takes nothing. */
export function bodyOf(action: Action): Joi.ObjectSchema<ActionInput> | undefined {
  const fields = inputsOf(action)
  if (!fields.length) return undefined
  return Joi.object<ActionInput>(
    Object.fromEntries(
      fields.map((field) => [field, isRequired(action, field) ? inputs[field].required() : inputs[field]]),
    ),
  )
}

const how = Joi.string()
  .valid(...ways)
  .description('request 点单，dispatch 派单，apply 抢单，log 补录 / how it comes about')
const offeringId = recordId.description('服务编号 / the offering').example('f-01k8f3q2t8x7m4c9e2p0')

export const opening = Joi.object<Opening>({
  how: how.required(),
  offeringId: offeringId.required(),
  quantity,
  plannedStart,
  draft: Joi.boolean().description('先存草稿，不发出 / keep it back for now'),
  report: report.description('补录时：已完成的情况；不填表示仍在服务 / only for `log`: what was done'),
}).when(Joi.object({ how: Joi.valid('log') }).unknown(), {
  otherwise: Joi.object({ report: Joi.forbidden() }),
})

const state = Joi.string()
  .valid(...referralStates)
  .description(
    'draft 草稿，requested 待接收，received 已接收，accepted 已接单，rejected 已拒绝，on-hold 暂缓，in-progress 服务中，completed 已完成，failed 未办成，cancelled 已取消 / FHIR Task.status',
  )
const owes = Joi.string()
  .valid(...debtors)
  .description('待办方：community 社区，organisation 组织，staff 街道区，nobody 无 / whose turn it is')
const party = Joi.string().required().description('哪一方 / by which side')
const bilingual = Joi.object({ zh: Joi.string().required(), en: Joi.string().required() })
const texts = Joi.array().items(Joi.string()).required()
const capacity = Joi.object({ perMonth: Joi.number().required(), unit: unit.required() })
const ages = Joi.object({ from: Joi.number().required(), to: Joi.number().required() })

const seen = Joi.object({
  score: Joi.number().min(0).max(1).required(),
  fit: Joi.string().valid('strong', 'possible', 'weak').required(),
  why: bilingual.required(),
  features: Joi.object()
    .pattern(
      Joi.string(),
      Joi.object({ value: Joi.number().required(), contribution: Joi.number().required() }),
    )
    .required(),
  against: Joi.array()
    .items(bilingual.keys({ code: Joi.string().required() }))
    .required()
    .description('不符合的硬性条件 / hard rules that stood between the two'),
  weights: Joi.string().required(),
  need: Joi.object({
    revision: Joi.number().required(),
    title: Joi.string().required(),
    text: Joi.string().required().description('已隐去个人信息 / masked'),
    region: regionCode.required(),
    categories: texts,
    groups: texts,
    ages,
    modes: texts,
    urgency: Joi.string().required(),
    amount: Joi.object({ value: Joi.number().required(), unit: unit.required() }).required(),
    neededBy: isoDay,
  }).required(),
  offering: Joi.object({
    revision: Joi.number().required(),
    title: Joi.string().required(),
    categories: texts,
    groups: texts,
    coverage: texts,
    modes: texts,
    capacity,
    confirmedAt: instant.required(),
  }).required(),
}).description('开单时匹配所见，不再改变 / what the matcher saw, frozen')

const rung = Joi.object({
  step: Joi.string()
    .valid(...steps)
    .required()
    .description(
      'remind 提醒，next 改派下一家，street 报街道，district 报区，expire、lapse、close 到期自动处理 / see docs/deadlines.md',
    ),
  at: instant.required(),
})

export const referralRecord = Joi.object({
  ...stampKeys,
  needId: recordId.required().description('需求编号 / the need'),
  offeringId: offeringId.required(),
  organizationId: recordId
    .required()
    .description('组织编号 / the organisation')
    .example('o-01k8f3q2t8x7m4c9e2p0'),
  region: regionCode.required().description('需求所在区域 / region of the need'),
  guarded: Joi.boolean().required().description('是否涉及受保护群体 / about a protected group'),
  urgency: Joi.string().required().description('开单时的紧急程度 / urgency when it was opened'),
  how: how.required(),
  stage: Joi.string()
    .valid(...stages)
    .required()
    .description('环节，见 docs/referrals.md / stage, finer than the state'),
  state: state.required(),
  closing: Joi.string()
    .valid(...closings)
    .description(
      'reported 已申报，disputed 有异议，provisional 默认结案，confirmed 已确认，reopened 重新办理 / how far closing is',
    ),
  owes: owes.required(),
  dueAt: instant.description('待办期限 / by when'),
  queue: Joi.string()
    .required()
    .description('排队次序：先按期限，再按紧急程度 / place in the order by deadline, then urgency'),
  ladder: Joi.object({ reached: rung, next: rung }).description(
    '逐级上报：已到哪一步，下一步是什么 / how far up its waiting was told, and what comes next',
  ),
  since: instant.required().description('进入本环节的时间 / at this stage since'),
  times: Joi.object({
    sent: instant,
    received: instant,
    answered: instant,
    begun: instant,
    reported: instant,
    closed: instant,
  })
    .required()
    .description('各步骤最近一次的时间 / when each step was last taken'),
  quantity: quantity.required(),
  unit: unit.required(),
  delivered: Joi.number().min(0).required().description('已完成的数量 / how much was done'),
  place: Joi.object({
    month: Joi.string().required(),
    counts: Joi.string().valid('quantity', 'one').required(),
  }).description('占用哪个月的名额，按数量还是按一个计 / whose month’s places it takes, and how it counts'),
  plannedStart,
  reason: givenReason.keys({ by: party }),
  remark: Joi.object({ action: Joi.string().required(), text: Joi.string().required(), by: party }),
  report,
  ratings: Joi.array()
    .items(
      rating.keys({ by: Joi.string().valid('committee', 'beneficiary').required(), at: instant.required() }),
    )
    .required(),
  seen: seen.required(),
  changes: Joi.array()
    .items(
      Joi.object({
        at: instant.required(),
        by: Joi.string().required(),
        field: Joi.string().required(),
        from: Joi.string().allow('').required(),
        to: Joi.string().required(),
        why: Joi.string().required(),
      }),
    )
    .required()
    .description('发出后的修改 / what was changed after sending'),
}).id('Referral')

const region = regionCode.description('区域，含其下各级 / region, with everything in it')
export const referralFilters: Joi.PartialSchemaMap<ReferralFilters> = {
  state: several(state).description('状态 / state'),
  need: recordId.description('需求编号 / id of a need'),
  offering: recordId.description('服务编号 / id of an offering'),
  organization: several(recordId).description('组织编号 / ids of organisations'),
  region,
  owes: several(owes).description('待办方 / whose turn it is'),
  urgency: several(Joi.string().valid(...urgencies)).description(
    '开单时的紧急程度 / urgency when it was opened',
  ),
  overdue: Joi.boolean().valid(true).description('已逾期 / whoever owes should have acted'),
}

const count = Joi.number().integer().min(0)

export const loadAnswer = Joi.object({
  items: Joi.array()
    .items(
      Joi.object({
        organizationId: recordId.required(),
        name: Joi.string().required().description('组织名称 / its name'),
        toAnswer: count.required().description('待答复 / to be answered by it'),
        toBegin: count.required().description('待开始 / accepted, not begun'),
        inService: count.required().description('服务中 / in service'),
        overdue: count.required().description('逾期 / owed by it and overdue'),
        nextDue: instant.description('最近期限 / what it owes next is due'),
      }),
    )
    .required(),
}).id('OrganizationLoads')

export const loadFilters = { region }

export const historyAnswer = Joi.object({
  items: Joi.array()
    .items(
      Joi.object({
        at: instant.required(),
        actor: Joi.string().required().description('何人 / who'),
        action: Joi.string().required().example('referral.accept'),
        reason: Joi.string(),
      }),
    )
    .required(),
})

const part = Joi.number().min(0).required()
export const progressAnswer = Joi.object({
  state: Joi.string().required().description('需求状态 / state of the need'),
  asked: part.description('需要的数量 / asked for'),
  unit: unit.required(),
  open: part.description('尚缺 / nobody has accepted it'),
  pending: part.description('待答复 / asked for and not answered'),
  reserved: part.description('已接单 / accepted'),
  committed: part.description('服务中 / begun'),
  delivered: part.description('已完成 / done'),
  closedFor: reasonCode,
})

export const placesAnswer = Joi.object({
  capacity,
  confirmedAt: instant.required().description('最近确认时间 / when it was last confirmed'),
  trust: Joi.number()
    .min(0)
    .max(1)
    .required()
    .description('可信程度，随时间降低 / how far it is believed; falls with age'),
  months: Joi.array()
    .items(
      Joi.object({
        month: Joi.string().required().example('2026-12'),
        taken: part.description('已占用 / taken'),
        pending: part.description('待答复 / asked for'),
        left: Joi.number().min(0).description('余下 / left; missing where no capacity is stated'),
      }),
    )
    .required(),
})
