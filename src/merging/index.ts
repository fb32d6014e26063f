export { mergesCollection } from './collection.js'
export { mergingMessages } from './messages.js'
export { mergingRoutes } from './routes.js'
export { createMerging } from './service.js'

export const mergeTag = { zh: '合并与联合项目', en: 'Merges and joint projects' }
