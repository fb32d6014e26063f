import { type Finder, type Hit, matches } from '../hit.js'
import { doubleSurnames, givenCharacters, plainSurnames, surnames } from './surnames.js'

/** Behind these comes a name and nothing else. */
const sureCue =
  /(?:姓名|名字(?:叫做?|是|为)|名叫|名为|本名|真名|原名|曾用名|大名(?:叫|是)?|联系人|签名|署名|开户人|户名|收件人)[ ]{0,2}(?:是|为|叫|:)?[ ]{0,2}(?<found>[\u4e00-\u9fff]{2,4})/dg
/** Behind these a name may come: 叫 is also to call, 案主 is often described at once. */
const likelyCue =
  /(?:[我他她您]|本人|老伴|老公|老婆|丈夫|妻子|儿子|女儿|孩子|小孩|孙子|孙女|妈妈?|爸爸?|父亲|母亲|弟弟|妹妹|哥哥|姐姐|侄子|外甥|房东|同学|同事|邻居|邻居家|老人|男孩|女孩)(?:名字)?(?:叫做?|是)[ ]?(?<found>[\u4e00-\u9fff]{2,4})/dg
const role =
  /(?:案主|服务对象|当事人|申请人|户主|患者|居民|业主|租客|住户|村民|学生|党员|监护人|代理人|负责人|来电人|求助人|家属|矫正对象|社区矫正对象|刑释人员|低保户|老人|长者|母亲|父亲|妈妈|爸爸|儿子|女儿|孙子|孙女|丈夫|妻子|老伴|奶奶|爷爷|外婆|外公|邻居|房东|老板|同学|经办人|社工|网格员)[ ]?(?::|为|是)?[ ]?(?<found>[\u4e00-\u9fff]{2,4})/dg
/** 王建国先生: what stands before a title. */
const titled =
  /(?<found>[\u4e00-\u9fff]{2,4})(?:先生|女士|小姐|太太|同志|阿姨|叔叔|大爷|大妈|大叔|大姐|大哥|奶奶|爷爷|阿婆|阿公|婆婆|公公|老师|医生|师傅|书记|主任|律师|警官|同学|小朋友)/dg
