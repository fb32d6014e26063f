import type { RouteObject } from 'react-router'
import { lazyPage } from '../parts/lazy-page.js'

/** The pages of this workspace. */
export const communityRoutes: RouteObject[] = [
  { path: 'needs', ...lazyPage(() => import('./needs/needs-page.js'), 'NeedsPage') },
  { path: 'needs/import', ...lazyPage(() => import('../sheets/import-page.js'), 'NeedsImportPage') },
  { path: 'needs/:id', ...lazyPage(() => import('./needs/need-page.js'), 'NeedPage') },
  { path: 'post', ...lazyPage(() => import('./post/post-page.js'), 'PostPage') },
]
