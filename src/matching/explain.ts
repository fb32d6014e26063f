import type { Taxonomy, Term } from '../taxonomy/index.js'
import type { Analysis, Tag } from './analyse.js'
import { type Comparison, semanticFeatures } from './features.js'
import { groupsOf, type Packed, servicesOf, wordsAt } from './profile.js'
import type { Reason, ReasonCode } from './rules.js'
import { type FeatureName, featureNames, type Weights } from './score.js'

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

/**
 * Words that stand in both texts.
 * @param need packed from `analysis`, so that both have the words in one order
 */
export function sharedWords(analysis: Analysis, { packed: need }: Packed, { packed }: Packed): string[] {
  const shared: string[] = []
  let at = wordsAt(need, 0)
  for (const word of analysis.words.keys())
    if (holdsWord(packed, (need[at++] as number) >>> 8)) shared.push(word)
  return shared
}

function holdsWord(packed: Uint32Array, key: number): boolean {
  for (let i = wordsAt(packed, 0); i < packed.length; i++)
    if ((packed[i] as number) >>> 8 === key) return true
  return false
}

/** One plain sentence a clerk understands: what is asked, from which words, and what is offered for whom. */
export function whyItFits(
  analysis: Analysis,
  need: Packed,
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
    const from = pair.asked.words.length ? `（由“${pair.asked.words.slice(0, 3).join('”“')}”看出）` : ''
    const { zh: doing, en: does } = doingPhrase(pair, done)
    zh.push(`需要${asked?.zh}${from}，${doing}`)
    en.push(`asks for ${lower(asked?.en ?? '')}; ${does}`)
  } else {
    zh.push('服务内容只是略为相关')
    en.push('only loosely related')
  }
  const group = groupPhrase(offering, values, taxonomy, by)
  zh.push(group.zh)
  en.push(group.en)
  const shared = sharedWords(analysis, need, offering).slice(0, 3)
  if (shared.length) zh.push(`文字都提到${shared.join('、')}`)
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

function groupPhrase(offering: Packed, values: Float32Array, { groups }: Taxonomy, by: Comparison): Sentence {
  const named = groupsOf(offering).find(([group, sure]) => sure > 0.4 && group !== by.everybody)
  const first = named && groups.terms[named[0]]
  if (!first) return { zh: '面向所有居民', en: 'open to everybody' }
  return (values[otherGroupFeature] as number) > 0.6
    ? { zh: `但主要面向${first.zh}`, en: `but it is meant for ${lower(first.en)}` }
    : { zh: `面向${first.zh}`, en: `it is for ${lower(first.en)}` }
}

interface TagPair {
  readonly asked: Tag
  /** Index of the service that is done, and whether it is the main thing the offering does. */
  readonly done: number
  readonly main: boolean
}

function doingPhrase({ asked, done, main }: TagPair, term: Term | undefined): Sentence {
  if (asked.term !== done)
    return { zh: `其做${term?.zh}，相近`, en: `it offers ${lower(term?.en ?? '')}, which is near` }
  return main
    ? { zh: '正是其所做', en: 'that is what it does' }
    : { zh: '其服务也涉及', en: 'that is among what it does' }
}

function bestPair(asked: readonly Tag[], offering: Packed, by: Comparison): TagPair | undefined {
  const services = servicesOf(offering)
  const strongest = services[0]?.[1] ?? 1
  let best: TagPair | undefined
  let most = 0.1
  for (const tag of asked) {
    for (const [done, share] of services) {
      const near = by.closeness[tag.term * by.services + done] as number
      if (near === 0) continue
      const value = near * Math.sqrt(tag.confidence * share)
      if (value > most) {
        most = value
        best = { asked: tag, done, main: share >= strongest / 2 }
      }
    }
  }
  return best
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