/** 李建国,男,45岁: what stands before sex, age or a number. */
const described =
  /(?<found>[\u4e00-\u9fff]{2,4})[ ]?[,:;(、]?[ ]?(?:[(,]?[男女][,),。、 ]|[男女]性?[,,]|(?:今年|现年|年龄)?\d{1,3}周?岁|身份证|电话|手机|联系电话|1[3-9]\d{9}|出生)/dg
/** 阿依古丽·买买提 */
const dotted = /(?<found>[\u4e00-\u9fff]{2,8}[·•・][\u4e00-\u9fff]{2,10})/dg
const latin =
  /(?:姓名|名字|name)[ ]{0,2}(?:是|为|叫|:)?[ ]{0,2}(?<found>[A-Za-z]{2,15}(?:[ ][A-Za-z]{2,15}){0,3})/dgi
/** Between stops, where only a name would stand alone: (李建国) or at the start of a line. */
const word = /(?<![\u4e00-\u9fff])(?<found>[\u4e00-\u9fff]{2,3})(?![\u4e00-\u9fff])/dg

/** Never in a given name. */
const neverGiven =
  /[的了是不在有我他她它们你这那来去说要没就都也还把被给让对从到以很太更过得着吗呢吧啊呀么什怎哪几谁每各某但而且或及等却并只又再最跟做用吃喝住打拿看听叫找问帮想能会该需请求病岁楼栋室号区街路家里内外前后上下左右中间时候天年日周点分元块钱女男某性爷奶爸妈姨叔伯婶嫂姑舅哥姐弟妹儿孙娃老师氏口院所局部厅处站店厂司]/
const title =
  /^(?:先生|女士|小姐|太太|同志|阿姨|叔|大爷|大妈|大叔|大姐|大哥|奶奶|爷爷|阿婆|阿公|婆婆|公公|老师|医生|师傅|书记|主任|律师|警官|同学|家|某|姓|老|伯|婶|嫂|姑|舅|哥|姐|婆|爷|奶|总|工|队|所|校|院|导|社工|护士|教练|教授|经理|老板|会计|主席|局长|处长|科长|站长|村长|厂长|店长|班长|组长|站)/

/**
 * Full names: behind a cue (姓名, 名叫, 案主), before a title or a description (先生, 女 45 岁), or standing alone with
 * characters that names are made of. A surname with a title (王阿姨), a nickname (小王) and 王某 stay: they tell a
 * neighbour something and a stranger nothing.
 */
export const findNames: Finder = function* (text) {
  yield* named(text, sureCue, 0.95, (at) => nameLength(text, at, surnames, false))
  yield* named(text, likelyCue, 0.85, (at) => endedName(text, at))
  yield* named(text, role, 0.8, (at) => endedName(text, at))
  for (const pattern of [titled, described]) {
    for (const [start, end] of matches(pattern, text, 'found')) {
      const length = nameBefore(text, start, end)
      if (length) yield hit(end - length, end, 0.85)
    }
  }
  for (const pattern of [dotted, latin])
    for (const [start, end] of matches(pattern, text, 'found')) yield hit(start, end, 0.8)
  for (const [start, end] of matches(word, text, 'found')) {
    if (isTypical(text.slice(start, end))) yield hit(start, end, 0.7)
  }
  yield* standing(text)
}

function* named(text: string, cue: RegExp, confidence: number, read: (at: number) => number): Iterable<Hit> {
  for (const [start] of matches(cue, text, 'found')) {
    const length = read(start)
    if (length) yield hit(start, start + length, confidence)
  }
}

function hit(start: number, end: number, confidence: number): Hit {
  return { kind: 'name', start, end, confidence }
}

const boundary = /^(?:[^\u4e00-\u9fff]|$)/
/** Words that often follow a name at once. */
const follower =
  /^(?:[的,男女在因与和从是说称住有来去对被把为想要患已将不无又也还经常反映来电家今现其本同向曾于系]|今年|现年|反映|来电|同志)/

/** How long the name at `at` is, 0 for none: the longest that ends at a boundary, else that a usual word follows. */
function nameLength(text: string, at: number, table: ReadonlySet<string>, mustEnd: boolean): number {
  const lengths = lengthsOfNames(text, at, table)
  const ended = lengths.find((length) => boundary.test(text.slice(at + length, at + length + 1)))
  if (ended) return ended
  const followed = lengths.find((length) => follower.test(text.slice(at + length, at + length + 2)))
  if (followed) return followed
  return mustEnd ? 0 : (lengths[0] ?? 0)
}

/** Behind a cue that is not sure: a typical name, or any that ends at a boundary. */
function endedName(text: string, at: number): number {
  const length = nameLength(text, at, surnames, true)
  if (!length) return 0
  const name = text.slice(at, at + length)
  if (isTypical(name, surnames)) return length
  return plainSurnames.has(name[0] as string) && boundary.test(text.slice(at + length, at + length + 1))
    ? length
    : 0
}

/** The lengths that a name at `at` may have, the longest first. */
function lengthsOfNames(text: string, at: number, table: ReadonlySet<string>): number[] {
  const surname = surnameLength(text, at, table)
  if (
    !surname ||
    ordinary.test(text.slice(at, at + 2)) ||
    title.test(text.slice(at + surname, at + surname + 3))
  )
    return []
  const lengths = [surname + 2, surname + 1]
  return lengths.filter((length) => isGiven(text.slice(at + surname, at + length), length - surname))
}

function surnameLength(text: string, at: number, table: ReadonlySet<string>): number {
  if (doubleSurnames.has(text.slice(at, at + 2))) return 2
  return table.has(text[at] ?? '') ? 1 : 0
}

function isGiven(given: string, length: number): boolean {
  return given.length === length && /^[\u4e00-\u9fff]+$/.test(given) && !neverGiven.test(given)
}

/** How long the name is that ends at `end`, not reaching before `start`; 0 for none. */
function nameBefore(text: string, start: number, end: number): number {
  const lengths = [4, 3, 2].filter((length) => end - length >= start)
  const found = lengths.find((length) => {
    const name = text.slice(end - length, end)
    const surname = surnameLength(name, 0, surnames)
    if (!surname || length - surname > 2 || !isGiven(name.slice(surname), length - surname)) return false
    // A surname of two characters begins few other words.
    return surname === 2 || isTypical(name, length > 2 ? surnames : plainSurnames)
  })
  return found ?? 0
}

/** Words that are made like names. */
const ordinary =
  /^(?:曾[发经成]|孙子|张[口罗]|唐氏|王[国家]|杨[梅树]|徐徐|冯河|萧条|熊[猫胆]|谢[天恩]|莫[名大]|苏[州北南联]|韩[国语]|吴[江语]|郑州|宋[体代]|陶[瓷冶]|汤[圆泉]|潘家|廖若|梁[柱]|贺[年喜信]|房东|程序|许[多可久愿]|黄[梅金昏豆瓜色河]|周[边围末期岁年]|高[龄中兴]|金[融额]|常[年见]|方[便法]|安[全排装]|和[子家孙女])/

/** A surname, by default one that is little else, with one or two characters of given names. */
function isTypical(name: string, table = plainSurnames): boolean {
  if (ordinary.test(name)) return false
  const surname = surnameLength(name, 0, table)
  const given = [...name.slice(surname)]
  return (
    surname > 0 && given.length > 0 && given.length <= 2 && given.every((sign) => givenCharacters.has(sign))
  )
}

/** Where a name of three characters may stand: tells most places apart without looking at each in turn. */
const promising = new RegExp(`[${[...plainSurnames].join('')}](?=.[${[...givenCharacters].join('')}])`, 'gs')

/** Names of three characters amid a sentence, where all three are typical of names. */
function standing(text: string): Hit[] {
  const hits: Hit[] = []
  promising.lastIndex = 0
  for (let match = promising.exec(text); match; match = promising.exec(text)) {
    const { index } = match
    if (!isTypical(text.slice(index, index + 3))) continue
    hits.push(hit(index, index + 3, 0.6))
    promising.lastIndex = index + 3
  }
  return hits
}
