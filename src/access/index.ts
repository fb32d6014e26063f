import type { ApiPart } from '../platform/http/api-part.js'
import type { Access } from './access.js'
import { accessMessages } from './messages.js'
import { accessRoutes, accessTags } from './routes.js'

export { type Access, createAccess } from './access.js'
export type { AccountChange } from './accounts/accounts.js'
export { accountKind } from './accounts/collection.js'
export { type AccessScope, type Account, type AccountRole, accountRoles } from './accounts/model.js'
export { stillStands } from './accounts/standing.js'
export { accessCollections, perishableAccess } from './collections.js'
export { accessMessages } from './messages.js'
export { loadCommonPasswords } from './passwords/common.js'
export { isPermission, mayDo, type Permission } from './permissions.js'

export { actsFor, isOfOrganization, placeScope, reaches, regionScope, regionsOf } from './scope.js'
export { resealSecondFactors } from './second-factor/reseal.js'
export { hasSessionCookie } from './sessions/cookies.js'

export function accessApi(access: Access): ApiPart {
  return { routes: accessRoutes(access), tags: accessTags, messages: accessMessages }
}
