import { useRegions, useTerms } from '../../api/reference.js'
import type { GapPlace } from './gaps.js'

/** e.g. 心理健康 · 青少年 · 坂田街道 */
export function useGapName({ region, category, group }: GapPlace): string {
  const regions = useRegions()
  const services = useTerms('services')
  const groups = useTerms('groups')
  return [services.nameOf(category), ...(group ? [groups.nameOf(group)] : []), regions.nameOf(region)].join(
    ' · ',
  )
}
