import type { Language, Text2 } from '../platform/http/route.js'
import { tableBytes } from '../platform/tables/index.js'
import type { JudgedSheet } from './import-model.js'

const line: Text2 = { zh: '原表行号', en: 'row in the original' }
const reasons: Text2 = { zh: '未导入的原因', en: 'why it was not imported' }

/** Headers that we write ourselves: a corrected sheet comes back with them. */
export const ownHeaders: ReadonlySet<string> = new Set([line, reasons].flatMap(({ zh, en }) => [zh, en]))

/**
 * The rows that are refused, with their reasons beside them, to be corrected and sent again.
 * @param told a problem in words, with the column that it is about
 */
export function refusedRows(
  { columns, rows }: JudgedSheet,
  language: Language,
  told: (problem: JudgedSheet['rows'][number]['problems'][number]) => string,
): Promise<Buffer> {
  // Keys by place: a header may be any text, also one of ours.
  const keyOf = (at: number): string => `c${at}`
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  return tableBytes(
    'xlsx',
    [
      ...columns.map((header, at) => ({ key: keyOf(at), header })),
      { key: 'reasons', header: reasons[language] },
      { key: 'line', header: line[language] },
    ],
    refused.map((row) => ({
      ...Object.fromEntries(columns.map((header, at) => [keyOf(at), row.cells[header]])),
      reasons: row.problems.map(told).join('；'),
      line: row.line,
    })),
  )
}
