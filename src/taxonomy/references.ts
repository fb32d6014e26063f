import type { FieldError } from '../platform/errors.js'
import type { Tree } from './model.js'

const none: readonly FieldError[] = []

/**
 * The present ids of the terms that an input names, each once, and what is wrong with the rest.
 * The same list when nothing is to be changed.
 * @param field where they stand, e.g. `categories`; an error names the place in it
 * @param code of the error, e.g. `category.unknown`
 */
export function resolveTerms(
  tree: Tree,
  field: string,
  ids: readonly string[],
  code: string,
): { ids: readonly string[]; errors: readonly FieldError[] } {
  // Nearly always there is nothing to do, and an import asks a hundred thousand times.
  if (ids.every((id, at) => tree.resolve(id) === id && ids.indexOf(id) === at)) return { ids, errors: none }
  const resolved = ids.map((id) => tree.resolve(id))
  const errors = resolved.flatMap((id, at) => (id === undefined ? [{ field: `${field}[${at}]`, code }] : []))
  return { ids: [...new Set(resolved.filter((id) => id !== undefined))], errors }
}

/** What is wrong with the one term that an input names in `field`; nothing when it names none. */
export function unknownTerm(tree: Tree, field: string, id: string | undefined, code: string): FieldError[] {
  return id === undefined || tree.has(id) ? [] : [{ field, code }]
}
