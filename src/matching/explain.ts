import type { Taxonomy, Term } from '../taxonomy/index.js'
import type { Analysis, Tag } from './analyse.js'
import { type Comparison, named, semanticFeatures } from './features.js'
import { confidenceIn, type Packed } from './profile.js'
import type { Reason, ReasonCode } from './rules.js'
import { type FeatureName, featureNames, type Weights } from './score.js'
import type { WordQuery } from './word-query.js'

export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** One feature of a recommendation: its value, and what it adds to the score's log-odds. */
export interface Contribution {
  readonly value: number
  readonly contribution: number
}

const otherGroupFeature = semanticFeatures.indexOf('otherGroup')

const round = (value: number): number => Math.round(value * 1_000) / 1_000

export function contributions(values: Float32Array, weights: Weights): Record<FeatureName, Contribution> {
  return Object.fromEntries(
    featureNames.map((name, i) => {
      const value = values[i] as number
      return [name, { value: round(value), contribution: round(value * weights.features[name]) }]
    }),
  ) as Record<FeatureName, Contribution>
}

/** A word with how rare it is. */
export type RareWord = readonly [word: string, rarity: number]

/**
 * Words that stand in both texts, in the order of the need's.
 * @param asked those of the need that `analysis` is of
 * @param packed the offering's profile
 */
export function sharedWords({ words }: Analysis, asked: WordQuery, packed: Uint32Array): RareWord[] {
  const isShared = asked.within(packed)
  const shared: RareWord[] = []
  let place = 0
  // Not for … of: an entry made for each word, ten times a question, was a fifth of all that an answer left behind.
  words.forEach((rarity, word) => {
    if (isShared[place++]) shared.push([word, rarity])
  })
  return shared
}

/** One plain sentence a clerk understands: what is asked, from which words, and what is offered for whom. */
export function whyItFits(
  analysis: Analysis,
  shared: readonly RareWord[],
  offering: Packed,
  values: Float32Array,
  taxonomy: Taxonomy,
  by: Comparison,
): Sentence {
  const pair = bestPair(analysis.services, offering, by)
  const zh: string[] = []
  const en: string[] = []
  if (pair) {
    const asked = taxonomy.services.terms[pair.asked.term]
    const done = taxonomy.services.terms[pair.done]
    const { zh: asks, en: asksFor } = askingPhrase(pair.asked, asked)
    const { zh: doing, en: does } = doingPhrase(pair, done)
    zh.push(`${asks}，${doing}`)
    en.push(`${asksFor}; ${does}`)
  } else {
    zh.push('服务内容只是略为相关')
    en.push('only loosely related')
  }
  const group = groupPhrase(offering, values, taxonomy, by)
  zh.push(group.zh)
  en.push(group.en)
  const telling = tellingOf(shared)
  if (telling.length) zh.push(`文字都提到${telling.join('、')}`)
  const near = values[semanticFeatures.length] as number
  if (near >= 1) {
    zh.push('就在本社区')
    en.push('in the same community')
  } else if (near >= 0.5) {
    zh.push('服务覆盖本街道')
    en.push('covers the street')
  }
  return { zh: `${zh.filter(Boolean).join('；')}。`, en: `${capital(en.filter(Boolean).join('; '))}.` }
}

/** Common words (孩子) and numbers (三点) stand in both texts by chance. */
const leastRarity = 2
const number = /^[\d零一二三四五六七八九十两几]/

function tellingOf(shared: readonly RareWord[]): string[] {
  return shared
    .filter(([word, rarity]) => rarity >= leastRarity && !number.test(word))
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([word]) => word)
}

/** Less sure than this, there is no sign that it is for everybody. */
const hint = 0.2

function groupPhrase(offering: Packed, values: Float32Array, { groups }: Taxonomy, by: Comparison): Sentence {
  const isEverybody = (term: number) => term === by.everybody
  const entry = surestGroup(offering, (term) => !isEverybody(term))
  const sure = confidenceIn(entry)
  const first = groups.terms[entry >>> 8]
  if (confidenceIn(surestGroup(offering, isEverybody)) > Math.max(sure, hint))
    return { zh: '面向所有居民', en: 'open to everybody' }
  if (!first || sure <= named) return { zh: '', en: '' }
  const other = values[otherGroupFeature] as number
  return other > 0.6
    ? { zh: `但主要面向${first.zh}`, en: `but it is meant for ${lower(first.en)}` }
    : { zh: `面向${first.zh}`, en: `it is for ${lower(first.en)}` }
}

/** The entry of the surest group of those asked for; 0, of no sureness, where there is none. */
function surestGroup({ packed }: Packed, isAsked: (term: number) => boolean): number {
  const groupsAt = 1 + (packed[0] as number)
  const last = groupsAt + (packed[groupsAt] as number)
  for (let i = groupsAt + 1; i <= last; i++) {
    const entry = packed[i] as number
    if (isAsked(entry >>> 8)) return entry
  }
  return 0
}

