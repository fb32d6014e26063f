import { createBrowserRouter, Navigate } from 'react-router'
import { useSession } from './api/session.js'
import { homeOf } from './layout/places.js'
import { Shell } from './layout/shell.js'
import { SignIn } from './layout/sign-in.js'
import { Loading } from './parts/loading.js'

/** Each workspace is a file of its own that is loaded when somebody enters it. */
export const router = createBrowserRouter([
  { path: '/sign-in', Component: SignIn },
  {
    path: '/',
    Component: Shell,
    HydrateFallback: Loading,
    children: [
      { index: true, Component: Home },
      {
        path: 'community',
        children: [
          {
            path: 'needs',
            lazy: async () => ({ Component: (await import('./community/routes.js')).NeedsPage }),
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
    ],
  },
])

function Home() {
  const session = useSession()
  return session ? <Navigate to={homeOf(session)} replace /> : null
}
