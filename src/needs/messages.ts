import type { MessageTable } from '../platform/http/messages.js'

const need = { zh: '需求', en: 'need' }

export const needMessages: MessageTable = {
  'urgency.lowering': {
    zh: '不能在修改时调低紧急程度，请使用调整紧急程度的操作并说明原因',
    en: 'cannot be lowered by a change; set the urgency by its own action, with a reason',
  },
  'urgency.reason': { zh: '调低紧急程度必须说明原因', en: 'is required to lower the urgency' },
  'region.beyond': { zh: '不在您负责的区域内', en: 'lies outside the region that you write for' },
  'amount.unit': {
    zh: '已有对接单，单位不能再改',
    en: 'cannot be changed any more: referrals count in it',
  },
  'amount.bound': {
    zh: '不能少于已承接和已完成的 {limit}',
    en: 'must be {limit} or more, which is accepted or done already',
  },
  'kind.need': need,
  'kind.needs': need,
}
