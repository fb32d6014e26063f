import { normalize } from '../text/index.js'
import type { Row } from './model.js'

/** For each field the headers it goes by, as people write them. */
export type HeaderNames<F extends string> = Readonly<Record<F, readonly string[]>>

/** A row by field: cells that are empty are left out. */
export type RecognisedRow<F extends string> = Readonly<Partial<Record<F, string>>>

/** Reads rows of one file by what their headers mean. */
export interface HeaderReader<F extends string> {
  read(row: Row): RecognisedRow<F>
  /** The header of the cell that counts for a field in a row; undefined where none does. */
  headerIn(row: Row, field: string): string | undefined
  /** The header under which a field of this file was found; undefined when it was not. */
  foundAs(field: string): string | undefined
  /** The same, or else the field's own name. */
  headerOf(field: string): string
  /** Headers seen so far that mean a field, in the order they were met. */
  readonly recognised: readonly string[]
  /** Headers seen so far that mean nothing here, in the order they were met; at most 50. */
  readonly unrecognised: readonly string[]
}

const mostReported = 50

/** Compares headers: 服务对象（必填）, `Target Groups *`, target_groups and ＴＡＲＧＥＴ groups: each as it is meant. */
export function headerKey(header: string): string {
  return normalize(header)
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Finds out what headers mean, once per header and file. Where several headers mean one field, the first that is
 * filled counts; the fields in `joined` take all, one below the other.
 * @throws RangeError when one name stands for two fields
 */
export function createHeaderReader<F extends string>(
  names: HeaderNames<F>,
  joined: readonly F[] = [],
): HeaderReader<F> {
  const fieldByKey = new Map<string, F>()
  for (const field of Object.keys(names) as F[]) {
    for (const name of [field, ...names[field]]) {
      const key = headerKey(name)
      if ((fieldByKey.get(key) ?? field) !== field)
        throw new RangeError(`header ${name} stands for two fields`)
      fieldByKey.set(key, field)
    }
  }
  const fieldByHeader = new Map<string, F | undefined>()
  const headerByField = new Map<string, string>()
  const unrecognised: string[] = []

  function fieldOf(header: string): F | undefined {
    if (fieldByHeader.has(header)) return fieldByHeader.get(header)
    const field = fieldByKey.get(headerKey(header))
    // JSONL may bring ever new keys: they must not fill the memory.
    if (fieldByHeader.size < 10_000) fieldByHeader.set(header, field)
    if (field === undefined) {
      if (unrecognised.length < mostReported) unrecognised.push(header)
    } else if (!headerByField.has(field)) headerByField.set(field, header)
    return field
  }

  return {
    get recognised() {
      return Array.from(fieldByHeader).flatMap(([header, field]) => (field === undefined ? [] : header))
    },
    unrecognised,
    headerIn: ({ cells }, field) =>
      Object.keys(cells).find((header) => cells[header] !== '' && fieldOf(header) === field),
    foundAs: (field) => headerByField.get(field),
    headerOf: (field) => headerByField.get(field) ?? field,
    read({ cells }) {
      const row: Partial<Record<F, string>> = {}
      for (const [header, cell] of Object.entries(cells)) {
        const field = fieldOf(header)
        if (field === undefined || cell === '') continue
        const before = row[field]
        if (before === undefined) row[field] = cell
        else if (joined.includes(field) && before !== cell) row[field] = `${before}\n${cell}`
      }
      return row
    },
  }
}
