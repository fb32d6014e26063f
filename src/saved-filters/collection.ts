import { defineCollection, type Stored } from '../platform/store/index.js'
import type { SavedFilter } from './model.js'

/** What one account keeps of one list; its id names both. */
export interface SavedFilters extends Stored {
  readonly items: readonly SavedFilter[]
}

export const savedFilters = defineCollection<SavedFilters>({
  name: 'saved_filters',
  shape: { items: [{ name: 'string', query: 'string', isDefault: 'boolean' }] },
})
