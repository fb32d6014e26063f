import type { MessageTable } from '../platform/http/messages.js'

export const dutyMessages: MessageTable = {
  'duty.region': { zh: '须为街道或区', en: 'must be a street or the district' },
  'duty.account': { zh: '不是该街道或区的在职工作人员', en: 'is not one of its active staff' },
  'duty.long': { zh: '一次值班最长 {limit} 天', en: 'a turn lasts {limit} days at most' },
  'kind.duty-turn': { zh: '值班', en: 'turn of duty' },
}
