import { valuesAt } from './paths.js'
import type { Collection, Path, Stored } from './port.js'

/**
 * A document as MongoDB keeps it: `id` is `_id`, and what the adapter adds for itself begins with `_` too, which no
 * declared field does.
 */
export interface Kept {
  readonly _id: string
  readonly revision: number
  /** Written anew by whoever locks the document, so that two transactions that need it as it is meet. */
  readonly _lock?: string
  /**
   * The instant that an `expires` index watches, as a BSON date, which is all that MongoDB expires. It stands beside the
   * text and not in its place: filters, cursors and readers go on with the very text that was written.
   */
  readonly _expires?: Date
}

export function toKept(collection: Collection<Stored>, document: Stored): Kept {
  const { id, ...rest } = document
  const expires = expiresAt(collection, document)
  return { _id: id, ...rest, ...(expires ? { _expires: expires } : {}) }
}

function expiresAt(collection: Collection<Stored>, document: Stored): Date | undefined {
  const path = expiryPath(collection)
  const [instant] = path ? valuesAt(document, path) : []
  return typeof instant === 'string' ? new Date(instant) : undefined
}

/** The path whose instant ends a document's life, where a collection has one. */
export function expiryPath({ indexes }: Collection<Stored>): Path | undefined {
  return indexes.find(({ expires }) => expires)?.fields[0]
}

/** The document as it was written, `id` first; whoever declared the collection says that it is a T. */
export function fromKept<T extends Stored>(kept: Kept): T {
  const document: Record<string, unknown> = { id: kept._id }
  for (const field in kept)
    if (field.charCodeAt(0) !== underscore) document[field] = kept[field as keyof Kept]
  return document as unknown as T
}

const underscore = '_'.charCodeAt(0)

/** A port's path as MongoDB has it. */
export function fieldOf(path: Path): string {
  return path === 'id' ? '_id' : path
}
