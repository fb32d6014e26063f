import type { MessageTable } from '../http/messages.js'

export const recordMessages: MessageTable = {
  'externalId.repeated': {
    zh: '同一批数据里前面已有这个编号',
    en: 'stands in an earlier row of the same import',
  },
  'externalId.office': {
    zh: '来源编号只能由区级人员或导入设定',
    en: 'is set by staff of the district, or by an import, only',
  },
  'range.reversed': { zh: '不能小于或早于起始值', en: 'must not come before where it begins' },
  'revision.stale': { zh: '已被他人修改', en: 'was changed by somebody else' },
}
