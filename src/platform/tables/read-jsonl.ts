import { unreadable } from './bytes.js'
import type { TableRow } from './model.js'

const longestLine = 8 * 1024 * 1024
/** Joins a list into one cell; whoever reads lists from cells splits here, and a sentence bears it too. */
const joint = '；'

/** Rows from one JSON object a line; lists of texts and numbers become one text. Empty lines are passed over. */
export async function* readJsonl(path: string, text: AsyncIterable<string>): AsyncIterable<TableRow> {
  let isFirst = true
  for await (const { line, content } of linesOf(text)) {
    if (content === undefined) {
      yield { line, problem: { code: 'row.tooLong', params: { limit: longestLine } } }
    } else if (content.trim() !== '') {
      if (isFirst && content.trimStart().startsWith('[')) throw unreadable(path, 'table.jsonArray')
      yield rowOf(line, content)
    } else continue
    isFirst = false
  }
}

/** Lines with their numbers; one that is too long comes without its content. */
async function* linesOf(text: AsyncIterable<string>): AsyncIterable<{ line: number; content?: string }> {
  let line = 1
  let parts: string[] = []
  let size = 0
  const taken = () => {
    const content = size > longestLine ? undefined : parts.join('')
    parts = []
    size = 0
    return content === undefined ? { line: line++ } : { line: line++, content }
  }
  for await (const chunk of text) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      parts.push(chunk.slice(from, at))
      size += at - from
      from = at + 1
      yield taken()
    }
    size += chunk.length - from
    if (size <= longestLine) parts.push(chunk.slice(from))
  }
  if (size) yield taken()
}

function rowOf(line: number, content: string): TableRow {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return { line, problem: { code: 'row.notJson' } }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, problem: { code: 'row.notObject' } }
  }
  const cells: [string, string][] = []
  for (const [column, entry] of Object.entries(value)) {
    const cell = asCell(entry)
    if (cell === undefined) return { line, problem: { column, code: 'row.nested' } }
    if (cell.includes('\ufffd')) return { line, problem: { column, code: 'row.bytes' } }
    cells.push([column, cell.trim()])
  }
  return { line, cells: Object.fromEntries(cells) }
}

function asCell(value: unknown): string | undefined {
  if (value === null) return ''
  if (Array.isArray(value)) {
    const parts = value.map((part) => (Array.isArray(part) ? undefined : asCell(part)))
    return parts.includes(undefined) ? undefined : parts.filter(Boolean).join(joint)
  }
  return typeof value === 'object' ? undefined : String(value)
}
