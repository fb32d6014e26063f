import type { Text2 } from '../platform/http/route.js'

/** What people call the codes of insights, alike on the pages and in files. */
export const actionTypeWords = {
  invite: { zh: '邀请组织', en: 'Invite organisations' },
  widen: { zh: '扩大服务区域', en: 'Widen coverage' },
  commission: { zh: '委托服务', en: 'Commission a service' },
  prioritise: { zh: '提高优先级', en: 'Raise priority' },
} as const satisfies Readonly<Record<string, Text2>>

export const actionStateWords = {
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已结束', en: 'Closed' },
} as const satisfies Readonly<Record<string, Text2>>

export const indicatorGroupingWords = {
  month: { zh: '月份', en: 'Month' },
  street: { zh: '街道', en: 'Street' },
  category: { zh: '服务类别', en: 'Category' },
  organization: { zh: '组织', en: 'Organisation' },
} as const satisfies Readonly<Record<string, Text2>>

export const indicatorCountWords = {
  referrals: { zh: '对接单', en: 'Referrals' },
  accepted: { zh: '接单', en: 'Accepted' },
  declined: { zh: '婉拒', en: 'Declined' },
  unanswered: { zh: '未答复', en: 'Unanswered' },
  completed: { zh: '办成', en: 'Completed' },
  failed: { zh: '未办成', en: 'Failed' },
} as const satisfies Readonly<Record<string, Text2>>
