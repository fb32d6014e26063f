import Joi from 'joi'
import { urgencies } from '../needs/index.js'
import { termId } from '../offerings/index.js'
import { pageQuery } from '../platform/http/paging.js'
import { idParams, isoDay, regionCode, stampKeys } from '../platform/records/index.js'
import { actionTypes } from './actions.js'
import { causeCodes, causes } from './causes.js'
import { cellLevels } from './cells.js'
import { indicatorGroupings } from './indicators.js'

const month = Joi.string()
  .pattern(/^\d{4}-(0[1-9]|1[0-2])$/)
  .example('2026-03')
const isoInstant = Joi.string().isoDate()
const count = Joi.number().integer().min(0)
const share = Joi.number().min(0).max(1)
const level = Joi.string().valid('district', 'street', 'community')
const categoryLevel = Joi.string().valid(...cellLevels)
const group = termId
  .description('服务对象类别及其下级 / target group, with everything under it')
  .example('elderly')
const category = termId
  .description('服务类别及其下级 / category, with everything under it')
  .example('elderly')

export const filterKeys = {
  region: regionCode.description(
    '地区及其下级；默认本社区、本街道或全区 / region with everything in it; default your own',
  ),
  category,
  group,
  urgency: Joi.string()
    .valid(...urgencies)
    .description('紧急程度 / urgency')
    .example('urgent'),
  from: month.required().description('需求登记月份，起 / entered from this month on').example('2026-01'),
  to: month.required().description('需求登记月份，止 / up to this month, included').example('2026-12'),
}
export const byKey = level
  .description('按哪一级地区；默认下一级 / level of regions; default the next below')
  .example('street')
export const categoriesKey = categoryLevel
  .description('再按服务大类 branch 或类别 category / split by branch or category too')
  .example('branch')
export const monthsKey = Joi.boolean().description('再按月 / split by month too')
export const sheetFormatKey = Joi.string()
  .valid('json', 'xlsx')
  .default('json')
  .description('格式 / format')
  .example('json')

const cell = Joi.object({
  kind: Joi.string()
    .valid('count', 'suppressed', 'none')
    .required()
    .description(
      'count 数字（含 0），suppressed 数字过小不公布，none 无数据 / a number, one kept back, or no data',
    ),
  count: count.description('数量 / the number'),
})
  .required()
  .id('PublishedCell')

const place = {
  region: Joi.string().description('地区 / region').example('440307003000'),
  category: Joi.string()
    .description('服务大类或类别；none 未分类 / branch or category; none: not known')
    .example('elderly'),
  month: Joi.string().description('月份 / month').example('2026-03'),
}

export const insightRow = Joi.object({
  ...place,
  needs: cell,
  unmet: cell,
  share: share.description('未满足占比（不含已撤回） / unmet share of those not withdrawn'),
  waiting: count.description('仍在等待数 / still waiting'),
  withdrawn: count.description('已撤回数 / withdrawn'),
  met: count.description('已满足数 / met'),
  medianDays: count.description('等待天数中位数 / median days of waiting'),
  perTenThousand: Joi.number().min(0).description('每万人未满足数 / unmet per 10,000 residents'),
  capacity: Joi.number().min(0).description('本月可及的空余名额 / free places this month within reach'),
  gap: Joi.number().min(0).description('缺口：等待数减空余名额 / waiting, less free places'),
}).id('InsightRow')

const population = Joi.object({
  region: Joi.string().required().example('440307003000'),
  residents: count.required().description('人口 / residents').example(506_400),
  year: count.description('年份，来源未注明时缺 / year, where the source says').example(2023),
  kind: Joi.string()
    .valid('census', 'residents', 'served')
    .required()
    .description('普查、常住或服务人口 / kind of figure'),
  source: Joi.string().required().description('来源 / source'),
}).id('Population')

const answerKeys = {
  region: Joi.string().required().description('地区 / region').example('440307000000'),
  by: level.description('按哪一级地区 / level of regions'),
  from: month.required(),
  to: month.required(),
  isExact: Joi.boolean()
    .required()
    .description('是否给出全部数字；否则小数不公布 / all numbers; otherwise small ones are kept back'),
  publishedAt: isoInstant.description(
    '对外公布的时间，此后不再变动 / when what others are told was made, for good',
  ),
  rows: Joi.array().items(insightRow).required(),
  populations: Joi.array()
    .items(population)
    .required()
    .description('每万人指标的分母 / denominators of the rates'),
}
export const insightAnswer = Joi.object(answerKeys).id('InsightAnswer')

