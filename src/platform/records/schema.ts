import Joi from 'joi'

/** A key of a record's schema is described once, in both languages, for people who read the API's document. */
export const recordId = Joi.string()
  .pattern(/^[a-z]{1,2}-[0-9a-z-]{1,60}$/)
  .description('编号 / id')
  .example('n-01k8f3q2t8x7m4c9e2p0')

export const idParams = Joi.object<{ id: string }>({ id: recordId.required() })

/** A day of the calendar; joi's own dates would take any text that JavaScript can read as a date. */
export const isoDay = Joi.string()
  .pattern(/^\d{4}-\d{2}-\d{2}$/)
  .custom((day: string, helpers) => (isDay(day) ? day : helpers.error('string.isoDate')))

function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate() && month >= 1 && month <= 12
}

/** What the service adds to every record. */
export const stampKeys = {
  id: recordId.required(),
  revision: Joi.number()
    .integer()
    .min(1)
    .required()
    .description('版本，每次修改加一 / grows with every change'),
  createdAt: Joi.string().isoDate().required().description('建立时间 / when it was made'),
  createdBy: Joi.string().required().description('建立人 / who made it'),
  updatedAt: Joi.string().isoDate().required().description('最后修改时间 / when it was last changed'),
  updatedBy: Joi.string().required().description('最后修改人 / who changed it last'),
}

export const externalId = Joi.string()
  .trim()
  .max(100)
  .description(
    '来源系统中的编号，重复导入时据此认出同一条 / its id where it comes from; an import knows it by this',
  )
  .example('LG-2026-0001')

export const regionCode = Joi.string()
  .pattern(/^\d{12}$/)
  .description('12 位区划代码 / official 12-digit region code')
  .example('440307003000')

/** One or several values of a filter, any of which may hold. */
export function several<T>(value: Joi.Schema<T>): Joi.ArraySchema<T[]> {
  return Joi.array().items(value).single().min(1).max(50)
}

/** Why something is done; kept in the audit trail, so it must not name a beneficiary. */
export const reason = Joi.string()
  .trim()
  .min(2)
  .max(500)
  .description('原因，请勿写入服务对象的姓名等信息 / why; must not identify a beneficiary')
