import Joi from 'joi'
import { type Measure, measuresOf, type Work, type WorkKind, workKinds } from './work.js'

/** What each measure is called, with its unit. */
export const measureTexts: Readonly<Record<Measure, { readonly zh: string; readonly en: string }>> = {
  opened: { zh: '新开个案（个）', en: 'cases opened' },
  contacts: { zh: '个案服务（节）', en: 'case contacts' },
  minutes: { zh: '服务时长（分钟）', en: 'minutes' },
  closed: { zh: '结案（个）', en: 'cases closed' },
  goalsFull: { zh: '目标全部达成（个）', en: 'goals reached in full' },
  goalsPart: { zh: '目标部分达成（个）', en: 'goals reached in part' },
  goalsNot: { zh: '目标未达成（个）', en: 'goals not reached' },
  groups: { zh: '新开小组（个）', en: 'groups begun' },
  sessions: { zh: '小组活动（节）', en: 'group sessions' },
  attendances: { zh: '参与人次', en: 'attendances' },
  persons: { zh: '参与人数', en: 'persons' },
  activities: { zh: '社区活动（场）', en: 'activities' },
  visits: { zh: '探访（次）', en: 'visits' },
  mediations: { zh: '调解（件）', en: 'mediations' },
  complaints: { zh: '信访（件）', en: 'complaints' },
  agreed: { zh: '达成一致（件）', en: 'agreed' },
  partlyAgreed: { zh: '部分达成（件）', en: 'agreed in part' },
  notAgreed: { zh: '未达成（件）', en: 'not agreed' },
  turns: { zh: '志愿服务（人次）', en: 'volunteer turns' },
}

export const kindTexts: Readonly<Record<WorkKind, { readonly zh: string; readonly en: string }>> = {
  case: { zh: '个案', en: 'casework' },
  group: { zh: '小组', en: 'groups' },
  activity: { zh: '社区活动', en: 'activities' },
  visit: { zh: '探访', en: 'home visits' },
  mediation: { zh: '调解与信访', en: 'mediation and complaints' },
  volunteering: { zh: '志愿服务', en: 'volunteering' },
}

/** A month's worth of the largest organisation fits; a slip of the hand with three zeros more does not. */
const most = { count: 100_000, minutes: 10_000_000 }

const measure = (name: Measure) =>
  Joi.number()
    .integer()
    .min(0)
    .max(name === 'minutes' ? most.minutes : most.count)
    .default(0)
    .description(`${measureTexts[name].zh} / ${measureTexts[name].en}`)

export const workKind = Joi.string()
  .valid(...workKinds)
  .description(workKinds.map((kind) => `${kind} ${kindTexts[kind].zh}`).join('，'))

const workOf = (kind: WorkKind) =>
  Joi.object({
    kind: Joi.string().valid(kind).required().description(`${kindTexts[kind].zh} / ${kindTexts[kind].en}`),
    ...Object.fromEntries(measuresOf[kind].map((name) => [name, measure(name)])),
  })

/** Exactly the measures of its kind. */
export const work = Joi.alternatives<Work>()
  .conditional('.kind', {
    // biome-ignore lint/suspicious/noThenProperty: joi's own name for it
    switch: workKinds.map((kind) => ({ is: kind, then: workOf(kind) })),
    otherwise: Joi.object({ kind: workKind.required() }).unknown(),
  })
  .description('所做的工作，按种类填写数量 / what was done, counted by kind')

export const figures = Joi.object(
  Object.fromEntries(
    Object.entries(measureTexts).map(([name, { zh, en }]) => [
      name,
      Joi.number().integer().description(`${zh} / ${en}`),
    ]),
  ),
)
  .required()
  .description('各项数量，为 0 的省略 / counts by measure; those that are 0 are left out')
