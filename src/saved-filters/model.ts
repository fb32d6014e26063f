import type { FieldError } from '../platform/errors.js'
import { mask } from '../privacy/index.js'

/** The lists of the pages whose filters can be saved. */
export const filteredLists = [
  'needs',
  'requests',
  'offerings',
  'service-records',
  'month-sheet',
  'desk',
  'map',
  'gaps',
  'indicators',
  'inbox',
] as const
export type FilteredList = (typeof filteredLists)[number]

/** So many an account keeps of one list. */
export const mostSaved = 20

/** Filters of a list under a name of somebody's own. */
export interface SavedFilter {
  readonly name: string
  /** As they stand in the address, without the question mark: `state=open&urgency=crisis`. */
  readonly query: string
  /** The list begins with these when it is opened without any; one at most. */
  readonly isDefault?: true
}

/** Filters are kept in the clear, and nobody is found by a name or a number anyway. */
export function savedFilterErrors(items: readonly SavedFilter[]): FieldError[] {
  return items.flatMap(({ name, query }, at) => {
    const said = { name, query: [...new URLSearchParams(query).values()].join('\n') }
    return Object.entries(said).flatMap(([field, text]) =>
      mask(text).hidden.length ? [{ field: `items[${at}].${field}`, code: 'filter.personal' }] : [],
    )
  })
}
