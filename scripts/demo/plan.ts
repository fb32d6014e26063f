import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadRegions, type Region } from '../../src/regions/index.js'
import { chance, weighted } from './chance.js'
import { type Row, rows, seeds } from './rows.js'

/** One line of a CSV to be: lists are joined, missing values left empty. */
export type Cells = Record<string, string | number | readonly string[] | undefined>

const regions = loadRegions(join(seeds, 'regions'))

/** Texts of seeds/corpus chosen for the demo; kept here, so that the corpus can grow without changing it. */
function texts<T>(name: string): T[] {
  const lines = readFileSync(join(seeds, 'demo/plan', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as T)
}

export interface NeedText {
  /** resident, voice, dialect or short as people say it; worker or formal as staff write it. */
  readonly style: string
  readonly category: string
  readonly also: readonly string[]
  readonly groups: readonly string[]
  readonly text: string
  readonly title?: string
}

interface OfferingText {
  /** Name in organizations.tsv. */
  readonly organization: string
  /** For which it is in the demo. */
  readonly category: string
  readonly title: string
  readonly text: string
  readonly categories: readonly string[]
  readonly groups: readonly string[]
}

export const needTexts = texts<NeedText>('need-texts')
export const offeringTexts = texts<OfferingText>('offering-texts')
export const organizationPlan = rows('organizations')
const categoryPlan = rows('categories')
export const committeePlan = rows('committee-needs')
export const crisisPlan = rows('crisis-needs')
export const seasonPlan = rows('seasons')
export const currentOfferingPlan = rows('current-offerings')
const streetPlan = rows('streets')

const byCategory = new Map(categoryPlan.map((row) => [row.category, row]))
/** How a category is asked for; a category without a line of its own as its parent is, else as a case. */
export function categoryRow(id: string): Row {
  for (let at = id; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const row = byCategory.get(at)
    if (row) return row
  }
  return { category: id, unit: 'case', from: '1', to: '1', mode: '-', titles: '' }
}

export const listOf = (text = ''): string[] => text.split(/[,;]/).filter(Boolean)

export const district = '440307000000'
export const regionName = (code: string): string => {
  const region = regions.get(code)
  const street = region?.level === 'community' ? (regions.get(region.parent ?? '')?.zh ?? '') : ''
  return `${street}${region?.zh ?? ''}`
}
export const communityName = (code: string): string => regions.get(code)?.zh ?? ''

export function street(name: string): Region {
  const found = regions.named(`${name}街道`)[0]
  if (!found) throw new RangeError(`demo: no street ${name}`)
  return found
}
export const communitiesOf = (name: string): readonly Region[] => regions.childrenOf(street(name).code)

/** @param place `布吉/凤凰`: two communities share a name, so the street is always said */
export function community(place = ''): Region {
  const [name = '', short] = place.split('/')
  const found = communitiesOf(name).find((region) => region.zh === `${short}社区`)
  if (!found) throw new RangeError(`demo: no community ${place}`)
  return found
}

const crowding = new Map(regions.all.map((region) => [region.code, 0.3 + chance() ** 2 * 3]))
const favours = new Map(
  streetPlan.map((row) => [row, listOf(row.favours).map((one) => one.split('*') as [string, string])]),
)

/** Where a need of this category arises: some streets and communities have more, and more of some things. */
export function regionFor(category: string): string {
  const chosen = weighted(streetPlan, (row) => {
    const fitting = (favours.get(row) ?? []).filter(([start]) => category.startsWith(start))
    return fitting.reduce((share, [, factor]) => share * Number(factor), Number(row.share))
  })
  return weighted(communitiesOf(chosen.street ?? ''), ({ code }) => crowding.get(code) ?? 1).code
}
