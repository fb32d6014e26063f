import type { Text2 } from '../platform/http/route.js'
import type { Debtor, Stage, Way } from './states.js'

/** What people call the codes of a referral, alike on the pages and in files. */
export const stageWords = {
  draft: { zh: '草稿', en: 'Draft' },
  requested: { zh: '已派单，待接收', en: 'Sent, not yet received' },
  applied: { zh: '组织申请，待社区答复', en: 'Applied for, community to answer' },
  received: { zh: '已接收，待答复', en: 'Received, to be answered' },
  accepted: { zh: '已接单，待开始', en: 'Accepted, not begun' },
  rejected: { zh: '已拒绝', en: 'Declined' },
  expired: { zh: '逾期未答复', en: 'No answer in time' },
  'on-hold': { zh: '暂缓', en: 'On hold' },
  'in-progress': { zh: '服务中', en: 'In service' },
  reopened: { zh: '重新办理', en: 'Reopened' },
  reported: { zh: '组织已申报，待确认', en: 'Reported done, to be confirmed' },
  disputed: { zh: '有异议', en: 'Disputed' },
  provisional: { zh: '默认结案', en: 'Closed for lack of word' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  failed: { zh: '未办成', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Readonly<Record<Stage, Text2>>

export const debtorWords = {
  community: { zh: '社区', en: 'Community' },
  organisation: { zh: '组织', en: 'Organisation' },
  staff: { zh: '街道/区', en: 'Staff' },
  nobody: { zh: '无', en: 'Nobody' },
} as const satisfies Readonly<Record<Debtor, Text2>>

export const wayWords = {
  request: { zh: '点单', en: 'Requested' },
  dispatch: { zh: '派单', en: 'Dispatched' },
  apply: { zh: '抢单', en: 'Applied for' },
  log: { zh: '补录', en: 'Logged' },
} as const satisfies Readonly<Record<Way, Text2>>
