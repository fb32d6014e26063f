import type { ApiPart } from '../platform/http/api-part.js'
import type { DocumentStore } from '../platform/store/index.js'
import { savedFilterMessages } from './messages.js'
import { savedFilterRoutes } from './routes.js'
import { createFilterKeeper } from './service.js'

export { savedFilters } from './collection.js'
export { savedFilterMessages } from './messages.js'

export function savedFilterApi(store: DocumentStore): ApiPart {
  return {
    routes: savedFilterRoutes(createFilterKeeper(store)),
    tags: { 'saved-filters': { zh: '已保存的筛选', en: 'Saved filters' } },
    messages: savedFilterMessages,
  }
}