export const matrixAnswer = Joi.object({
  ...answerKeys,
  level: categoryLevel.required(),
  regionTotals: Joi.array().items(insightRow).required().description('各地区合计 / totals by region'),
  categoryTotals: Joi.array().items(insightRow).required().description('各类别合计 / totals by category'),
  total: insightRow,
}).id('InsightMatrix')

const causeCounts = Joi.object()
  .pattern(Joi.string().valid(...causeCodes), count)
  .description(
    `各原因的需求数 / needs by cause: ${causeCodes.map((code) => `${code} ${causes[code].zh} (${causes[code].en})`).join('; ')}`,
  )
export const causesAnswer = Joi.object({
  region: Joi.string().required(),
  from: month.required(),
  to: month.required(),
  rows: Joi.array()
    .items(Joi.object({ region: Joi.string(), causes: causeCounts.required() }))
    .required(),
}).id('InsightCauses')

export const tilesAnswer = Joi.object({
  tiles: Joi.array()
    .items(
      Joi.object({
        code: Joi.string().required().description('区划代码 / region code').example('440307003000'),
        level: level.required(),
        x: Joi.number().integer().required().description('自西向东 / to the east'),
        y: Joi.number().integer().required().description('自北向南 / to the south'),
      }).id('Tile'),
    )
    .required()
    .description('示意相邻关系，不是边界 / neighbourhood, not borders'),
  hasBoundaries: Joi.boolean().required().description('是否有真实边界 / whether true borders were laid in'),
})

export const gapsQuery = {
  region: filterKeys.region,
  category,
  group,
  categories: categoryLevel
    .default('category')
    .description('按大类或类别 / by branch or category')
    .example('category'),
  ...pageQuery,
}
const capacity = Joi.object({
  offerings: count.required().description('可及的服务数 / offerings within reach'),
  free: Joi.number().min(0).required().description('本月空余名额 / places free this month'),
  unstated: count.required().description('未说明名额的服务数 / offerings that state no capacity'),
})
const gap = Joi.object({
  region: Joi.string().required(),
  category: Joi.string().required(),
  group: Joi.string(),
  waiting: count.required(),
  unmet: count.required(),
  medianDays: count,
  capacity: capacity.required(),
  gap: Joi.number().min(0).required().description('缺口 / waiting, less free places'),
  causes: causeCounts.required(),
}).id('Gap')
export const gapsAnswer = Joi.object({
  items: Joi.array().items(gap).required(),
  next: Joi.string(),
  total: count.required().description('共有几处缺口 / how many gaps there are'),
})

export const placeKeys = {
  region: regionCode.required(),
  category: category.required(),
  group,
}
const gapFigures = Joi.object({
  on: isoDay.required().description('日期 / day'),
  waiting: count.required(),
  unmet: count.required(),
  capacity: Joi.number().min(0).required(),
  medianDays: count,
})
  .required()
  .id('GapFigures')

export const gapAnswer = Joi.object({
  region: Joi.string().required(),
  category: Joi.string().required(),
  group: Joi.string(),
  figures: gapFigures,
  nearMisses: Joi.object({
    looked: count.required().description('看了几条等待中的需求 / waiting needs looked at'),
    isSample: Joi.boolean().required().description('是否只看了一部分 / whether more wait'),
    matched: count.required().description('现在就有可对接的服务 / something fits as it is'),
    ifWidened: count.required().description('扩大服务区域后可对接 / would, were an area widened'),
    ifPlaces: count.required().description('增加名额后可对接 / would, were there places'),
    ifOtherwise: count.required().description('受其他条件限制 / another rule stands between'),
    noSupplier: count.required().description('没有类似的服务 / nothing like it is offered'),
  }).required(),
  solvedElsewhere: Joi.array()
    .items(
      Joi.object({
        region: Joi.string().required(),
        needs: count.required(),
        met: count.required(),
        organizationTypes: Joi.object()
          .pattern(Joi.string(), count)
          .required()
          .description('由哪类组织完成 / by which kind'),
      }),
    )
    .required(),
}).id('GapDetail')

export const simulationBody = {
  ...placeKeys,
  perMonth: Joi.number()
    .integer()
    .min(1)
    .max(1_000)
    .required()
    .description('每月承接数 / taken on each month')
    .example(10),
  months: Joi.number().integer().min(1).max(24).default(6).description('几个月 / months').example(6),
}
export const simulationAnswer = Joi.object({
  region: Joi.string().required(),
  category: Joi.string().required(),
  group: Joi.string(),
  perMonth: count.required(),
  arrivals: Joi.number()
    .min(0)
    .required()
    .description('预计每月新增（近六个月平均） / expected to come each month'),
  months: Joi.array()
    .items(
      Joi.object({
        month: count.required(),
        served: count.required(),
        byUrgency: Joi.object().pattern(Joi.string(), count).required(),
        waiting: count.required(),
        medianDays: Joi.number().min(0),
      }),
    )
    .required(),
}).id('Simulation')

