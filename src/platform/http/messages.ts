import type { Text2 } from './route.js'

/** Texts by code: of field errors, and of kinds of records under `kind.<name>`. */
export type Messages = ReadonlyMap<string, Text2>

/** What a feature adds: `{ 'region.unknown': { zh: '…{value}…', en: '…' }, 'kind.need': { zh: '需求', en: 'need' } }`. */
export type MessageTable = Readonly<Record<string, Text2>>

const text = (zh: string, en: string): Text2 => ({ zh, en })

/**
 * Field errors that the platform knows. The codes are joi's own names of its rules, which keeps them stable and
 * guessable; `{limit}` and the like are filled in.
 */
const general: MessageTable = {
  'any.invalid': text('内容有误', 'is not valid'),
  'any.required': text('必填', 'is required'),
  'any.only': text('只能是：{valids}', 'must be one of: {valids}'),
  'any.ref': text('与另一字段不符', 'does not fit another field'),
  'any.unknown': text('没有这个字段', 'is not a known field'),
  'object.base': text('应是一个对象', 'must be an object'),
  'object.unknown': text('没有这个字段', 'is not a known field'),
  'object.min': text('至少要有 {limit} 个字段', 'must have at least {limit} fields'),
  'object.max': text('最多 {limit} 个字段', 'must have at most {limit} fields'),
  'object.and': text('{missing} 也要填写', 'needs {missing} too'),
  'object.with': text('填写它时，{peer} 也要填写', 'needs {peer} beside it'),
  'object.without': text('填写它时，不能填写 {peer}', 'excludes {peer}'),
  'object.missing': text('{peers} 中至少填一项', 'needs at least one of {peers}'),
  'object.xor': text('{peers} 中只能填一项', 'takes only one of {peers}'),
  'object.oxor': text('{peers} 中最多填一项', 'takes at most one of {peers}'),
  'object.nand': text('这些字段不能同时填写', 'holds fields that exclude each other'),
  'array.base': text('应是一个列表', 'must be a list'),
  'array.min': text('至少 {limit} 项', 'must have at least {limit} items'),
  'array.max': text('最多 {limit} 项', 'must have at most {limit} items'),
  'array.length': text('应有 {limit} 项', 'must have {limit} items'),
  'array.unique': text('与前面的一项重复', 'repeats an earlier item'),
  'array.sparse': text('不能有空项', 'must not hold empty items'),
  'string.base': text('应是文字', 'must be a text'),
  'string.empty': text('不能为空', 'must not be empty'),
  'string.min': text('至少 {limit} 个字', 'must have at least {limit} characters'),
  'string.max': text('最多 {limit} 个字', 'must have at most {limit} characters'),
  'string.length': text('应为 {limit} 个字', 'must have {limit} characters'),
  'string.pattern.base': text('格式不对', 'does not have the right form'),
  'string.pattern.name': text('格式不对：{name}', 'does not have the right form: {name}'),
  'string.trim': text('前后不能有空格', 'must not begin or end with spaces'),
  'string.email': text('应是电子邮箱地址', 'must be an e-mail address'),
  'string.uri': text('应是网址', 'must be a URL'),
  'string.isoDate': text('应是日期，例如 2026-03-01', 'must be a date such as 2026-03-01'),
  'string.alphanum': text('只能用字母和数字', 'may hold letters and digits only'),
  'number.base': text('应是数字', 'must be a number'),
  'number.integer': text('应是整数', 'must be a whole number'),
  'number.min': text('不能小于 {limit}', 'must be {limit} or more'),
  'number.max': text('不能大于 {limit}', 'must be {limit} or less'),
  'number.greater': text('应大于 {limit}', 'must be more than {limit}'),
  'number.less': text('应小于 {limit}', 'must be less than {limit}'),
  'number.positive': text('应大于 0', 'must be more than 0'),
  'number.multiple': text('应是 {multiple} 的倍数', 'must be a multiple of {multiple}'),
  'number.precision': text('小数最多 {limit} 位', 'may have {limit} decimal places'),
  'number.unsafe': text('数字过大', 'is too large a number'),
  'number.infinity': text('数字过大', 'is too large a number'),
  'boolean.base': text('应是 true 或 false', 'must be true or false'),
  'date.base': text('应是日期', 'must be a date'),
  'date.format': text('应是日期，例如 2026-03-01', 'must be a date such as 2026-03-01'),
  'alternatives.match': text('内容有误', 'has none of the forms allowed'),
  'alternatives.types': text('类型不对', 'is of the wrong type'),
  'page.after': text(
    '翻页标记无效，请从第一页重新开始',
    'is not a page token of this list; begin at the first page',
  ),
  'key.taken': text('已被使用', 'is in use already'),
}

/** The platform's texts and those of the features. @throws RangeError when two define the same code differently */
export function messagesOf(tables: readonly MessageTable[] = []): Messages {
  const all = new Map(Object.entries(general))
  for (const [code, value] of tables.flatMap((table) => Object.entries(table))) {
    const before = all.get(code)
    if (before && (before.zh !== value.zh || before.en !== value.en))
      throw new RangeError(`message ${code} twice`)
    all.set(code, value)
  }
  return all
}

/** Puts values in the place of `{name}`; a name without a value stays as it is. */
export function filled(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  )
}
