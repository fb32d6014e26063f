import type { MessageTable } from '../platform/http/messages.js'

/** Texts of what is wrong with rows and cells of a spreadsheet, by code. */
export const spreadsheetMessages = {
  'row.noId': { zh: '没有编号', en: 'has no id' },
  'row.sameId': { zh: '编号 {id} 在第 {line} 行已出现', en: 'repeats the id {id} of line {line}' },
  'row.ownId': {
    zh: '{id} 是在本系统录入的记录，不能用导入修改',
    en: '{id} was entered here and not imported: an import does not change it',
  },
  'row.repeated': {
    zh: '与第 {line} 行完全相同；若确是两件事，请写上不同的编号',
    en: 'says the same as row {line}; if both are meant, give them different ids',
  },
  'row.crisis': {
    zh: '有危险信号（{words}），导入后列为危机并通知值班人员；请先拨打 110 或 120',
    en: 'tells of danger ({words}): it becomes a crisis, and staff on duty hear of it; call 110 or 120 first',
  },
  'row.check': {
    zh: '可能是危机，请先核实',
    en: 'may tell of a crisis: look into it first',
  },
  'row.hidden': {
    zh: '含 {count} 处个人信息，导入时会自动隐藏',
    en: 'tells who somebody is in {count} places, which will be hidden',
  },
  'row.alike': {
    zh: '与已登记的“{title}”相似 {percent}%，请确认不是重复',
    en: 'is {percent}% like “{title}”, which is entered already: make sure that it is another',
  },
  'row.alikeRow': {
    zh: '与第 {line} 行相似 {percent}%，请确认不是重复',
    en: 'is {percent}% like row {line}: make sure that it is another',
  },
  'row.alikeRecord': {
    zh: '当天在同一地点已有同一类别、同一种类的记录，请确认不是重复',
    en: 'is of a day, place, category and kind of work of which there is a record: make sure that it is another',
  },
  'cell.entered': {
    zh: '“{value}”已在本系统，不会再导入；要改请在记录上更正',
    en: '“{value}” is here already and is not entered again; correct the record itself',
  },
  'cell.otherKind': { zh: '该种类的工作不填这一列', en: 'is not counted for this kind of work' },
  'cell.unknown': { zh: '不认识“{value}”', en: '“{value}” is not known' },
  'cell.number': { zh: '“{value}”不是数字', en: '“{value}” is not a number' },
  'cell.day': { zh: '“{value}”不是日期，例如 2026-03-01', en: '“{value}” is not a date such as 2026-03-01' },
  'cell.ages': {
    zh: '“{value}”不是年龄范围，例如 60-75、60岁以上',
    en: '“{value}” is not a span of ages such as 60-75 or 60+',
  },
} as const satisfies MessageTable
