import type { Finder, Hit } from '../hit.js'
import { nameStart } from './reach.js'

const number = '(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,5}|[A-Za-z]\\d{0,3}|[甲乙丙丁东西南北])'
const level = '(?:号楼(?![上下前后道梯])|号大?院|单元|号房|栋|幢|座|梯|楼|层|室|房|号|巷|弄|期|区)'
/** 3栋2单元801, 五巷8号301房: steps that each have a number, and at the end perhaps a bare number of a room. */
const chain = new RegExp(
  `(?<![\\dA-Za-z])(?:${number}${level}[ -]{0,1}){1,6}(?:(?:\\d{1,2}-){0,2}(?:\\d{3,4}|[一二三四五六七八九零〇]{3,4})(?:房|室|号|户)?(?![\\d元块人名个米点年月])|[A-Z](?![A-Za-z]))?`,
  'g',
)
/** 3-502, 12-3-502: only behind the name of an estate. */
const dashed = /(?<![\d-])[A-Za-z]?\d{1,3}-(?:\d{1,2}-)?\d{3,4}(?:房|室)?(?![\d-])/g

const estate =
  /(?:花园|小区|新村|山庄|公寓|大厦|家园|花城|雅苑|名苑|豪苑|苑|豪庭|华庭|雅庭|华府|雅居|半岛|国际|公馆|宿舍|广场|新城|名城|园|城|府|湾|庭|轩|阁|坊|围|村|寓)(?:[一二三四五六七八九十\d][期区])?[ ]?$/
const road = /(?:大道|路|街|巷|横街|胡同|弄|里)(?:[东西南北中]|[一二三四五六七八九十]{1,2})?段?[ ]?$/
/** Nothing before these belongs to the name of a place. */
const stop =
  /街道|社区|[省市县镇]|(?<![小新园])区|[在到于是的去和跟与及了从往向址住搬租家寄找]|地址|位置|居住|附近|旁边|隔壁|对面|我们|他们|本|该|某|这|那|每|整/g
const longestName = 8

const building = /号楼|单元|[栋幢座梯]/
const room = /(?:\d{3,4}|[一二三四五六七八九零〇]{3,4})(?:[房室号户]|号房)?$/
const door = /[\dA-Z一二三四五六七八九十](?:[房室]|号房)$/

/**
 * Addresses that lead to one door or one building with its name: a named estate or road with a number, or building
 * with room. 3栋 or 二楼 alone stays: nobody is found by it.
 */
export const findAddresses: Finder = function* (text) {
  for (const match of text.matchAll(chain)) yield* read(text, match.index, trimmed(match[0]))
  for (const { index, 0: words } of text.matchAll(dashed)) {
    const before = text.slice(Math.max(0, index - 10), index)
    if (estate.test(before)) yield hit(nameStart(text, index, longestName, stop), index + words.length, 0.9)
  }
}

function* read(text: string, start: number, words: string): Iterable<Hit> {
  const end = start + words.length
  const before = text.slice(Math.max(0, start - 10), start)
  const isNamed = estate.test(before) || road.test(before)
  if (isNamed && isNumbered(words)) return yield hit(nameStart(text, start, longestName, stop), end, 0.95)
  if (building.test(words) && (room.test(words) || door.test(words))) return yield hit(start, end, 0.9)
  if (isLane(words)) return yield hit(nameStart(text, start, longestName, stop), end, 0.85)
  if (/^\d{3,4}(?:[房室]|号房)$/.test(words)) yield hit(start, end, 0.65)
}

function hit(start: number, end: number, confidence: number): Hit {
  return { kind: 'address', start, end, confidence }
}

/** Whether the number leads to a building or a door, and is not a floor, an area, or a day (5号). */
function isNumbered(words: string): boolean {
  return /号楼|单元|[栋幢座室房号院]/.test(words) || room.test(words)
}

/** 五巷8号: a lane and a number in it. */
function isLane(words: string): boolean {
  return /[巷弄].*号/.test(words)
}

function trimmed(words: string): string {
  return words.replace(/[ -]+$/, '')
}
