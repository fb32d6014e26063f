import Joi from 'joi'
import { recordId } from '../platform/records/index.js'
import { withRefused } from './sheet-import.js'

const line = Joi.number()
  .integer()
  .min(1)
  .required()
  .description('表中的行号，同 Excel / row in the file, as Excel numbers it')
const count = Joi.number().integer().min(0).required()
const problem = {
  column: Joi.string().description(
    '列名；不属于某一格时没有 / header; missing where no single cell is to blame',
  ),
  code: Joi.string().required().description('代码 / code'),
  message: Joi.string().required().description('说明 / in words'),
}
const headers = Joi.array().items(Joi.string()).required()

const row = Joi.object({
  line,
  outcome: Joi.string()
    .valid('new', 'known', 'refused')
    .required()
    .description('new 将新增，known 以前已导入、保持不变，refused 有错、不能导入 / what becomes of it'),
  id: recordId.description('已导入的记录 / the record, where it is known'),
  cells: Joi.object()
    .pattern(Joi.string(), Joi.string())
    .required()
    .description('各列的内容，空的没有 / what its cells hold, by header; empty ones are left out'),
  problems: Joi.array().items(Joi.object(problem)).required().description('错误 / what is wrong'),
  warnings: Joi.array()
    .items(
      Joi.object({ ...problem, need: recordId.description('可能与之重复的需求 / the need it may repeat') }),
    )
    .required()
    .description('请留意 / what to look at'),
})
const rows = Joi.array().items(row).required()

export const previewAnswer = Joi.object({
  columns: headers.description(
    '认得的列，依文件顺序；其后是缺少的列 / headers that mean something, then those that are missing',
  ),
  ignored: headers.description('不认得、已忽略的列 / headers that mean nothing'),
  counts: Joi.object({ rows: count, new: count, known: count, refused: count }).required(),
  rows,
}).id('SheetPreview')

export const importQuery = Joi.object<{ refused: (typeof withRefused)[number] }>({
  refused: Joi.string()
    .valid(...withRefused)
    .default('stop')
    .description(
      '有错行时：stop 全部不导入，skip 只导入没有错的行 / where rows are refused: import nothing, or the others',
    )
    .example('stop'),
})
