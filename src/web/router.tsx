import { Suspense } from 'react'
import { BrowserRouter, matchRoutes, Navigate, type RouteObject, useRoutes } from 'react-router'
import { useSession } from './api/session.js'
import { communityRoutes } from './community/routes.js'
import { districtRoutes } from './district/routes.js'
import { WayHome } from './layout/broken.js'
import { Missing } from './layout/missing.js'
import { homeOf } from './layout/places.js'
import { Shell } from './layout/shell.js'
import { organizationRoutes } from './organization/routes.js'
import { lazyPage } from './parts/lazy-page.js'
import { Loading } from './parts/loading.js'

const routes: RouteObject[] = [
  { path: '/sign-in', ...lazyPage(() => import('./layout/sign-in.js'), 'SignIn') },
  { path: '/invitation', ...lazyPage(() => import('./account/invitation-page.js'), 'InvitationPage') },
  {
    path: '/',
    Component: Shell,
    children: [
      { index: true, Component: Home },
      { path: 'inbox', ...lazyPage(() => import('./inbox/inbox-page.js'), 'InboxPage') },
      { path: 'account', ...lazyPage(() => import('./account/account-page.js'), 'AccountPage') },
      { path: 'referrals/:id', ...lazyPage(() => import('./referrals/referral-link.js'), 'ReferralLink') },
      { path: 'needs/:id', ...lazyPage(() => import('./inbox/subject-links.js'), 'NeedLink') },
      { path: 'offerings/:id', ...lazyPage(() => import('./inbox/subject-links.js'), 'OfferingLink') },
      { path: 'regions/:id', ...lazyPage(() => import('./inbox/subject-links.js'), 'RegionLink') },
      { path: 'community', children: communityRoutes },
      { path: 'district', children: districtRoutes },
      { path: 'organization', children: organizationRoutes },
      { path: '*', Component: Missing },
    ],
  },
]

/** Begins to load the page of this address, while it is still asked who is signed in. */
export function loadAhead(): void {
  for (const { route } of matchRoutes(routes, window.location) ?? []) route.handle?.()
}

export function Router() {
  return (
    <BrowserRouter>
      <WayHome>
        <Suspense fallback={<Loading />}>
          <Places />
        </Suspense>
      </WayHome>
    </BrowserRouter>
  )
}

function Places() {
  return useRoutes(routes)
}

function Home() {
  const session = useSession()
  return session ? <Navigate to={homeOf(session)} replace /> : null
}