const words = Joi.string().trim().max(500)
export const actionKeys = {
  ...placeKeys,
  type: Joi.string()
    .valid(...actionTypes)
    .required()
    .description(
      '邀请组织、扩大服务范围、委托服务、提高优先级 / invite, widen coverage, commission, raise priority',
    )
    .example('invite'),
  owner: Joi.string()
    .trim()
    .min(1)
    .max(100)
    .required()
    .description('负责部门或岗位 / who sees to it')
    .example('社会事务科'),
  dueOn: isoDay.required().description('完成期限 / due').example('2026-12-31'),
  note: words
    .description('说明，请勿写入个人信息 / a note; must not identify anybody')
    .example('联系两家相邻街道的机构'),
}
export const gapAction = Joi.object({
  ...stampKeys,
  ...actionKeys,
  state: Joi.string().valid('open', 'closed').required(),
  closedOn: isoDay,
  outcome: words,
  before: gapFigures,
  now: gapFigures,
}).id('GapAction')
export const actionsQuery = {
  state: Joi.string().valid('open', 'closed').description('状态 / state').example('open'),
  region: regionCode,
}
export const closeBody = { outcome: words.description('结果 / what came of it').example('新增一家组织') }
export const actionParams = idParams

export const indicatorKeys = {
  by: Joi.string()
    .valid(...indicatorGroupings)
    .description('按月、街道、大类或组织 / by month, street, branch or organisation')
    .example('street'),
  region: regionCode,
  category,
  organization: Joi.string()
    .max(80)
    .description('组织编号 / id of an organisation')
    .example('o-01k8f3q2t8x7m4c9e2p0'),
  from: filterKeys.from,
  to: filterKeys.to,
}
const indicatorRow = Joi.object({
  group: Joi.string(),
  referrals: count.required().description('对接单数 / referrals'),
  accepted: count.required(),
  declined: count.required(),
  unanswered: count.required(),
  completed: count.required(),
  failed: count.required(),
  responseRate: share.description('响应率 / answered, of those asked'),
  fulfilmentRate: share.description('完成率 / completed, of those accepted and over'),
  medianHours: Joi.number().description(
    '答复时间中位数（小时档），-1 为超过两周 / half answered within; -1: over a fortnight',
  ),
}).id('Indicator')
export const indicatorsAnswer = Joi.object({
  rows: Joi.array().items(indicatorRow).required(),
})

export const reportKeys = {
  quarter: Joi.string()
    .pattern(/^\d{4}-Q[1-4]$/)
    .required()
    .description('季度 / quarter')
    .example('2026-Q3'),
  region: regionCode,
}
export const reportDraftKeys = {
  ...reportKeys,
  signedBy: Joi.string()
    .trim()
    .min(1)
    .max(100)
    .required()
    .description('定稿的部门或负责人 / the office that answers for it')
    .example('社会事务科'),
}
export const correctionNote = words
  .min(1)
  .required()
  .description('更正说明，请勿写入个人信息 / what was wrong; must not identify anybody')
  .example('横岗街道漏报 6 条，已补登。')
const issued = Joi.object({
  id: Joi.string().required(),
  revision: count.required(),
  at: isoInstant.required().description('定稿时间 / when it was issued'),
  signedBy: Joi.string().required(),
  corrections: Joi.array()
    .items(Joi.object({ at: isoInstant.required(), note: Joi.string().required() }))
    .required()
    .description('定稿后的更正 / what was found wrong later'),
})
export const reportAnswer = Joi.object({
  quarter: Joi.string().required(),
  region: Joi.string().required(),
  from: month.required(),
  to: month.required(),
  total: insightRow,
  previous: insightRow,
  regions: Joi.array().items(insightRow).required(),
  categories: Joi.array().items(insightRow).required(),
  months: Joi.array().items(insightRow).required(),
  causes: causeCounts.required(),
  services: Joi.array()
    .items(Joi.object().unknown())
    .required()
    .description('服务量，见 /service-totals / what was done'),
  indicators: Joi.array().items(indicatorRow).required(),
  gaps: Joi.array().items(gap).required(),
  populations: Joi.array().items(population).required(),
  issued: issued.description('已定稿则有 / where it was issued: the figures are those of that time'),
  // Where the quarter counts something else today than when its report was issued.
  totalNow: insightRow,
}).id('QuarterlyReport')
