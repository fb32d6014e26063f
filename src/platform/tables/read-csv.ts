import { cellsOf, headersOf } from './cells.js'
import { csvRecords, longestRecord } from './csv-records.js'
import type { TableRow } from './model.js'

const beginningSize = 64 * 1024

/**
 * Rows of a CSV; cells are parted by commas, semicolons or tabs, whichever the first line has most of.
 * @throws Invalid `table.wide`, naming the path
 */
export async function* readCsv(path: string, text: AsyncIterable<string>): AsyncIterable<TableRow> {
  const [beginning, all] = await withBeginning(text)
  let headers: string[] | undefined
  for await (const record of csvRecords(all, likeliestDelimiter(beginning))) {
    const { line } = record
    if ('problem' in record) {
      const params = record.problem === 'row.tooLong' ? { params: { limit: longestRecord } } : {}
      yield { line, problem: { code: record.problem, ...params } }
    } else if (record.cells.some((cell) => cell.trim() !== '')) {
      if (headers) yield cellsOf(line, headers, record.cells.map(withoutGuard))
      else headers = headersOf(path, record.cells)
    }
  }
}

/** Undoes what the writer does to cells that Excel would run. */
function withoutGuard(cell: string): string {
  return /^'+[=+\-@\t]/.test(cell) ? cell.slice(1) : cell
}

async function withBeginning(text: AsyncIterable<string>): Promise<[string, AsyncIterable<string>]> {
  const chunks = text[Symbol.asyncIterator]()
  let beginning = ''
  while (beginning.length < beginningSize) {
    const next = await chunks.next()
    if (next.done) break
    beginning += next.value
  }
  const all = async function* () {
    if (beginning) yield beginning
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  return [beginning, all()]
}

/** Of comma, semicolon and tab the one that the first line that is not empty has most of, outside quotation marks. */
function likeliestDelimiter(beginning: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let quoted = false
  for (const character of beginning.replace(/^\s*\n/, '')) {
    if (character === '"') quoted = !quoted
    else if (character === '\n' && !quoted) break
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? ','
}
