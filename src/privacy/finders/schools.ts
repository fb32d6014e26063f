import { type Finder, matches } from '../hit.js'
import { nameStart } from './reach.js'

const type = /(?:小学|中学|学校|幼儿园|高中|初中|职校|技校)(?:部|东校区|西校区|分校)?/g
const digit = '(?:[一二三四五六七八九十]|\\d{1,2})'
const year = `(?:(?:小学|初中|高中)?${digit}年级|初[一二三]|高[一二三]|[大中小]班)`
const classOf = `[ ]?(?:[(]?${digit}[)]?[ ]?班)`
/** 三年级2班, 初二(3)班 */
const yearAndClass = new RegExp(`(?<found>${year}${classOf})`, 'dg')
const attends = /(?:就读于?|在读|读于|上的?是?|转到|转入|转去|考入|考上|在|读|到)[ ]?$/
const stop =
  /[在读上到于是的去和跟与及了从往向就入考转附近老当本该某这那每个所家内周边要没一名口]|公办|民办|公立|私立|外地|社区|街道|外国|[省市县镇]|普通|重点|国际|特殊|打工|子弟|我们|孩子|小孩|儿子|女儿/g
/** Words that say what sort of school, not which. */
const generic =
  /^(?:小|中|初|高|寄宿|住宿|走读|职业|技工|中等|九年制|实验|中心|全日制|完全|盲|聋|培智|康复|专门|工读|体育|艺术|武术|夜|党|驾|老年|家长|希望|双语)?$/

/** The school a child goes to, by its own name, and year with class; 附近的小学 and 二年级 stay. */
export const findSchools: Finder = function* (text) {
  for (const [start, end] of matches(yearAndClass, text, 'found')) {
    yield { kind: 'school', start, end, confidence: 0.75 }
  }
  for (const { index, 0: word } of text.matchAll(type)) {
    const start = nameStart(text, index, 10, stop)
    const name = text.slice(start, index)
    if (name.length < 2 || generic.test(name)) continue
    const end = index + word.length
    const rest = followingClass(text, end)
    if (rest > end) yield { kind: 'school', start, end: rest, confidence: 0.95 }
    else if (attends.test(text.slice(Math.max(0, start - 4), start))) {
      yield { kind: 'school', start, end, confidence: 0.7 }
    }
  }
}

const following = new RegExp(`^[ ]?(?:${year}|${digit}(?=[(]))?(?:${classOf})?`)

function followingClass(text: string, end: number): number {
  const [words = ''] = following.exec(text.slice(end, end + 14)) ?? []
  return end + words.trimEnd().length
}
