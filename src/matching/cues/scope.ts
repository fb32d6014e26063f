/** A stretch of a text whose words do not say what is needed. `start` included, `end` not; UTF-16 offsets. */
export interface MutedSpan {
  readonly start: number
  readonly end: number
  readonly why: 'negated' | 'served' | 'asker' | 'boilerplate'
}

const clause = /[^,，。;；!！?？\n]+/g
/** Not 吃药没用, 不用花钱的, 能不能不用出门: those say how, and refuse nothing. */
const negation =
  /(?:不|无|没)需要?|不用(?!说|钱|花|交|付|掏|出钱|出门|跑|排队|上学|读书)|不必(?!说)|没必要|不缺|不想要|用不着|不是(?:要|想)/g
/** Where a clause without commas turns to what is wanted: 不需要护工只想找人聊天. */
const turn = /但|只是|只要|只想|就是想|就想|就要|想要|想找|想请|希望|而是|要的是|需要/
/** What is there already: an article of service, not "已有两个孩子". */
const served =
  /(?:已有|已经有|已由|已经由|已安排|已经安排|已请|请了|已联系|已落实|已解决|正在由).{0,12}(?:护工|保姆|社工|志愿者|义工|心理|律师|调解|送餐|助餐|医生|网格员|居委|服务|跟进|负责|解决|照护|陪护)(?!.{0,6}(?:走了|跑了|不干|不来|没来|辞|不见效|没效果))/
/** Somebody who only asks on another's behalf: 奶奶替孙子问. */
const asker =
  /(?:奶奶|爷爷|外婆|外公|姥姥|姥爷|妈妈|爸爸|母亲|父亲|女儿|儿子|邻居|老师|老婆|丈夫|楼长|网格员)(?:想|来|特意|打电话)?(?=(?:替|帮|给|为|代)(?:孙子|孙女|外孙|孩子|儿子|女儿|爸爸|妈妈|父亲|母亲|老人|老伴|学生|邻居|住户|他|她).{0,8}(?:问|求|找|申请|咨询|报名|登记))/

/**
 * The parts of a normalised text that must not speak for the need: what is refused (不需要护工), what is served
 * already (已有社工跟进), and who merely asks.
 */
export function findMuted(text: string): MutedSpan[] {
  const spans: MutedSpan[] = []
  for (const match of text.matchAll(clause)) {
    const start = match.index
    const words = match[0]
    for (const no of words.matchAll(negation)) {
      spans.push({
        start: start + no.index,
        end: start + endOf(words, no.index + no[0].length),
        why: 'negated',
      })
    }
    const done = served.exec(words)
    if (done) {
      spans.push({
        start: start + done.index,
        end: start + endOf(words, done.index + done[0].length),
        why: 'served',
      })
    }
    const who = asker.exec(words)
    if (who) spans.push({ start: start + who.index, end: start + who.index + who[0].length, why: 'asker' })
  }
  return spans
}

/** The end of what is refused or served: the end of the clause, or where it turns. */
function endOf(clause: string, from: number): number {
  const turned = clause.slice(from).search(turn)
  return turned < 0 ? clause.length : from + turned
}

export function isMuted(spans: readonly MutedSpan[], start: number, end: number): boolean {
  return spans.some((span) => start >= span.start && end <= span.end)
}
