import type { MessageTable } from '../platform/http/messages.js'

export const mergingMessages: MessageTable = {
  'merge.self': { zh: '不能并入自身', en: 'cannot be merged into itself' },
  'merge.region': {
    zh: '区域不符；不同社区的需求请立为联合项目',
    en: 'lies elsewhere; needs of several communities are raised to a joint project',
  },
  'kind.merge': { zh: '合并记录', en: 'merge' },
}
