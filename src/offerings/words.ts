import type { Text2 } from '../platform/http/route.js'

/** What people call the codes of an offering, alike on the pages and in files. */
export const offeringStateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  paused: { zh: '已暂停', en: 'Paused' },
  closed: { zh: '已关闭', en: 'Closed' },
} as const satisfies Readonly<Record<string, Text2>>

export const modeWords = {
  'home-visit': { zh: '上门', en: 'Home visit' },
  'on-site': { zh: '到点', en: 'On site' },
  phone: { zh: '电话', en: 'Phone' },
  online: { zh: '线上', en: 'Online' },
} as const satisfies Readonly<Record<string, Text2>>

/** As they stand behind a number. */
export const unitWords = {
  case: { zh: '例个案', en: 'cases' },
  visit: { zh: '次探访', en: 'visits' },
  place: { zh: '个名额', en: 'places' },
  session: { zh: '节小组', en: 'sessions' },
  activity: { zh: '场活动', en: 'activities' },
  hour: { zh: '小时', en: 'hours' },
  item: { zh: '份', en: 'items' },
} as const satisfies Readonly<Record<string, Text2>>