/** From here on the whole text says it, though no expression does. */
const clear = 0.15

/** What is asked, and how that is known: a person stated it, words say it, or only the text as a whole. */
function askingPhrase({ words, stated, confidence }: Tag, term: Term | undefined): Sentence {
  const zh = serviceName(term)
  const en = lower(term?.en ?? '')
  if (words.length) {
    return { zh: `需要${zh}（由“${words.slice(0, 3).join('”“')}”看出）`, en: `asks for ${en}` }
  }
  if (stated) return { zh: `需要${zh}`, en: `asks for ${en}` }
  return confidence >= clear
    ? { zh: `看来需要${zh}（按全文判断）`, en: `seems to ask for ${en} (judged by the whole text)` }
    : { zh: `可能需要${zh}（原文未明说）`, en: `may ask for ${en} (the text does not say so)` }
}

/** Disputes are not needed: 漏水渗水纠纷 is what is mediated. */
const serviceName = (term: Term | undefined): string =>
  term?.zh.endsWith('纠纷') ? `${term.zh}调解` : (term?.zh ?? '')

interface TagPair {
  readonly asked: Tag
  /** Index of the service that is done, and whether it is the main thing the offering does. */
  readonly done: number
  readonly main: boolean
  /** How near the two services are, in (0, 1]. */
  readonly near: number
}

/** Services less near than this share a drawer and no more. */
const akin = 0.4

function doingPhrase({ asked, done, main, near }: TagPair, term: Term | undefined): Sentence {
  if (near < akin)
    return {
      zh: `其做${serviceName(term)}，只是同一大类`,
      en: `it offers ${lower(term?.en ?? '')}, of the same kind only`,
    }
  if (asked.term !== done)
    return { zh: `其做${serviceName(term)}，相近`, en: `it offers ${lower(term?.en ?? '')}, which is near` }
  return main
    ? { zh: '正是其所做', en: 'that is what it does' }
    : { zh: '其服务也涉及', en: 'that is among what it does' }
}

function bestPair(asked: readonly Tag[], { packed }: Packed, by: Comparison): TagPair | undefined {
  const last = packed[0] as number
  let best: Tag | undefined
  let at = 0
  let most = 0.1
  for (const tag of asked) {
    for (let i = 1; i <= last; i++) {
      const entry = packed[i] as number
      const near = by.closeness[tag.term * by.services + (entry >>> 8)] as number
      if (near === 0) continue
      const value = near * Math.sqrt(tag.confidence * confidenceIn(entry))
      if (value <= most) continue
      most = value
      best = tag
      at = i
    }
  }
  if (!best) return undefined
  const [strongest, entry] = [packed[1] as number, packed[at] as number]
  const done = entry >>> 8
  const near = by.closeness[best.term * by.services + done] as number
  return { asked: best, done, main: (entry & 255) >= (strongest & 255) / 2, near }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const reasonTexts: Readonly<Record<ReasonCode, (reason: Reason) => Sentence>> = {
  'not-published': () => ({ zh: '服务未发布或已暂停', en: 'not published, or paused' }),
  suspended: () => ({ zh: '机构被中止或撤销', en: 'the organisation is suspended or revoked' }),
  'confirmation-lapsed': (r) => ({
    zh: `服务信息自${r.offered}起未再确认`,
    en: `not confirmed since ${r.offered}`,
  }),
  'period-over': (r) => ({ zh: `服务期已于${r.offered}结束`, en: `ended on ${r.offered}` }),
  'period-later': (r) => ({
    zh: `${r.offered}才开始，需求最迟${r.asked}`,
    en: `begins on ${r.offered}, needed by ${r.asked}`,
  }),
  'not-covered': (r) => ({ zh: `服务范围不含该地区（${r.asked}）`, en: `does not cover region ${r.asked}` }),
  'wrong-age': (r) => ({
    zh: `年龄不符：服务${r.offered}岁，需求${r.asked}岁`,
    en: `for ages ${r.offered}, the need is for ${r.asked}`,
  }),
  'wrong-mode': (r) => ({
    zh: `服务方式不符（${r.offered}）`,
    en: `offered as ${r.offered}, wished ${r.asked}`,
  }),
  'not-qualified': (r) => ({ zh: `缺少所需资质（${r.asked}之一）`, en: `lacks any of: ${r.asked}` }),
  full: () => ({ zh: '本月名额已满', en: 'no places left this month' }),
}

export interface ExplainedReason extends Reason, Sentence {}

export const explainReason = (reason: Reason): ExplainedReason => ({
  ...reason,
  ...reasonTexts[reason.code](reason),
})
