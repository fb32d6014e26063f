import type { Route } from '../platform/http/route.js'
import type { Access } from './access.js'
import { accountRoutes } from './accounts/routes.js'
import { claimRoutes } from './claims/routes.js'
import { invitationRoutes } from './invitations/routes.js'
import { openidRoutes } from './openid/routes.js'
import { passwordRoutes } from './passwords/routes.js'
import { secondFactorRoutes } from './second-factor/routes.js'
import { sessionRoutes } from './sessions/routes.js'
import { tokenRoutes } from './tokens/routes.js'

export const accessTags = {
  session: { zh: '登录', en: 'Signing in' },
  accounts: { zh: '账号', en: 'Accounts' },
  invitations: { zh: '邀请', en: 'Invitations' },
  claims: { zh: '组织认领', en: 'Claims on organisations' },
  tokens: { zh: '访问令牌', en: 'API tokens' },
}

export function accessRoutes(access: Access): Route[] {
  return [
    ...sessionRoutes(access),
    ...passwordRoutes(access),
    ...secondFactorRoutes(access),
    ...openidRoutes(access),
    ...accountRoutes(access),
    ...invitationRoutes(access),
    ...claimRoutes(access),
    ...tokenRoutes(access),
  ]
}
