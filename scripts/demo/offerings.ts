import { between, chance, pick, shuffled } from './chance.js'
import { idOf } from './codes.js'
import { day, iso, lastDay } from './moments.js'
import { agesOf } from './needs.js'
import type { Made } from './organizations.js'
import {
  type Cells,
  categoryRow,
  communitiesOf,
  district,
  listOf,
  offeringTexts,
  regionName,
  street,
} from './plan.js'

function coverageOf(made: Made, category: string): string[] {
  const reach = made.plan.reach ?? ''
  if (reach === 'community') return [made.home]
  if (reach === 'district' || category === 'mental.hotline') {
    if (category === 'mental.hotline' || chance() < 0.7) return [district]
    // Far streets are the first to be left out.
    const near = shuffled(['坂田', '布吉', '龙城', '横岗', '平湖', '南湾', '吉华', '龙岗', '宝龙'])
    return near.slice(0, between(2, 4)).map((name) => street(name).code)
  }
  const names = reach.split(',')
  if (names.length === 1 && category !== 'elderly.meals' && chance() < 0.25) {
    const some = shuffled(communitiesOf(reach)).slice(0, between(2, 5))
    return [...new Set([made.home, ...some.map((region) => region.code)])]
  }
  const kept = names.filter((_, i) => i === 0 || chance() < 0.75)
  return kept.map((name) => street(name).code)
}

function modesOf(text: string, category: string): string[] {
  const modes = [
    /上门|(?<![才回])到家|入户|家访|送到|床边|结对/.test(text) ? 'home-visit' : '',
    /电话|热线|来电|打过来|接线/.test(text) ? 'phone' : '',
    /线上|视频|微信|直播|小程序|远程|网上/.test(text) ? 'online' : '',
  ].filter(Boolean)
  if (category === 'mental.hotline') return ['phone']
  if (/小组|课|班|活动|中心|开放|小屋|站|坊|营|场|沙龙|讲/.test(text) || !modes.length) modes.push('on-site')
  return modes
}

const monthly: Record<string, readonly [number, number]> = {
  case: [4, 15],
  visit: [20, 80],
  place: [15, 30],
  session: [6, 16],
  activity: [1, 4],
  hour: [60, 240],
  item: [20, 60],
}
function capacityOf(category: string): Cells {
  if (category !== 'elderly.meals' && chance() < 0.1) return {}
  const unit = categoryRow(category).unit ?? 'case'
  // A kitchen of this size is full at once: hundreds of lunches are asked for in the same streets.
  const [from, to] = category === 'elderly.meals' ? [120, 240] : (monthly[unit] ?? [4, 15])
  return { capacityPerMonth: between(from, to), capacityUnit: unit }
}

const weekdays = '一二三四五六日'
const at = (days: readonly number[], ...hours: string[]): string[] =>
  days.flatMap((weekday) => hours.map((one) => `${weekday} ${one}`))
/** Hours that the text does not contradict; none where it speaks of hours in a way not read here. */
function calendarOf(text: string): string[] {
  const named = /每周([一二三四五六日])(?:[、和]([一二三四五六日]))?(?![次天晚两])/.exec(text)
  if (named) {
    const days = [named[1], named[2]].flatMap((name) => (name ? [weekdays.indexOf(name) + 1] : []))
    return at(days, /晚/.test(text) ? '19:00-21:00' : '09:30-11:30')
  }
  if (/周[末六日]/.test(text)) return at([6, 7], '09:00-12:00', '14:00-17:00')
  if (/工作日|周一至周五/.test(text)) return at([1, 2, 3, 4, 5], '09:00-12:00', '14:00-17:30')
  if (/放学|[早晚夜]|点|时|周|每[天日]|暑|寒/.test(text) || chance() < 0.35) return []
  return pick([
    () => at([1, 2, 3, 4, 5], '09:00-12:00', '14:00-18:00'),
    () => at([2, 3, 4, 5, 6], '09:00-12:00', '14:00-17:30'),
    () => at([1, 3, 5], '14:00-17:00'),
    () => at([6, 7], '09:00-12:00', '14:00-17:00'),
  ])()
}

const fees: Record<string, readonly [number, string]> = {
  'elderly.home-care': [60, '每小时，低保户减半'],
  'elderly.respite': [40, '每小时'],
  'elderly.day-care': [1200, '每月，含午餐'],
  'elderly.meals': [12, '每餐，八十岁以上补贴后八元'],
  'minors.after-school': [300, '每月，困难家庭免费'],
  'minors.after-school.vacation': [600, '每期三周，困难家庭免费'],
  'mental.counselling': [100, '每次五十分钟'],
  'culture-sport.arts': [50, '每期'],
  'women-family.matchmaking': [30, '每场'],
}
function feeOf(category: string, text: string): Cells {
  const fee = fees[category]
  if (fee && !/免费|公益|不收|零元/.test(text)) return { feeAmount: fee[0], feeNote: fee[1] }
  return chance() < 0.75 || /免费|公益/.test(text) ? { feeAmount: 0 } : {}
}

