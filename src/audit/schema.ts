import Joi from 'joi'
import { type PageQuery, pageQuery } from '../platform/http/paging.js'
import { isoDay } from '../platform/records/index.js'
import type { AuditFilters } from './filters.js'

const kind = Joi.string()
  .pattern(/^[a-z][a-z-]{0,39}$/)
  .description('记录种类 / kind of record')
  .example('need')
const action = Joi.string()
  .pattern(/^[a-z][a-z-]{0,39}\.[a-z][a-z-]{0,39}$/i)
  .description('操作 / what was done')
  .example('need.create')
const anyId = Joi.string().max(100)

export const auditQuery = Joi.object<PageQuery & AuditFilters>({
  ...pageQuery,
  kind,
  action,
  actor: anyId.description('操作人编号 / id of who did it').example('demo'),
  subject: anyId.description('记录编号 / id of a record').example('n-01k8f3q2t8x7m4c9e2p0'),
  from: isoDay.description('起始日 / first day').example('2026-01-01'),
  to: isoDay.description('截止日（含） / last day, included').example('2026-12-31'),
})

/** Rows of one file: what Excel opens at once, and a few megabytes. */
export const exportQuery = auditQuery.keys({
  limit: Joi.number()
    .integer()
    .min(1)
    .max(5_000)
    .default(5_000)
    .description('每个文件的行数 / rows in one file')
    .example(1_000),
})

export const auditEntry = Joi.object({
  id: Joi.string().required().description('编号 / id'),
  at: Joi.string().isoDate().required().description('时间 / when'),
  actor: Joi.string().required().description('操作人编号 / id of who did it'),
  action: action.required(),
  kind: kind.required(),
  subjects: Joi.array().items(Joi.string()).required().description('记录编号 / ids of the records'),
  reason: Joi.string().description('原因，已隐去可能的个人信息 / why; what may be of a person is masked'),
}).id('AuditEntry')
