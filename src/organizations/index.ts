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

export const organizationTag = { zh: '社会组织', en: 'Organisations' }
