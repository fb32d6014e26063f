import type { MessageTable } from '../platform/http/messages.js'

export const taxonomyMessages: MessageTable = {
  'category.unknown': { zh: '没有这个服务类别', en: 'is not a known service category' },
  'group.unknown': { zh: '没有这个服务对象', en: 'is not a known target group' },
  'kind.term': { zh: '分类词条', en: 'term' },
}
