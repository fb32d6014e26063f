import Joi from 'joi'
import { termId } from '../offerings/index.js'
import {
  externalId,
  isoDay,
  reason,
  recordId,
  regionCode,
  several,
  stampKeys,
} from '../platform/records/index.js'
import { attachmentTypes } from './attachments/model.js'
import type { MonthClosingFilters } from './closing-service.js'
import type { ClosingScope } from './closings.js'
import type { ServiceRecordFilters } from './filters.js'
import type { ServiceRecordChange, ServiceRecordRow } from './model.js'
import { groupings } from './totals-query.js'
import { figures, work, workKind } from './work-schema.js'

export const organizationId = recordId
  .description('组织编号 / id of the organisation')
  .example('o-01k8f3q2t8x7m4c9e2p0')
export const month = Joi.string()
  .pattern(/^20\d\d-(?:0[1-9]|1[0-2])$/)
  .description('月份 / month')
  .example('2026-02')

const changeKeys = {
  organizationId: organizationId.required(),
  region: regionCode.required().description('服务地点的区域代码 / code of the region where it was done'),
  category: termId.required().description('服务类别编号 / service category'),
  day: isoDay
    .required()
    .description('服务日期，按月汇总填报时为当月最后一天 / the day; of a monthly report its last')
    .example('2026-02-10'),
  work: work.required(),
  referralId: recordId
    .description('对应的对接单编号 / the referral that it was done for')
    .example('r-01k8f3q2t8x7m4c9e2p0'),
  notes: Joi.string()
    .trim()
    .min(1)
    .max(2000)
    .description(
      '备注，不写姓名、电话等信息，识别到的会被隐去 / notes that name nobody; what does is masked',
    ),
}

export const serviceRecordDraft = Joi.object<ServiceRecordChange>(changeKeys)

export const serviceRecordRow = Joi.object<ServiceRecordRow>({
  ...changeKeys,
  externalId: externalId.required(),
})

export const correctionBody = Joi.object<{ record: ServiceRecordChange; reason: string }>({
  record: serviceRecordDraft.required().description('更正后的全部内容 / the whole as it should be'),
  reason: reason.required(),
})
export const reasonBody = Joi.object<{ reason: string }>({ reason: reason.required() })

const attachment = Joi.object({
  id: recordId.required(),
  name: Joi.string().required().description('文件名 / name of the file'),
  type: Joi.string()
    .valid(...attachmentTypes)
    .required(),
  size: Joi.number().integer().required().description('字节 / bytes'),
  digest: Joi.string().required().description('SHA-256'),
  addedAt: Joi.string().isoDate().required(),
  addedBy: Joi.string().required(),
})

export const serviceRecord = Joi.object({
  ...stampKeys,
  ...changeKeys,
  month: month.required(),
  externalId,
  attachments: Joi.array().items(attachment).required().description('附件 / files'),
}).id('ServiceRecord')

const fieldChange = Joi.object({ field: Joi.string().required(), from: Joi.any(), to: Joi.any() })
export const versionsAnswer = Joi.object({
  items: Joi.array()
    .items(
      Joi.object({
        number: Joi.number().integer().required().description('当时的版本 / the revision that it had'),
        state: serviceRecord.required(),
        action: Joi.string().valid('correct', 'attach', 'detach', 'remove').required(),
        replacedAt: Joi.string().isoDate().required(),
        replacedBy: Joi.string().required().description('由谁更改 / by whom'),
        reason: Joi.string().description('原因 / why'),
        changes: Joi.array().items(fieldChange).required().description('改动的字段 / what changed'),
      }),
    )
    .required(),
})

const placeKeys = {
  organization: several(organizationId).description('组织 / organisation'),
  region: regionCode.description('区域，含其下各级 / region, with everything in it'),
  category: termId.description('服务类别，含其下各级 / category, with everything under it'),
  kind: several(workKind).description('工作种类 / kind of work'),
}

export const serviceRecordFilters: Joi.PartialSchemaMap<ServiceRecordFilters> = {
  ...placeKeys,
  referral: recordId.description('对接单 / referral'),
  from: isoDay.description('服务日期起，含当日 / done on this day or later'),
  to: isoDay.description('服务日期止，含当日 / done on this day or earlier'),
}

export const totalsKeys = {
  ...placeKeys,
  by: Joi.array()
    .items(Joi.string().valid(...groupings))
    .single()
    .unique()
    .max(4)
    .default([])
    .description('分组；始终按工作种类分开 / grouped by; kinds of work are always apart')
    .example(['street']),
  from: month.required().description('月份起 / from this month on').example('2026-01'),
  to: month.required().description('月份止，含该月 / up to this month').example('2026-12'),
}

const kindTotal = {
  kind: workKind.required(),
  records: Joi.number().integer().required().description('记录条数 / how many records'),
  figures,
}
export const totalsAnswer = Joi.object({
  rows: Joi.array()
    .items(
      Joi.object({
        group: Joi.object(
          Object.fromEntries(groupings.map((name) => [name, Joi.string().allow(null)])),
        ).required(),
        ...kindTotal,
      }),
    )
    .required(),
  total: Joi.array().items(Joi.object(kindTotal)).required().description('合计 / over all rows'),
}).id('ServiceTotals')

export const closingBody = Joi.object<ClosingScope & { month: string }>({
  month: month.required(),
  organizationId,
  region: regionCode.description('街道或区的代码 / code of a street or the district'),
}).xor('organizationId', 'region')

export const closingFilters: Joi.PartialSchemaMap<MonthClosingFilters> = {
  month: several(month),
  state: several(Joi.string().valid('closed', 'reopened')),
  region: several(regionCode),
  organization: several(organizationId),
}

export const monthClosing = Joi.object({
  ...stampKeys,
  month: month.required(),
  organizationId,
  region: regionCode,
  state: Joi.string().valid('closed', 'reopened').required(),
  steps: Joi.array()
    .items(
      Joi.object({
        action: Joi.string().valid('close', 'reopen').required(),
        at: Joi.string().isoDate().required(),
        by: Joi.string().required(),
        reason: Joi.string(),
        totals: Joi.array()
          .items(Joi.object(kindTotal))
          .description('月结时的合计 / totals as it was closed'),
      }),
    )
    .required(),
}).id('MonthClosing')
