import type { RouteObject } from 'react-router'
import { lazyPage } from '../parts/lazy-page.js'

/** The pages of this workspace. */
export const districtRoutes: RouteObject[] = [
  { index: true, ...lazyPage(() => import('./desk/desk-page.js'), 'DeskPage') },
  { path: 'map', ...lazyPage(() => import('./map/map-page.js'), 'MapPage') },
  { path: 'gaps', ...lazyPage(() => import('./gaps/gaps-page.js'), 'GapsPage') },
  { path: 'duty', ...lazyPage(() => import('./duty/duty-page.js'), 'DutyPage') },
  { path: 'indicators', ...lazyPage(() => import('./indicators/indicators-page.js'), 'IndicatorsPage') },
  { path: 'indicators/report', ...lazyPage(() => import('./report/report-page.js'), 'ReportPage') },
]
