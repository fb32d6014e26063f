export { loadRegions } from './load.js'
export { regionMessages } from './messages.js'
export { type Region, type RegionLevel, Regions } from './model.js'
export { unknownRegion, unknownRegions } from './references.js'
export { regionRoutes } from './routes.js'

export const regionTag = { zh: '地区', en: 'Regions' }
