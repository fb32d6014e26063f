import type { Text2 } from '../platform/http/route.js'

/** What people call the codes of an action about a gap, alike on the pages and in files. */
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
