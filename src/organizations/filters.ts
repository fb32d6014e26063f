import { anyOf, given } from '../platform/records/index.js'
import type { Filter } from '../platform/store/index.js'
import type { Regions } from '../regions/index.js'
import type { Organization, Standing, Track } from './model.js'

/** Which organisations are asked for; of several values any may hold. */
export interface OrganizationFilters {
  readonly type?: readonly Organization['type'][]
  readonly track?: Track['kind']
  readonly activity?: readonly Organization['activity'][]
  readonly standing?: readonly Standing[]
  /** Its home lies in this region. */
  readonly region?: string
}

export function storeFilter(filters: OrganizationFilters, regions: Regions): Filter {
  const { type, track, activity, standing, region } = filters
  const codes = regions.narrowedTo(region)
  return given({
    type: type && anyOf(type),
    'track.kind': track,
    activity: activity && anyOf(activity),
    standing: standing && anyOf(standing),
    homeRegion: codes && anyOf(codes),
  })
}

export function searchFilter(
  filters: OrganizationFilters,
  regions: Regions,
): Record<string, readonly string[]> {
  const { type, track, activity, standing, region } = filters
  return given<readonly string[]>({
    type,
    track: track && [track],
    activity,
    standing,
    region: regions.narrowedTo(region),
  })
}
