import { chance, pick } from './chance.js'
import { monthsFrom } from './moments.js'
import { seasonPlan } from './plan.js'
import type { Row } from './rows.js'

/** Words of danger, by the kinds of seeds/taxonomy/urgency.tsv: what the service would find in these texts. */
const crisis: Readonly<Record<string, RegExp>> = {
  'self-harm':
    /自杀|轻生|寻短见|想不开|不想活|活不下去|活够了|活着没意思|死了算了|想死|跳楼|割腕|割手|划手|划胳膊|自残|自伤|伤害自己|遗书|上吊|烧炭|吞药|撑不下去/g,
  danger: /拿刀|动刀|要砍|要杀|杀了我?全家|放火|快不行了|[三几]天没吃|同归于尽/g,
  'child-abuse':
    /不给饭吃|虐待他|虐待她|孩子[^。！？]{0,8}浑身是伤|往死里打|锁在家里|性侵|猥亵|动手动脚|弃婴/g,
  violence:
    /家暴|打老婆|(?:老公|丈夫|男人)[^。！？]{0,8}打我|又打我|他打我|把我打|掐[^。！？]{0,8}脖子|人身安全保护令|堵我/g,
  'elder-abuse': /打老人|虐待老人/g,
}

/** The words of danger, abuse or self-harm in a text, each once, with what they suggest. */
export function crisisIn(text: string): { words: string[]; kinds: string[] } {
  const found = Object.entries(crisis).map(([kind, words]) => ({ kind, words: text.match(words) ?? [] }))
  const kinds = found.filter(({ words }) => words.length).map(({ kind }) => kind)
  return { words: [...new Set(found.flatMap(({ words }) => words))], kinds: kinds.sort() }
}

const peaks: Row = {
  'minors.after-school.vacation': '5-8',
  'hardship.education.university': '7-8',
  'mediation.labour.wages': '11-2',
  'employment.placement': '2-4',
  'safety.disaster': '5-9',
  'elderly.goods': '11-2',
  'hardship.goods': '11-2',
}

/** The months (1-12) in which such a text is written: what it says of the season, else when its category peaks. */
export function monthsOf(text: string, category: string): number[] {
  const season = seasonPlan.find(({ words = '' }) => new RegExp(words).test(text))
  if (season) return monthsFrom(season.months)
  return monthsFrom(chance() < 0.8 ? peaks[category] : undefined)
}

export const ended = (text: string): string => (/[。！？!?…”）]$/.test(text) ? text : `${text}。`)

/** The text as it stands in the book of whoever took it down. */
export function asTold(text: string, source: string): string {
  const quote = text.replace(/[“”]/g, '"').replace(/"([^"]*)"/g, '‘$1’')
  if (source === 'hotline') {
    return pick([
      `来电居民称：“${quote}”`,
      `热线记录：${ended(text)}来电人希望有人回电。`,
      `热线转来，居民原话：${ended(text)}`,
      text,
    ])
  }
  const isReport = /^(?:走访|入户|巡查|网格|接|经|据|根据|案主|服务对象|申请人|近|家访|探访)/.test(text)
  if (isReport || source === 'self' || source === 'online') return text
  if (source === 'grid-worker')
    return pick([`网格员上报：${ended(text)}`, `${ended(text)}（网格员记录）`, text])
  return pick([`走访记录：${ended(text)}`, `${ended(text)}请协助对接。`, text])
}