const holders: readonly (readonly [RegExp, string])[] = [
  [/^(?:mental|psychiatric|corrections\.counselling|women-family\.(?:couples|maternal\.))/, 'counsellor'],
  [/^(?:legal|mediation\.labour)/, 'lawyer'],
  [/^(?:mediation|governance\.property)/, 'mediator'],
  [/^(?:health|elderly\.(?:home-care|respite|day-care)|women-family\.maternal$)/, 'nurse'],
  [/^minors/, 'minor-check'],
  [/^(?:hardship|corrections|drug|disability|elderly\.home-visit|women-family\.violence)/, 'social-worker'],
]
function qualificationsOf(made: Made, category: string): string[] {
  const held = listOf(made.plan.qualifications).map((one) => one.split('=')[0] ?? '')
  return [
    ...new Set(holders.filter(([of, code]) => of.test(category) && held.includes(code)).map(([, c]) => c)),
  ]
}

function languagesOf(made: Made, category: string): string[] {
  if (category === 'migrant.hk-macau') return ['zh', 'yue', 'en']
  if (category === 'migrant.language') return ['zh', 'en']
  const home = made.plan.home ?? ''
  const isLocal = /^(?:elderly|mediation|culture-sport\.heritage|mental\.hotline|health)/.test(category)
  const yue = isLocal && /^(?:布吉|南湾|坂田|吉华)/.test(home) && chance() < 0.6
  const hak = isLocal && /^(?:龙岗|横岗|坪地|园山|龙城|平湖)/.test(home) && chance() < 0.5
  return ['zh', ...(yue ? ['yue'] : []), ...(hak ? ['hak'] : [])]
}

function periodOf(category: string, state: string): Cells {
  if (state === 'closed') return { periodFrom: '2025-01-01', periodUntil: pick(['2025-12-31', '2026-06-30']) }
  if (category === 'minors.after-school.vacation') {
    return pick([
      { periodFrom: '2026-07-06', periodUntil: '2026-08-28' },
      { periodFrom: '2027-01-18', periodUntil: '2027-02-05' },
    ])
  }
  if (chance() > 0.3) return {}
  return pick([
    { periodFrom: '2026-01-01', periodUntil: '2026-12-31' },
    { periodFrom: '2025-07-01', periodUntil: '2027-06-30' },
    { periodFrom: '2026-09-01', periodUntil: '2027-08-31' },
  ])
}

function stateOf(made: Made): string {
  if (made.plan.standing === 'revoked') return 'closed'
  if (made.plan.standing === 'suspended') return 'paused'
  const roll = chance()
  return roll < 0.86 ? 'published' : roll < 0.92 ? 'paused' : roll < 0.97 ? 'closed' : 'draft'
}

/** Most were looked at in the last half year; one in six published ones was forgotten. */
function confirmedAt(state: string): number {
  const age =
    state === 'draft'
      ? between(1, 20)
      : state === 'published' && chance() < 0.83
        ? between(1, 165)
        : between(190, 430)
  return lastDay - age * day + between(1, 9) * 3_600_000
}

export function makeOfferings(organizations: readonly Made[]): Cells[] {
  const byName = new Map(organizations.map((made) => [made.plan.name, made]))
  const drafts = offeringTexts.map(({ organization, category, title, text, categories, groups }) => {
    const made = byName.get(organization)
    if (!made) throw new RangeError(`demo: no organisation ${organization}`)
    const state = stateOf(made)
    const confirmed = confirmedAt(state)
    const born = made.createdAt + Math.floor((chance() * 0.8 * (confirmed - made.createdAt)) / day) * day
    const coverage = coverageOf(made, category)
    const cells: Cells = {
      organizationId: made.id,
      organizationName: made.plan.name,
      title: title.replace(/^“([^”]*)”$/, '$1'),
      description: text,
      categories,
      targetGroups: groups,
      ages: agesOf(groups),
      coverage,
      coverageNames: coverage.map(regionName),
      modes: modesOf(text, category),
      ...capacityOf(category),
      calendar: calendarOf(text),
      ...periodOf(category, state),
      ...feeOf(category, text),
      qualifications: qualificationsOf(made, category),
      languages: languagesOf(made, category),
      state,
      confirmedAt: iso(confirmed),
      createdAt: iso(born),
    }
    return { born, cells }
  })
  return drafts.map(({ born, cells }, i) => ({
    id: idOf('f', born, i + 1),
    externalId: `DEMO-O-${String(i + 1).padStart(3, '0')}`,
    ...cells,
  }))
}
