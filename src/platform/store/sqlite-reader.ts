import type { Collection, Filter, FindOptions, Path, RawDocument, Reader, Stored, TallyRow } from './port.js'
import { checkedIds, inOrderOf } from './query-checks.js'
import type { Connection, SqlRow } from './sqlite-connection.js'
import { compileFilter } from './sqlite-filter.js'
import { pageStatements, tally } from './sqlite-query.js'
import { placeholders } from './sqlite-rows.js'

/** Reads through the connection that `connection()` gives, which throws when reading is over. */
export class SqliteReader implements Reader {
  protected readonly connection: () => Connection

  constructor(connection: () => Connection) {
    this.connection = connection
  }

  async get<T extends Stored>(collection: Collection<T>, id: string): Promise<T | undefined> {
    const row = this.connection().get(`SELECT doc FROM "${collection.name}" WHERE id = ?`, id)
    return row && document<T>(row)
  }

  async getRaw<T extends Stored>(collection: Collection<T>, id: string): Promise<RawDocument | undefined> {
    const row = this.connection().get(`SELECT revision, doc FROM "${collection.name}" WHERE id = ?`, id)
    return row && { revision: Number(row[0]), json: String(row[1]) }
  }

  async getMany<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<T[]> {
    const { sql, values } = placeholders(checkedIds(ids))
    const db = this.connection()
    // An empty list would make the engine walk the whole table.
    if (!ids.length) return []
    const rows = db.all(`SELECT doc FROM "${collection.name}" WHERE id IN (${sql})`, values)
    return inOrderOf(
      ids,
      rows.map((row) => document<T>(row)),
    )
  }

  async find<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    options: FindOptions = {},
  ): Promise<T[]> {
    const db = this.connection()
    const { limit = 100 } = options
    const rows: SqlRow[] = []
    for (const { text, values } of pageStatements(collection, filter, options)) {
      if (rows.length < limit) rows.push(...db.all(text, [...values, limit - rows.length]))
    }
    return rows.map((row) => document<T>(row))
  }

  async count<T extends Stored>(collection: Collection<T>, filter: Filter): Promise<number> {
    const { text, values } = compileFilter(collection, filter)
    const row = this.connection().get(`SELECT count(*) FROM "${collection.name}" WHERE ${text}`, ...values)
    return Number(row?.[0])
  }

  async tally<T extends Stored>(
    collection: Collection<T>,
    filter: Filter,
    groupBy: readonly Path[],
    sums: readonly Path[] = [],
  ): Promise<TallyRow[]> {
    return tally(this.connection(), collection, filter, groupBy, sums)
  }
}

/** The first column holds what was stored as a T. */
function document<T extends Stored>(row: SqlRow): T {
  return JSON.parse(String(row[0]))
}
