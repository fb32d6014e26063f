import type { Text2 } from '../platform/http/route.js'

/** What people call the codes of a need, alike on the pages and in files. */
export const needStateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  open: { zh: '待对接', en: 'Open' },
  matched: { zh: '已对接', en: 'Matched' },
  'in-service': { zh: '服务中', en: 'In service' },
  met: { zh: '已满足', en: 'Met' },
  'partly-met': { zh: '部分满足', en: 'Partly met' },
  'unmet-closed': { zh: '未满足结束', en: 'Closed unmet' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  merged: { zh: '已合并', en: 'Merged' },
} as const satisfies Readonly<Record<string, Text2>>

export const urgencyWords = {
  routine: { zh: '一般', en: 'Routine' },
  soon: { zh: '较急', en: 'Soon' },
  urgent: { zh: '紧急', en: 'Urgent' },
  crisis: { zh: '危机', en: 'Crisis' },
} as const satisfies Readonly<Record<string, Text2>>

export const sourceWords = {
  visit: { zh: '走访', en: 'Visit' },
  'grid-worker': { zh: '网格员', en: 'Grid worker' },
  hotline: { zh: '热线', en: 'Hotline' },
  self: { zh: '本人', en: 'The person' },
  online: { zh: '线上', en: 'Online' },
} as const satisfies Readonly<Record<string, Text2>>

/** Who may see it. */
export const visibilityWords = {
  public: { zh: '所有登录用户', en: 'Everybody signed in' },
  matched: { zh: '能提供服务的组织', en: 'Organisations that can serve it' },
  staff: { zh: '仅工作人员', en: 'Staff only' },
} as const satisfies Readonly<Record<string, Text2>>

/** Stands for the words of a need about a protected group, for whoever does not serve it. */
export const withheldWords: Text2 = {
  zh: '为保护当事人，承接前只显示服务类别。',
  en: 'Shown by category only until a referral runs.',
}
/** As the API says it, which does not know who will read it. */
export const withheldText = `${withheldWords.zh} / ${withheldWords.en}`
