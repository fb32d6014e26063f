import { mayServe, type Organization } from '../organizations/index.js'
import type { FieldError } from '../platform/errors.js'
import type { Resolved } from '../platform/records/index.js'
import { unknownRegions } from '../regions/index.js'
import { resolveTerms } from '../taxonomy/index.js'
import type { Reference } from './filters.js'
import { type OfferingChange, offeringErrors } from './model.js'

/**
 * A draft with the present ids of its terms, or everything that is wrong with it.
 * @param organization the one it names; undefined when there is none
 * @param publishing whether it is to be published, for which the organisation must be in good standing
 */
export function resolveOffering<C extends OfferingChange>(
  draft: C,
  organization: Organization | undefined,
  publishing: boolean,
  { regions, taxonomy }: Reference,
): Resolved<C> {
  const categories = resolveTerms(taxonomy.services, 'categories', draft.categories, 'category.unknown')
  const groups = resolveTerms(taxonomy.groups, 'targetGroups', draft.targetGroups, 'group.unknown')
  const errors = [
    ...offeringErrors(draft),
    ...organizationErrors(organization, publishing),
    ...categories.errors,
    ...groups.errors,
    ...unknownRegions(regions, 'coverage', draft.coverage),
  ]
  if (errors.length) return { errors }
  return { draft: { ...draft, categories: categories.ids, targetGroups: groups.ids } }
}

/** @param publishing whether the organisation must be in good standing */
export function organizationErrors(
  organization: Organization | undefined,
  publishing: boolean,
): FieldError[] {
  if (!organization) return [{ field: 'organizationId', code: 'organization.unknown' }]
  if (publishing && !mayServe(organization))
    return [{ field: 'organizationId', code: 'organization.standing' }]
  return []
}
