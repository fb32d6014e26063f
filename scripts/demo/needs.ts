import { between, chance, pick, weighted } from './chance.js'
import { idOf } from './codes.js'
import { day, iso, isoDay, lastDay, momentIn, monthsFrom } from './moments.js'
import {
  type Cells,
  categoryRow,
  committeePlan,
  communityName,
  crisisPlan,
  listOf,
  type NeedText,
  needTexts,
  regionFor,
  regionName,
} from './plan.js'
import type { Row } from './rows.js'
import { asTold, crisisIn, ended, monthsOf } from './texts.js'

const twinCount = 8

interface Draft {
  readonly at: number
  readonly region: string
  readonly source: string
  readonly title: string
  readonly text: string
  readonly cells: Cells
}

const agesOfGroup: Row = {
  elderly: '60-100',
  'elderly-80': '80-100',
  'elderly-alone': '60-100',
  'elderly-disabled': '60-100',
  'elderly-dementia': '60-100',
  'children-schoolage': '6-12',
  'children-under14': '3-13',
  teens: '12-17',
  'teens-emotional': '10-17',
  'teens-internet': '10-17',
  'teens-dropout': '13-18',
  infants: '0-3',
  'children-autism': '2-14',
  students: '17-24',
  youth: '18-35',
  singles: '22-40',
}

/** The ages of all the groups, where they agree. */
export function agesOf(groups: readonly string[]): string | undefined {
  const bands = new Set(groups.map((group) => agesOfGroup[group]))
  return bands.size === 1 ? [...bands][0] : undefined
}

function sourceFor(style: string | undefined): string {
  if (style === 'worker' || style === 'formal') return chance() < 0.55 ? 'visit' : 'grid-worker'
  return weighted(['hotline', 'self', 'online'], (source) => (source === 'hotline' ? 4 : 3))
}

const pressing =
  /^(?:mental\.crisis|minors\.(?:protection|victims)|women-family\.violence|psychiatric\.crisis|elderly\.protection|hardship\.(?:temporary|homeless)|corrections\.hardship)/
const leisurely =
  /^(?:culture-sport|environment|volunteer|governance|health\.(?:tcm|education)|elderly\.(?:activities|digital)|migrant\.social|women-family\.matchmaking|minors\.(?:talent|parent-child)|.*\.education$)/
function urgencyFor(category: string): string {
  if (category === 'mental.crisis' && chance() < 0.5) return 'crisis'
  if (pressing.test(category)) return 'urgent'
  if (leisurely.test(category)) return chance() < 0.8 ? 'routine' : 'soon'
  return weighted(['routine', 'soon', 'urgent'], (level) => ({ routine: 58, soon: 30 })[level] ?? 12)
}

/** By urgency: how many name a day, and how many days ahead it is. */
const deadlines: Record<string, readonly [number, number, number]> = {
  routine: [0.25, 30, 90],
  soon: [0.6, 12, 45],
  urgent: [0.85, 2, 7],
  crisis: [1, 0, 1],
}
function neededBy(at: number, urgency: string): string | undefined {
  const [share, from, to] = deadlines[urgency] ?? [0, 0, 0]
  return chance() < share ? isoDay(at + between(from, to) * day) : undefined
}

const restricted =
  /^(?:mental\.(?!education)|corrections|drug\.(?!education)|psychiatric|minors\.(?:inmate|protection|bad|left|distressed|dropout|bullying)|hardship\.(?!wish|housing)|disability|women-family\.(?:rights|violence|distressed|single|maternal\.)|elderly\.(?:cognitive|home-visit|home-care|protection)|health\.(?:cancer|hospice))/
export function visibilityFor(category: string, urgency: string): string {
  if (urgency === 'crisis' || /^(?:minors\.(?:protection|victims)|women-family\.violence)/.test(category))
    return 'staff'
  return restricted.test(category) ? 'matched' : 'public'
}

function peopleFor(id: string, unit: string, amount: number, source: string): number {
  // A resident who asks for an activity speaks for one; staff speak for the neighbourhood.
  if (unit === 'activity') return source === 'visit' || source === 'grid-worker' ? between(20, 80) : 1
  if (unit === 'place') return amount
  if (id.startsWith('mediation.')) return between(2, 3)
  return /hardship\.(?:case|goods|housing)|families|single-parent/.test(id) ? between(2, 5) : 1
}

