import type { ApiPart } from '../platform/http/api-part.js'
import type { Regions } from '../regions/index.js'
import { organizationMessages } from './messages.js'
import { organizationRoutes } from './routes.js'
import type { Organizations } from './service.js'

export { organizationKind, organizationsCollection } from './collection.js'
export { checkCharacter, isCreditCode } from './credit-code.js'
export { organizationMessages } from './messages.js'
export {
  activityTypes,
  gradeOn,
  grades,
  mayServe,
  type Organization,
  type OrganizationDraft,
  organizationTypes,
  standings,
} from './model.js'
export { organizationRoutes } from './routes.js'
export { organizationDraft } from './schema.js'
export { createOrganizations, type Organizations } from './service.js'
export { activityWords, organizationTypeWords, standingWords, trackWords } from './words.js'

export function organizationApi(organizations: Organizations, regions: Regions): ApiPart {
  const tags = { organizations: { zh: '社会组织', en: 'Organisations' } }
  return { routes: organizationRoutes(organizations, regions), tags, messages: organizationMessages }
}
