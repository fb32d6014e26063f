/** Texts of the problems a table can have, by code; in the form of the HTTP message catalogue. */
export const tableMessages = {
  'table.missing': { zh: '文件不存在', en: 'there is no such file' },
  'table.forbidden': { zh: '没有权限读取', en: 'may not be read' },
  'table.folder': { zh: '这是文件夹，不是文件', en: 'is a folder, not a file' },
  'table.unreadable': { zh: '无法读取：{cause}', en: 'cannot be read: {cause}' },
  'table.unwritable': { zh: '无法写入：{cause}', en: 'cannot be written: {cause}' },
  'table.empty': { zh: '文件是空的', en: 'is empty' },
  'table.oldExcel': {
    zh: '这是旧版 .xls 或有密码的工作簿，请另存为不带密码的 .xlsx 或 CSV',
    en: 'is an old .xls or a workbook with a password: save it as .xlsx without one, or as CSV',
  },
  'table.damaged': {
    zh: '不是完整的 .xlsx 工作簿，可能已损坏',
    en: 'is not a whole .xlsx workbook; it may be damaged',
  },
  'table.unpacked': {
    zh: '解开后过大，请删去多余的行、格式和工作表后再试',
    en: 'is too large once unpacked: delete rows, formats and sheets that nobody needs',
  },
  'table.wide': { zh: '超过 {limit} 列', en: 'has more than {limit} columns' },
  'table.long': {
    zh: '超过 {limit} 行，请分成几个文件',
    en: 'has more than {limit} rows: make several files of it',
  },
  'table.jsonArray': {
    zh: '这是一个 JSON 数组；JSONL 应是每行一个对象',
    en: 'is a JSON array; JSONL has one object on each line',
  },
  'table.cellTooLong': {
    zh: '内容超过 Excel 单元格上限 {limit} 字，请改用 CSV 或 JSONL',
    en: 'is longer than the {limit} characters an Excel cell holds: write CSV or JSONL instead',
  },
  'row.quote': {
    zh: '这一行的引号没有结束',
    en: 'opens a quotation mark that is never closed',
  },
  'row.afterQuote': {
    zh: '引号结束后还有内容；单元格内的引号要写两次',
    en: 'goes on after a closing quotation mark; one inside a cell is written twice',
  },
  'row.tooLong': { zh: '这一行超过 {limit} 个字符', en: 'is longer than {limit} characters' },
  'row.extraCells': {
    zh: '有 {found} 格，表头只有 {expected} 列；含逗号的内容要加引号',
    en: 'has {found} cells under {expected} headers; put text that holds commas in quotation marks',
  },
  'row.bytes': {
    zh: '含有无法识别的字符（编码错误）',
    en: 'holds bytes that are no characters (wrong encoding)',
  },
  'row.notJson': { zh: '不是有效的 JSON', en: 'is not valid JSON' },
  'row.notObject': { zh: '每行应是一个 JSON 对象', en: 'must be a JSON object' },
  'row.nested': {
    zh: '应是文字、数字或文字列表，不能嵌套',
    en: 'must be a text, a number or a list of them, not nested',
  },
  'row.formula': { zh: '公式出错：{value}', en: 'is a formula that failed: {value}' },
} as const
