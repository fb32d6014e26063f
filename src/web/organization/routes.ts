import { createElement } from 'react'
import { Navigate, type RouteObject } from 'react-router'
import { lazyPage } from '../parts/lazy-page.js'

/** The pages of this workspace. */
export const organizationRoutes: RouteObject[] = [
  { index: true, element: createElement(Navigate, { to: 'requests', replace: true }) },
  { path: 'requests', ...lazyPage(() => import('./requests/requests-page.js'), 'RequestsPage') },
  { path: 'requests/:id', ...lazyPage(() => import('./requests/request-page.js'), 'RequestPage') },
  { path: 'requests/needs/:id', ...lazyPage(() => import('./requests/open-need-page.js'), 'OpenNeedPage') },
  { path: 'offerings', ...lazyPage(() => import('./offerings/offerings-page.js'), 'OfferingsPage') },
  { path: 'offerings/new', ...lazyPage(() => import('./offerings/offering-page.js'), 'OfferingPage') },
  { path: 'offerings/import', ...lazyPage(() => import('../sheets/import-page.js'), 'OfferingsImportPage') },
  { path: 'offerings/:id', ...lazyPage(() => import('./offerings/offering-page.js'), 'OfferingPage') },
  { path: 'offerings/capacity', ...lazyPage(() => import('./offerings/capacity-page.js'), 'CapacityPage') },
  { path: 'indicators', ...lazyPage(() => import('./indicators/indicators-page.js'), 'IndicatorsPage') },
  { path: 'records', ...lazyPage(() => import('./records/records-page.js'), 'RecordsPage') },
  { path: 'records/new', ...lazyPage(() => import('./records/record-form-page.js'), 'RecordFormPage') },
  {
    path: 'records/import',
    ...lazyPage(() => import('../sheets/import-page.js'), 'ServiceRecordsImportPage'),
  },
  { path: 'records/sheet', ...lazyPage(() => import('./records/month-sheet-page.js'), 'MonthSheetPage') },
]
