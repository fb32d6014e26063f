import { normalize } from '../platform/text/index.js'

/** The Chinese words for codes in cells, first the one we write; codes themselves always count. */
type Labels = Readonly<Record<string, readonly string[]>>

const organizationTypes: Labels = {
  association: ['社会团体', '社团', '协会', '联合会'],
  'service-institution': ['社会服务机构', '民办非企业单位', '民非', '社工机构'],
  foundation: ['基金会'],
  'community-group': ['社区社会组织', '社区组织', '自组织'],
}
const tracks: Labels = { registered: ['登记', '已登记', '注册'], filed: ['备案', '已备案'] }
const activities: Labels = {
  charity: ['公益慈善', '公益慈善类'],
  'living-services': ['生活服务', '生活服务类'],
  'community-affairs': ['社区事务', '社区事务类'],
  'culture-sports': ['文体活动', '文体活动类', '文化体育'],
}
const standings: Labels = {
  active: ['正常', '存续'],
  warned: ['警告'],
  suspended: ['中止', '停业', '限期停止活动'],
  revoked: ['撤销', '吊销'],
}
const modes: Labels = {
  'home-visit': ['上门', '入户', '上门服务'],
  'on-site': ['到点', '现场', '站点', '到店', '中心服务'],
  phone: ['电话', '热线'],
  online: ['线上', '网络', '在线', '微信'],
}
const units: Labels = {
  case: ['个案', '例', '宗'],
  visit: ['次探访', '次', '人次'],
  place: ['人', '名', '名额', '位'],
  session: ['节小组', '节', '课时'],
  activity: ['场活动', '场'],
  hour: ['小时', '时'],
  item: ['份', '件', '套'],
}
const urgencies: Labels = {
  routine: ['一般', '普通', '常规', '低'],
  soon: ['较急', '尽快', '中'],
  urgent: ['紧急', '急', '高'],
  crisis: ['危机', '危急', '特急', '非常紧急'],
}
const sources: Labels = {
  visit: ['走访', '入户走访', '探访'],
  'grid-worker': ['网格员', '网格'],
  hotline: ['热线', '12345', '电话'],
  self: ['本人', '居民', '自己', '上门求助'],
  online: ['线上', '网上', '小程序', '公众号'],
}
const states: Labels = {
  draft: ['草稿'],
  open: ['待对接', '公开', '进行中'],
  matched: ['已对接'],
  'in-service': ['服务中'],
  met: ['已满足'],
  'partly-met': ['部分满足'],
  'unmet-closed': ['未满足结束'],
  withdrawn: ['已撤回', '撤回'],
  merged: ['已合并'],
  published: ['已发布', '发布'],
  paused: ['暂停'],
  closed: ['关闭', '结束'],
}
const visibilities: Labels = {
  public: ['公开', '全部'],
  matched: ['可服务机构', '匹配机构'],
  staff: ['仅工作人员', '内部'],
}

export const labels = {
  organizationTypes,
  tracks,
  activities,
  standings,
  modes,
  units,
  urgencies,
  sources,
  states,
  visibilities,
}

/** The words that we write for the codes of a table. */
export function namesIn(table: Labels): string[] {
  return Object.values(table).flatMap(([name]) => name ?? [])
}

/** The code that a cell means: the code itself or one of its labels. */
export function codeIn(table: Labels, cell: string): string | undefined {
  const wanted = normalize(cell)
  const found = Object.entries(table).find(
    ([code, names]) => code === wanted || names.some((name) => normalize(name) === wanted),
  )
  return found?.[0]
}
