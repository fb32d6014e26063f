import Joi from 'joi'
import { type PageQuery, pageQuery } from '../http/paging.js'
import { recordId } from '../records/index.js'
import type { LetterFilters } from './dead-letters.js'

const letter = Joi.string()
  .pattern(/^d-[0-9a-z-]{1,90}$/)
  .description('死信编号 / id of a dead letter')
  .example('d-search-n-01k8f3q2t8x7m4c9e2p0')

const view = Joi.string()
  .valid('search', 'matching')
  .description('不接受它的一方：搜索或匹配 / who refuses it: search or matching')

export const letterParams = Joi.object<{ id: string }>({ id: letter.required() })

/** @param kinds names of the kinds of records */
export function letterQuery(kinds: readonly string[]) {
  return Joi.object<PageQuery & LetterFilters>({
    ...pageQuery,
    view,
    kind: Joi.string()
      .valid(...kinds)
      .description('记录种类 / kind of record'),
  })
}

export const letterRecord = Joi.object({
  id: letter.required(),
  revision: Joi.number().integer().min(1).required(),
  view: view.required(),
  kind: Joi.string().required().description('记录种类 / kind of record'),
  subject: recordId.required().description('记录编号 / id of the record'),
  error: Joi.string().required().description('错误类型 / class of the error').example('MeilisearchApiError'),
  code: Joi.string().description('错误代码 / code of the error').example('invalid_document_fields'),
  attempts: Joi.number().integer().min(1).required().description('尝试次数 / how often it was tried'),
  at: Joi.string().isoDate().required().description('最后一次尝试的时间 / when it was tried last'),
}).id('DeadLetter')
