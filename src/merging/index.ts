import type { ApiPart } from '../platform/http/api-part.js'
import { mergingMessages } from './messages.js'
import { mergingRoutes } from './routes.js'
import { createMerging } from './service.js'

export { mergesCollection } from './collection.js'
export { mergingMessages } from './messages.js'
export { createMerging } from './service.js'

export function mergingApi(deps: Parameters<typeof createMerging>[0]): ApiPart {
  const tags = { merges: { zh: '合并与联合项目', en: 'Merges and joint projects' } }
  return { routes: mergingRoutes(createMerging(deps)), tags, messages: mergingMessages }
}