/** A person may lower what the words raised, with a reason; some of the later ones were. */
function lowered(at: number, urgency: string): Cells {
  if (urgency !== 'crisis' || chance() > 0.2) return { urgency }
  return {
    urgency: 'urgent',
    urgencyLoweredReason: pick([
      '社工已当面评估，家人陪同，暂无即时危险，改为两日内跟进',
      '已电话核实，当事人已由亲属接走并约好面谈',
    ]),
    urgencyLoweredAt: iso(at + between(1, 5) * 3_600_000),
  }
}

function ofHousehold(need: NeedText): Draft {
  const id = need.category
  const { from, to, unit = 'case', mode = '-', titles = '' } = categoryRow(id)
  const source = sourceFor(need.style)
  const { words, kinds } = crisisIn(need.text)
  const stated = urgencyFor(id)
  const urgency = words.length ? 'crisis' : stated
  const at = momentIn(monthsOf(need.text, id), source)
  const amount = between(Number(from), Number(to))
  const also = chance() < 0.25 ? need.also.slice(0, 1) : []
  const cells: Cells = {
    beneficiaryCount: peopleFor(id, unit, amount, source),
    targetGroups: need.groups,
    ages: agesOf(need.groups),
    amount,
    unit,
    categories: chance() < 0.5 ? [id, ...also] : [],
    ...lowered(at, urgency),
    urgencyStated: stated,
    urgencyWords: words,
    urgencyKinds: kinds,
    neededBy: neededBy(at, urgency),
    modes: mode === '-' || chance() < 0.4 ? [] : [mode],
    visibility: visibilityFor(id, urgency),
  }
  const title = need.title ?? pick(titles.split('/'))
  return { at, region: regionFor(id), source, title, text: asTold(need.text, source), cells }
}

/** What a committee, a school or a workplace asks for on behalf of many. */
function ofMany(row: Row): Draft {
  const { category = '', unit = '', mode = '-', urgency = 'routine' } = row
  const region = regionFor(category)
  const source = chance() < 0.8 ? 'visit' : 'online'
  const at = momentIn(monthsFrom(row.months), source)
  const amount = between(Number(row.from), Number(row.to))
  const people = unit === 'place' || unit === 'case' ? amount : between(8, unit === 'visit' ? 20 : 60)
  const text = (row.text ?? '').replaceAll('{n}', String(amount)).replaceAll('{c}', communityName(region))
  const cells: Cells = {
    beneficiaryCount: people,
    targetGroups: listOf(row.groups),
    ages: row.ages,
    amount,
    unit,
    categories: chance() < 0.5 ? [category] : [],
    urgency,
    urgencyStated: urgency,
    neededBy: urgency === 'routine' ? undefined : isoDay(at + between(10, 35) * day),
    modes: mode === '-' ? [] : [mode],
    visibility: visibilityFor(category, urgency),
  }
  return { at, region, source, title: row.title ?? '', text, cells }
}

function ofDanger({ category = '', groups, style = '', title = '', text = '' }: Row): Draft {
  return ofHousehold({ text, category, also: [], groups: listOf(groups), style, title })
}

/** The same trouble told again a few days later by somebody else: what the duplicate check is for. */
function twinOf(first: Draft): Draft {
  const told = first.text.replace(
    /^(?:来电居民称|热线记录|热线转来，居民原话)：|[“”]|来电人希望有人回电。/g,
    '',
  )
  const at = first.at + between(1, 4) * day
  const cells = { ...first.cells, categories: [] }
  return { ...first, at, source: 'grid-worker', text: `网格员入户核实：${ended(told)}`, cells }
}

function stateAt(at: number): string {
  if (at > lastDay - 40 * day && chance() < 0.2) return 'draft'
  return chance() < 0.08 ? 'withdrawn' : 'open'
}

export function makeNeeds(): Cells[] {
  const many = committeePlan.flatMap((row) => Array.from({ length: Number(row.times) }, () => ofMany(row)))
  const dangers = crisisPlan.map(ofDanger)
  const single = needTexts.map(ofHousehold)
  const told = single.filter(
    (n) =>
      n.source === 'hotline' && n.at < lastDay - 6 * day && n.text.length > 40 && n.cells.urgency === 'soon',
  )
  const all = [...many, ...dangers, ...single, ...told.slice(0, twinCount).map(twinOf)].sort(
    (a, b) => a.at - b.at,
  )
  return all.map(({ at, region, source, title, text, cells }, i) => ({
    id: idOf('n', at, i + 1),
    externalId: `DEMO-N-${String(i + 1).padStart(4, '0')}`,
    region,
    regionName: regionName(region),
    title,
    text,
    ...cells,
    source,
    state: stateAt(at),
    createdAt: iso(at),
  }))
}
