import type { ApiPart } from '../platform/http/api-part.js'
import { regionMessages } from './messages.js'
import type { Regions } from './model.js'
import { regionRoutes } from './routes.js'

export { loadRegions } from './load.js'
export { regionMessages } from './messages.js'
export { type Region, type RegionLevel, Regions } from './model.js'
export { unknownRegion, unknownRegions } from './references.js'
export { regionRoutes } from './routes.js'

export function regionApi(regions: Regions): ApiPart {
  const tags = { regions: { zh: '地区', en: 'Regions' } }
  return { routes: regionRoutes(regions), tags, messages: regionMessages }
}
