import {
  type CellProblem,
  createHeaderReader,
  type HeaderNames,
  type HeaderReader,
  type RecognisedRow,
  type TableRow,
} from '../platform/tables/index.js'

/** A row with what every one needs: an id of its own, and something to read. */
export interface Entry<F extends string> {
  readonly line: number
  readonly id: string
  readonly title: string
  readonly text: string
  readonly fields: RecognisedRow<F>
}

export interface Rejected {
  readonly line: number
  readonly problem: CellProblem
}

/** Characters; what people write about one need or service is a hundredth of it. */
const longestText = 20_000

export interface Entries<F extends string> {
  readonly headers: HeaderReader<F>
  /** Entries and rejected rows in the order of the file. Ids are remembered, nothing else is. */
  read(rows: AsyncIterable<TableRow>): AsyncIterable<Entry<F> | Rejected>
}

/** Reads one file's rows as things with id, title and text; a title alone is the text too, and the reverse. */
export function createEntries<F extends string>(
  names: HeaderNames<F | 'id' | 'title' | 'text'>,
): Entries<F | 'id' | 'title' | 'text'> {
  type Field = F | 'id' | 'title' | 'text'
  const headers = createHeaderReader<Field>(names, ['text'])
  const lineOf = new Map<string, number>()

  function entryOf(line: number, fields: RecognisedRow<Field>): Entry<Field> | Rejected {
    const known: RecognisedRow<'id' | 'title' | 'text'> = fields
    const { id } = known
    if (!id) return { line, problem: { column: headers.headerOf('id'), code: 'row.noId' } }
    const before = lineOf.get(id)
    if (before !== undefined) {
      const params = { id, line: before }
      return { line, problem: { column: headers.headerOf('id'), code: 'row.sameId', params } }
    }
    const text = known.text ?? known.title
    if (!text) return { line, problem: { column: headers.headerOf('text'), code: 'row.noText' } }
    if (text.length > longestText) {
      const params = { limit: longestText }
      return { line, problem: { column: headers.headerOf('text'), code: 'row.tooMuchText', params } }
    }
    lineOf.set(id, line)
    return { line, id, title: known.title ?? text, text, fields }
  }

  return {
    headers,
    async *read(rows) {
      for await (const row of rows) {
        yield 'problem' in row ? row : entryOf(row.line, headers.read(row))
      }
    },
  }
}
