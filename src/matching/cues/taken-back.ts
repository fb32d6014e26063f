import type { CrisisKind } from './urgency.js'

/**
 * What may stand between a denial and what it denies: 没有任何明显的轻生念头. Listed, not "any few characters": a
 * crisis missed is worse than a false alarm, and 没钱治病想死 or 没人管她想跳楼 deny nothing.
 */
const between =
  '(?:有|过|任何|明显|明确|什么|再|想过?|要|去|会|出现|发现|发生|存在|听说|说过?|提到|提出|表达|流露|听到|看到|遭受|遭遇|受到|被|的|之|言行|行为|倾向|念头|想法|情况|现象|迹象|自残|自伤|自杀|轻生|家暴|虐待|和|与|或|及|、)*'
const denial = new RegExp(
  `(?:(?<!有)没有|没(?!有)|并?无|未见|从未|(?<!是)不是|(?<!会)不会|不再|(?<!不|不能|无法)排除)${between}$`,
)
/** A man who denies beating proves nothing; a person asked about thoughts of suicide may be believed for now. */
const ownDenial = new RegExp(`(?:否认${between}|(?<![要动还么])不)$`)

/** A lecture, a piece of news, prevention as a subject: 预防自杀讲座, 新闻里说有人跳楼. */
const subjects =
  '自杀|自残|自伤|轻生|家暴|家庭暴力|虐待|虐童|性侵|猥亵|侵害|儿童|孩子|老人|妇女|未成年人?|青少年|校园|老年人|家庭|心理|危机|行为|问题|事件|案件|相关|专题|主题|法律|普法|安全|自我|保护|干预|识别|应对|预防|防治|防范|处置|风险|急救|救助|消防|走失|和|与|及|的|等|、'
const subject = `(?:${subjects})*`
const subjectBefore = new RegExp(
  `(?:(?:反对?|预防|防范|防治|拒绝|抵制|杜绝|防|对.{0,2}说不)${subject}|(?:讲座|宣传|宣讲|普法|培训|讲解|科普|学习)(?:反|防|预防|关于|有关|如何|怎么|怎样|面对|${subjects})*|(?:新闻|报道|电视剧?|电影|小说|热搜)(?:上|里|中|说|讲|报|播|看到|有人|一个|个|人|关于|有关|的|过|了|又)*)$`,
)
const subjectAfter = new RegExp(
  `^${subject}(?:讲座|宣传|宣讲|普法|培训|课程|课堂|公开课|知识|科普|演练|工作坊|沙龙|手册|海报|展板|新闻|报道|热搜|电影|主题班会)`,
)

/** Another word begins where the cue ends: 划手机, 打我电话, 跳楼价, 出去死活不回, 想死你了. */
const anotherWord: readonly (readonly [cue: RegExp, rest: RegExp])[] = [
  [/[划割]手$/, /^机/],
  [
    /打/,
    /^(?:的?电话|手机|微信|招呼|交道|发走?|听|官司|针|疫苗|零工|临工|工|游戏|牌|麻将|球|扫|车|饭|卡|算|扮|篮球|水|印|字|鱼|鼓)/,
  ],
  [/跳楼$/, /^(?:价|机|大?甩卖)/],
  [/死$/, /^(?:活|亡|者|皮赖脸|(?:你|我|他|她|它|人)了)/],
  [/告别信$/, /^号/],
  [/烧炭$/, /^(?:烧烤|烤|的?油烟|的?烟)/],
  [/没吃|吃了/, /^的?(?:药|降压药)/],
]

/** How much of the text before and after a cue is looked at. */
const reach = 24
const clauseEnd = /[,，。;；!！?？\n]/

/**
 * Whether the words around a cue, within its clause, say that it is no alarm.
 * @param start where the cue stands in the normalised text; `end` exclusive
 */
export function takenBack(text: string, start: number, end: number, kind: CrisisKind | undefined): boolean {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(clauseEnd)
      .at(-1) ?? ''
  const after = text.slice(end, end + reach).split(clauseEnd)[0] ?? ''
  if (denial.test(before) || (kind === 'self-harm' && ownDenial.test(before))) return true
  if (subjectBefore.test(before) || subjectAfter.test(after)) return true
  const cue = text.slice(start, end)
  return anotherWord.some(([word, rest]) => word.test(cue) && rest.test(after))
}
