export { defineCollection } from './collection.js'
export { copyStates, copyStore, type StoreCopy } from './copy-store.js'
export { migrations } from './migrations.js'
export { holdsData, openStore } from './open-store.js'
export { cursorAfter } from './paths.js'
export type {
  Collection,
  Condition,
  Cursor,
  DocumentStore,
  Filter,
  FindOptions,
  RawDocument,
  Reader,
  Scalar,
  Sort,
  Stored,
  Transaction,
  Writer,
} from './port.js'
export { createPrivateFile } from './private-file.js'
export type { Shape } from './shape.js'
export type { SlowLog } from './slow-log.js'
export { copySqlite } from './sqlite-copy.js'
export type { CollectionDigest } from './sqlite-digest.js'
export { restoreSqlite } from './sqlite-restore.js'
export { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from './sqlite-store.js'
