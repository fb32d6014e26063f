/** Characters in one record: a text of 1 MB passes, a quotation mark that is never closed does not fill the memory. */
export const longestRecord = 8 * 1024 * 1024

/** One record with the line it begins in; without its cells, `problem` says why there are none. */
export type CsvRecord =
  | { readonly line: number; readonly cells: string[] }
  | { readonly line: number; readonly problem: 'row.quote' | 'row.afterQuote' | 'row.tooLong' }

type Cut = { readonly cells: string[]; readonly end: number } | 'malformed' | 'unfinished'

/**
 * Cuts text whose lines end in \n into records by RFC 4180. Where quotation marks do not fit, only the line they begin
 * in is given up and the next one is read as a new record: csv-parse, which we use for our own small files, loses
 * everything behind such a line.
 */
export async function* csvRecords(text: AsyncIterable<string>, delimiter: string): AsyncIterable<CsvRecord> {
  let rest = ''
  let line = 1
  let triedLength = 0
  for await (const chunk of text) {
    rest += chunk
    // A record that did not end is looked at again when twice as much is there: each chunk anew would be quadratic.
    if (rest.length < 2 * triedLength && rest.length <= longestRecord) continue
    const { records, consumed, nextLine } = cutAll(rest, line, delimiter, false)
    yield* records
    rest = rest.slice(consumed)
    triedLength = rest.length
    line = nextLine
  }
  if (rest) yield* cutAll(rest.endsWith('\n') ? rest : `${rest}\n`, line, delimiter, true).records
}

function cutAll(buffer: string, firstLine: number, delimiter: string, isLast: boolean) {
  const records: CsvRecord[] = []
  let line = firstLine
  let at = 0
  while (at < buffer.length) {
    const cut = cutOne(buffer, at, delimiter)
    if (typeof cut === 'object') {
      records.push({ line, cells: cut.cells })
      line += newlines(buffer, at, cut.end)
      at = cut.end
      continue
    }
    const isTooLong = buffer.length - at > longestRecord
    if (cut === 'unfinished' && !isLast && !isTooLong) break
    const end = buffer.indexOf('\n', at)
    records.push({
      line,
      problem: cut === 'malformed' ? 'row.afterQuote' : end < 0 ? 'row.tooLong' : 'row.quote',
    })
    at = end < 0 ? buffer.length : end + 1
    // Of a line that is too long the rest is still to come: it goes on as a record of the same line, and is refused.
    line += end < 0 ? 0 : 1
  }
  return { records, consumed: at, nextLine: line }
}

/** The record that begins at `from`, if it ends within the buffer. */
function cutOne(buffer: string, from: number, delimiter: string): Cut {
  const cells: string[] = []
  for (let at = from; ; ) {
    const cell = buffer[at] === '"' ? quotedCell(buffer, at) : plainCell(buffer, at, delimiter)
    if (cell.end >= buffer.length) return 'unfinished'
    cells.push(cell.text)
    const next = buffer[cell.end]
    if (next === '\n') return { cells, end: cell.end + 1 }
    if (next !== delimiter) return 'malformed'
    at = cell.end + 1
  }
}

/** A cell and the place of the character after it. */
interface CutCell {
  readonly text: string
  readonly end: number
}

function plainCell(buffer: string, from: number, delimiter: string): CutCell {
  let end = from
  while (end < buffer.length && buffer[end] !== delimiter && buffer[end] !== '\n') end++
  return { text: buffer.slice(from, end), end }
}

function quotedCell(buffer: string, from: number): CutCell {
  let close = buffer.indexOf('"', from + 1)
  while (close >= 0 && buffer[close + 1] === '"') close = buffer.indexOf('"', close + 2)
  if (close < 0) return { text: '', end: buffer.length }
  let end = close + 1
  while (buffer[end] === ' ') end++
  return { text: buffer.slice(from + 1, close).replaceAll('""', '"'), end }
}

function newlines(buffer: string, from: number, to: number): number {
  let count = 0
  for (let at = buffer.indexOf('\n', from); at >= 0 && at < to; at = buffer.indexOf('\n', at + 1)) count++
  return count
}
