export { defineCollection } from './collection.js'
export { migrations } from './migrations.js'
export { cursorAfter } from './paths.js'
export type {
  Collection,
  Condition,
  Cursor,
  DocumentStore,
  Filter,
  FindOptions,
  RawDocument,
  Scalar,
  Sort,
  Stored,
  Writer,
} from './port.js'
export { copySqlite } from './sqlite-copy.js'
export type { CollectionDigest } from './sqlite-digest.js'
export { restoreSqlite } from './sqlite-restore.js'
export { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from './sqlite-store.js'
