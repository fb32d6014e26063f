import type { MutedSpan } from './scope.js'

const sentence = /[^。;!?\n]+/g
const clause = /[^,]+/g
/** Sentences in which an organisation speaks of itself: its history, honours, money, creed, size. */
const ofItself: readonly RegExp[] = [
  /(?:成立|创办|创立|发起|注册|登记|备案)于|于.{0,12}(?:成立|创办|发起|登记注册)/,
  /(?:荣获|获评|获得|获|评为|授予).{0,20}(?:称号|先进|优秀|示范|百强|奖|嘉奖|表彰)|评估等级|[3-5]a级?(?:社会组织)?|表彰|(?:媒体|电视台).{0,6}报道|质量管理体系|认证/,
  /以.{2,40}为(?:宗旨|使命|己任|理念|引领|目标|核心)|(?:秉承|秉持|坚持|弘扬|践行|贯彻|本着|遵循).{0,40}(?:理念|精神|原则|价值观|宗旨|初心|美德|方针|守则)|(?:宗旨|愿景|使命|理念)[::是为]/,
  /(?:资金|经费|预算).{0,10}(?:来源|来自|由|万元)|由.{2,20}(?:资助|出资|拨款|立项)|公益金|福利彩票|(?:注册|原始)(?:资金|基金)|第三方审计/,
  /(?:业务|服务)(?:范围|领域|网络)?(?:涵盖|涉及|覆盖|遍及|遍布|包括).{0,40}(?:领域|多个|等|区|街道)|承接.{0,16}(?:项目|采购)|累计(?:服务|投入|开展|受益|募集|捐)|(?:直接|间接)受益|会员(?:单位|企业)/,
  /(?:拥有|现有|设有|下设|配备).{0,16}(?:专职|社工|会员|部|场地|平方米|队伍|党员|员工|持证)|党支部|理事会|理事单位|指导单位|主管单位|实习基地|法定代表人|满意度|可复制/,
  /根据.{2,30}(?:精神|文件|要求|规定|意见)|为(?:深入)?(?:贯彻|落实|响应)|(?:欢迎|感谢).{0,12}(?:社会各界|关心|支持)|名额有限|以公告为准|详情/,
]

/** A clause that begins so says what is done, whatever stands before it. */
const saysWhatIsDone = /^(?:现|主要|重点|专门)?(?:为|面向|针对|提供|开展|帮|替|陪|教|给|上门|组织)/

/**
 * What in a normalised offering says nothing of what is done: clauses of sentences in which the organisation speaks of
 * itself. None where nothing else would be left.
 */
export function findBoilerplate(text: string): MutedSpan[] {
  const spans: MutedSpan[] = []
  let left = 0
  for (const { 0: words, index: start } of text.matchAll(sentence)) {
    if (!speaksOfItself(words)) {
      left++
      continue
    }
    for (const { 0: part, index: at } of words.matchAll(clause)) {
      if (saysWhatIsDone.test(part) && !speaksOfItself(part)) left++
      else spans.push({ start: start + at, end: start + at + part.length, why: 'boilerplate' })
    }
  }
  return left > 0 ? spans : []
}

const speaksOfItself = (text: string): boolean => ofItself.some((pattern) => pattern.test(text))
