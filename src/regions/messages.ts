import type { MessageTable } from '../platform/http/messages.js'

export const regionMessages: MessageTable = {
  'region.unknown': { zh: '没有这个区域代码', en: 'is not a known region code' },
  'kind.region': { zh: '区域', en: 'region' },
}
