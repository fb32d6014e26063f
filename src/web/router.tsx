import { createBrowserRouter, Navigate } from 'react-router'
import { useSession } from './api/session.js'
import { districtRoutes } from './district/routes.js'
import { Missing } from './layout/missing.js'
import { homeOf } from './layout/places.js'
import { Shell } from './layout/shell.js'
import { SignIn } from './layout/sign-in.js'
import { Loading } from './parts/loading.js'

/** Each workspace is a file of its own that is loaded when somebody enters it. */
export const router = createBrowserRouter([
  { path: '/sign-in', Component: SignIn },
  {
    path: '/invitation',
    lazy: async () => ({ Component: (await import('./account/invitation-page.js')).InvitationPage }),
  },
  {
    path: '/',
    Component: Shell,
    HydrateFallback: Loading,
    ErrorBoundary: Missing,
    children: [
      { index: true, Component: Home },
      { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox/inbox-page.js')).InboxPage }) },
      {
        path: 'account',
        lazy: async () => ({ Component: (await import('./account/account-page.js')).AccountPage }),
      },
      {
        path: 'referrals/:id',
        lazy: async () => ({ Component: (await import('./referrals/referral-link.js')).ReferralLink }),
      },
      {
        path: 'community',
        children: [
          {
            path: 'needs',
            lazy: async () => ({ Component: (await import('./community/routes.js')).NeedsPage }),
          },
          {
            path: 'needs/import',
            lazy: async () => ({ Component: (await import('./sheets/import-page.js')).NeedsImportPage }),
          },
          {
            path: 'needs/:id',
            lazy: async () => ({ Component: (await import('./community/routes.js')).NeedPage }),
          },
          {
            path: 'post',
            lazy: async () => ({ Component: (await import('./community/routes.js')).PostPage }),
          },
        ],
      },
      { path: 'district', children: districtRoutes },
      {
        path: 'organization',
        children: [
          { index: true, element: <Navigate to="requests" replace /> },
          {
            path: 'requests',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).RequestsPage }),
          },
          {
            path: 'requests/:id',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).RequestPage }),
          },
          {
            path: 'requests/needs/:id',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).OpenNeedPage }),
          },
          {
            path: 'offerings',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).OfferingsPage }),
          },
          {
            path: 'offerings/new',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).OfferingPage }),
          },
          {
            path: 'offerings/import',
            lazy: async () => ({ Component: (await import('./sheets/import-page.js')).OfferingsImportPage }),
          },
          {
            path: 'offerings/:id',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).OfferingPage }),
          },
          {
            path: 'offerings/capacity',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).CapacityPage }),
          },
          {
            path: 'records',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).RecordsPage }),
          },
          {
            path: 'records/new',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).RecordFormPage }),
          },
          {
            path: 'records/sheet',
            lazy: async () => ({ Component: (await import('./organization/routes.js')).MonthSheetPage }),
          },
        ],
      },
      { path: '*', Component: Missing },
    ],
  },
])

function Home() {
  const session = useSession()
  return session ? <Navigate to={homeOf(session)} replace /> : null
}
