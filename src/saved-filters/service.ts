import type { Actor } from '../platform/actor.js'
import { Conflict, Invalid } from '../platform/errors.js'
import type { DocumentStore } from '../platform/store/index.js'
import { type SavedFilters, savedFilters } from './collection.js'
import { type FilteredList, type SavedFilter, savedFilterErrors } from './model.js'

/** The use cases around one's own saved filters; those of anybody else are not there. */
export interface FilterKeeper {
  /** At revision 0, and empty, where nothing was saved. */
  get(list: FilteredList, actor: Actor): Promise<SavedFilters>
  /**
   * Puts these in the place of all that were saved of the list.
   * @throws Conflict `revision.stale` when another window was first; Invalid where a name or a number of a person stands in one
   */
  put(
    list: FilteredList,
    revision: number,
    items: readonly SavedFilter[],
    actor: Actor,
  ): Promise<SavedFilters>
}

export function createFilterKeeper(store: DocumentStore): FilterKeeper {
  const idOf = ({ id }: Actor, list: FilteredList): string => `${id}:${list}`
  return {
    async get(list, actor) {
      const id = idOf(actor, list)
      return (await store.get(savedFilters, id)) ?? { id, revision: 0, items: [] }
    },
    async put(list, revision, items, actor) {
      const errors = savedFilterErrors(items)
      if (errors.length) throw new Invalid(errors)
      const id = idOf(actor, list)
      return store.transaction(async (tx) => {
        const before = await tx.get(savedFilters, id)
        if ((before?.revision ?? 0) !== revision)
          throw new Conflict('revision.stale', `saved filters of ${list}`)
        const after = { id, revision: 1, items }
        if (before) return tx.replace(savedFilters, after, revision)
        await tx.insert(savedFilters, after)
        return after
      })
    },
  }
}
