import { reaches, regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Forbidden, Invalid } from '../platform/errors.js'
import type { RegionLevel, Regions } from '../regions/index.js'

/** What an actor looks at, and whether it is responsible for it: others are told sums that were made safe. */
export interface View {
  readonly region: string
  readonly isExact: boolean
}

/**
 * A committee is responsible for its community, a street for its street, the district for all; of what lies outside
 * everybody sees the district's sums by street.
 * @param asked region with everything in it; default the actor's own, else the district
 * @throws Invalid for an unknown region, Forbidden for a part that the actor is not responsible for
 */
export function viewOf(actor: Actor, asked: string | undefined, regions: Regions): View {
  const district = districtOf(regions)
  const region = asked ?? actor.region ?? district
  if (!regions.has(region)) throw new Invalid([{ field: 'region', code: 'region.unknown' }])
  const isExact = regionsOf(actor, regions) === 'all' || reaches(actor, region, regions)
  if (!isExact && region !== district) throw new Forbidden('insights.read')
  return { region, isExact }
}

/** @throws Forbidden for whoever is not responsible for the region */
export function exactView(actor: Actor, asked: string | undefined, regions: Regions): string {
  const { region, isExact } = viewOf(actor, asked, regions)
  if (!isExact) throw new Forbidden('insights.read')
  return region
}

export function districtOf(regions: Regions): string {
  return regions.all.find(({ level }) => level === 'district')?.code ?? ''
}

/** What lies next below; communities stay what they are. */
export function levelBelow(regions: Regions, code: string): RegionLevel {
  return regions.get(code)?.level === 'district' ? 'street' : 'community'
}

/** The region of a level in which this one lies; itself where it lies above that level. */
export function rolledUp(code: string, level: RegionLevel, regions: Regions): string {
  return regions.chain(code).find((each) => regions.get(each)?.level === level) ?? code
}
