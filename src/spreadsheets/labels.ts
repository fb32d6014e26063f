import { needStateWords, sourceWords, urgencyWords, visibilityWords } from '../needs/index.js'
import { modeWords, offeringStateWords, unitWords } from '../offerings/index.js'
import { activityWords, organizationTypeWords, standingWords, trackWords } from '../organizations/index.js'
import type { Language, Text2 } from '../platform/http/route.js'
import { normalize } from '../platform/text/index.js'
import { kindTexts } from '../service-records/index.js'

interface Label {
  /** The word that pages and files write. */
  readonly word: Text2
  /** What else people write for it. */
  readonly also: readonly string[]
}

/** What codes are called in cells; codes themselves always count. */
export type Labels = Readonly<Record<string, Label>>

function labelled<Code extends string>(
  words: Readonly<Record<Code, Text2>>,
  also: Readonly<Partial<Record<Code, readonly string[]>>>,
): Readonly<Record<Code, Label>> {
  const entries = Object.entries<Text2>(words).map(([code, word]) => {
    const label: Label = { word, also: also[code as Code] ?? [] }
    return [code, label] as const
  })
  return Object.fromEntries(entries) as Record<Code, Label>
}

export const labels = {
  organizationTypes: labelled(organizationTypeWords, {
    association: ['社团', '协会', '联合会'],
    'service-institution': ['民办非企业单位', '民非', '社工机构'],
    'community-group': ['社区组织', '自组织'],
  }),
  tracks: labelled(trackWords, { registered: ['已登记', '注册'], filed: ['已备案'] }),
  activities: labelled(activityWords, {
    charity: ['公益慈善类'],
    'living-services': ['生活服务类'],
    'community-affairs': ['社区事务类'],
    'culture-sports': ['文体活动类', '文化体育'],
  }),
  standings: labelled(standingWords, {
    active: ['存续'],
    suspended: ['停业', '限期停止活动'],
    revoked: ['吊销'],
  }),
  modes: labelled(modeWords, {
    'home-visit': ['入户', '上门服务'],
    'on-site': ['现场', '站点', '到店', '中心服务'],
    phone: ['热线'],
    online: ['网络', '在线', '微信'],
  }),
  units: labelled(unitWords, {
    case: ['个案', '例', '宗'],
    visit: ['次', '人次'],
    place: ['人', '名', '名额', '位'],
    session: ['节', '课时'],
    activity: ['场'],
    hour: ['时'],
    item: ['件', '套'],
  }),
  urgencies: labelled(urgencyWords, {
    routine: ['普通', '常规', '低'],
    soon: ['尽快', '中'],
    urgent: ['急', '高'],
    crisis: ['危急', '特急', '非常紧急'],
  }),
  sources: labelled(sourceWords, {
    visit: ['入户走访', '探访'],
    'grid-worker': ['网格'],
    hotline: ['12345', '电话'],
    self: ['居民', '自己', '上门求助'],
    online: ['网上', '小程序', '公众号'],
  }),
  needStates: labelled(needStateWords, { open: ['公开', '进行中'], withdrawn: ['撤回'] }),
  offeringStates: labelled(offeringStateWords, {
    published: ['发布'],
    paused: ['暂停'],
    closed: ['关闭', '结束'],
  }),
  visibilities: labelled(visibilityWords, {
    public: ['公开', '全部'],
    matched: ['可服务机构', '匹配机构'],
    staff: ['内部'],
  }),
  workKinds: labelled(kindTexts, {
    case: ['个案服务', '个案工作'],
    group: ['小组服务', '小组工作'],
    activity: ['活动'],
    visit: ['走访', '上门探访', '家访'],
    mediation: ['调解', '信访'],
    volunteering: ['志愿', '义工服务'],
  }),
} satisfies Readonly<Record<string, Labels>>

/** The words that we write for the codes of a table. */
export function wordsOf(table: Labels, language: Language): string[] {
  return Object.values(table).map(({ word }) => word[language])
}

/** The code that a cell means: the code itself, its word in either language, or what else people write for it. */
export function codeIn(table: Labels, cell: string): string | undefined {
  const wanted = normalize(cell)
  const found = Object.entries(table).find(
    ([code, { word, also }]) =>
      code === wanted || [word.zh, word.en, ...also].some((name) => normalize(name) === wanted),
  )
  return found?.[0]
}
