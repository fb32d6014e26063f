import { CharacterSets } from './character-sets.js'

/** Whole years, both ends included. */
export interface AgeSpan {
  readonly from: number
  readonly to: number
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Something people say from which an age is told. */
interface Saying {
  readonly pattern: RegExp
  /** Of each of these sets of characters a text has one, or nothing in it matches. */
  readonly needs: number
  readonly span: (match: RegExpExecArray, year: number) => readonly [from: number, to: number]
}

const characters = new CharacterSets()

const saying = (pattern: RegExp, needs: readonly string[], span: Saying['span']): Saying => ({
  pattern,
  needs: characters.all(...needs),
  span,
})

/** School years to ages: a pupil of the first class is six or seven. */
const schoolYear = (pattern: RegExp, needs: readonly string[], first: number): Saying =>
  saying(pattern, needs, ([, nth = '']) => {
    const age = first + chineseNumber(nth) - 1
    return [age, age + 1]
  })

const stage = (pattern: RegExp, needs: readonly string[], from: number, to: number): Saying =>
  saying(pattern, needs, () => [from, to])

const small = '一二两三四五六七八九'
const numeral = '[零一二两三四五六七八九十百]{1,4}'
const unfinished = '(?<![\\d.几数好零一二两三四五六七八九十百])'

/** In the order in which they are asked: where one has found an age, a later one does not find another. */
const sayings: readonly Saying[] = [
  saying(
    new RegExp(`${unfinished}(\\d{1,3}|${numeral})周?岁?(?:[-~—–]|至|到)(\\d{1,3}|${numeral})周?岁`, 'g'),
    ['岁', '-~—–至到'],
    ([, from = '', to = '']) => [chineseNumber(from), chineseNumber(to)],
  ),
  // 十五六岁, 三四岁, 七八十岁; without 岁 only of people: 二十三四个人 is a number.
  saying(
    new RegExp(
      `${unfinished}([一二三四五六七八九]?十)?([一二两三四五六七八九])([一二三四五六七八九])(十)?(?:来|多)?(?:岁|的(?:人|孩子|姑娘|小伙|娃))`,
      'g',
    ),
    ['岁的', small],
    several,
  ),
  saying(
    new RegExp(`${unfinished}(\\d{1,2}0|[一二三四五六七八九]?十)(?:来|多|几|好几)(?:岁|的人|了|的)`, 'g'),
    ['0十', '来多几', '岁的了'],
    ([, tens = '']) => [chineseNumber(tens), chineseNumber(tens) + 9],
  ),
  saying(
    new RegExp(`${unfinished}(\\d{1,3}|${numeral})(?:来|多|几)?周?岁`, 'g'),
    ['岁'],
    ([said, years = '']) => {
      const age = chineseNumber(years)
      return [age, /[多几来]/.test(said) ? age + 9 : age]
    },
  ),
  // 我妈七十八了, 老伴今年74, 女儿四十一,: people leave 岁 out where they speak of somebody.
  saying(
    /(?:我|他|她|妈|爸|娘|爹|母亲|父亲|老伴|老头|老太太?|爷爷|奶奶|外婆|外公|姥姥|姥爷|公公|婆婆|阿婆|阿公|阿姨|大爷|大娘|老公|老婆|女儿|儿子|孙子|孙女|姑娘|孩子|弟弟|妹妹|哥哥|姐姐|今年)(?:今年|已经|都|也|快|才|刚|有|满|又)*([1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)(?=了(?!块|元|次|天|个)|[,。;!?]|$|独居|一个人住|还要?)/g,
    ['123456789十'],
    ([, years = '']) => [chineseNumber(years), chineseNumber(years)],
  ),
  saying(
    new RegExp(`(\\d{1,2}|${numeral})个(?:多)?月(?:大|的(?:宝宝|孩子|娃|婴儿))`, 'g'),
    ['月', '大的'],
    () => [0, 0],
  ),
  schoolYear(/([一二三四五六七八九]|(?<!\d)[1-9])年级/g, ['级'], 6),
  // 小三 is no pupil in 老公找小三, nor 小一 in 小一点: a word beside it must speak of school or of a child.
  schoolYear(
    /(?<=[读上念升]|孩子|儿子|女儿|孙子|孙女|弟弟|妹妹|娃)小([一二三四五六])(?![点些号岁个])/g,
    ['小', small],
    6,
  ),
  schoolYear(/小([一二四五六])(?=学生|新生|毕业|开学)/g, ['小', small, '学新毕开'], 6),
  // 大年初一, 每月初三
  schoolYear(/(?<![年月历当最])初([一二三])(?!十)/g, ['初', small], 12),
  // 血压高三年, 身高一米六, 高一点
  schoolYear(
    /(?<![身提升增拔跳压糖脂率个最更太很偏])高([一二三])(?![米点些倍度层楼成截样万千百]|年(?!级))/g,
    ['高', small],
    15,
  ),
  // 小班授课 and the middle shift of a factory (早班中班夜班) say no age.
  stage(
    /幼儿园|幼稚园|小班(?!授课|教学|制|课|辅导|化|额|培)|(?<!早班|夜班|[早晚夜、])中班(?!倒|[、和,]?[夜晚早]班)|大班(?!授课|教学|制|课)/g,
    ['幼班'],
    3,
    6,
  ),
  stage(/新生儿|刚出生|满月|月子里的/g, ['生月'], 0, 0),
  stage(/小学生|上小学|读小学|念小学/g, ['学'], 6, 12),
  stage(/初中(?!毕业|文化|没)/g, ['初'], 12, 15),
  stage(/高中(?!毕业|文化|没)|中专生|职高生/g, ['高专'], 15, 18),
  stage(/大学生|读大学|上大学|考上大学/g, ['学'], 18, 22),
  // Not the end of a time: 20:30后.
  saying(/(?<![\d:.点时])(\d0)后(?!再|到|才)/g, ['0', '后'], bornIn),
]

/** The value of a Chinese numeral up to 199, or NaN. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  let total = 0
  let unit = 0
  for (const character of text) {
    if (character === '百') {
      total += (unit || 1) * 100
      unit = 0
    } else if (character === '十') {
      total += (unit || 1) * 10
      unit = 0
    } else {
      const digit = digits[character]
      if (digit === undefined) return Number.NaN
      unit = digit
    }
  }
  return total + unit
}

/**
 * Every age that a normalised text speaks of, in the order of their places: figures (78岁, 七十八岁, 两岁半), vague
 * figures (八十多岁, 十五六岁), school years (二年级, 高一), generations (90后).
 * @param year the current year, for generations
 */
export function findAges(text: string, year: number): AgeSpan[] {
  const present = characters.in(text)
  const found: { at: number; end: number; span: AgeSpan }[] = []
  for (const { pattern, needs, span } of sayings) {
    if ((present & needs) !== needs) continue
    for (const match of text.matchAll(pattern)) {
      const { index: at } = match
      const [from, to] = span(match, year)
      const isKnown = found.some((f) => at >= f.at && at < f.end)
      if (from >= 0 && from <= to && to <= 120 && !isKnown)
        found.push({ at, end: at + match[0].length, span: { from, to } })
    }
  }
  return found.sort((a, b) => a.at - b.at).map((f) => f.span)
}

/** 十五六 is 15 to 16, 七八十 70 to 89. */
function several([, tens = '', low = '', high = '', times]: RegExpMatchArray): readonly [
  from: number,
  to: number,
] {
  const [from, to] = [chineseNumber(low), chineseNumber(high)]
  if (times) return [from * 10, to * 10 + 9]
  return [chineseNumber(tens) + from, chineseNumber(tens) + to]
}

/** The ages of a generation, 80后: the youngest was born in the ninth year of the decade. */
function bornIn([, decade = '']: RegExpMatchArray, year: number): readonly [from: number, to: number] {
  const start = Number(decade) + (Number(decade) > year % 100 ? 1900 : 2000)
  return [Math.max(0, year - start - 9), year - start]
}

/** Age bands that change what is suitable, as the classifier and the group rules name them. */
export type AgeBand = 'infant' | 'child' | 'teen' | 'adult' | 'senior'

export function bandOf(age: number): AgeBand {
  if (age < 3) return 'infant'
  if (age < 13) return 'child'
  if (age < 18) return 'teen'
  return age < 60 ? 'adult' : 'senior'
}
