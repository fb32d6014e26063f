import type { Text2 } from '../platform/http/route.js'

/** What people call the codes of an organisation, alike on the pages and in files. */
export const organizationTypeWords = {
  association: { zh: '社会团体', en: 'Associations' },
  'service-institution': { zh: '社会服务机构', en: 'Service institutions' },
  foundation: { zh: '基金会', en: 'Foundations' },
  'community-group': { zh: '社区社会组织', en: 'Community groups' },
} as const satisfies Readonly<Record<string, Text2>>

export const standingWords = {
  active: { zh: '正常', en: 'Active' },
  warned: { zh: '警告', en: 'Warned' },
  suspended: { zh: '中止', en: 'Suspended' },
  revoked: { zh: '撤销', en: 'Revoked' },
} as const satisfies Readonly<Record<string, Text2>>

export const trackWords = {
  registered: { zh: '登记', en: 'Registered' },
  filed: { zh: '备案', en: 'Filed' },
} as const satisfies Readonly<Record<string, Text2>>

export const activityWords = {
  charity: { zh: '公益慈善', en: 'Charity' },
  'living-services': { zh: '生活服务', en: 'Living services' },
  'community-affairs': { zh: '社区事务', en: 'Community affairs' },
  'culture-sports': { zh: '文体活动', en: 'Culture and sports' },
} as const satisfies Readonly<Record<string, Text2>>
