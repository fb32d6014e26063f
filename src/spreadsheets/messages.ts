import type { MessageTable } from '../platform/http/messages.js'

/** Texts of what is wrong with rows and cells of a spreadsheet, by code. */
export const spreadsheetMessages = {
  'row.noId': { zh: '没有编号', en: 'has no id' },
  'row.sameId': { zh: '编号 {id} 在第 {line} 行已出现', en: 'repeats the id {id} of line {line}' },
  'row.ownId': {
    zh: '{id} 是在本系统录入的记录，不能用导入修改',
    en: '{id} was entered here and not imported: an import does not change it',
  },
  'cell.unknown': { zh: '不认识“{value}”', en: '“{value}” is not known' },
  'cell.number': { zh: '“{value}”不是数字', en: '“{value}” is not a number' },
  'cell.day': { zh: '“{value}”不是日期，例如 2026-03-01', en: '“{value}” is not a date such as 2026-03-01' },
  'cell.ages': {
    zh: '“{value}”不是年龄范围，例如 60-75、60岁以上',
    en: '“{value}” is not a span of ages such as 60-75 or 60+',
  },
} as const satisfies MessageTable
