import type { RouteObject } from 'react-router'

/** The pages of this workspace, each a file of its own that is loaded when somebody opens it. */
export const districtRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./desk/desk-page.js')).DeskPage }) },
  { path: 'map', lazy: async () => ({ Component: (await import('./map/map-page.js')).MapPage }) },
  { path: 'gaps', lazy: async () => ({ Component: (await import('./gaps/gaps-page.js')).GapsPage }) },
  {
    path: 'indicators',
    lazy: async () => ({ Component: (await import('./indicators/indicators-page.js')).IndicatorsPage }),
  },
  {
    path: 'indicators/report',
    lazy: async () => ({ Component: (await import('./report/report-page.js')).ReportPage }),
  },
]
