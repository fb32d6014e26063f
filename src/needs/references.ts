import type { Resolved } from '../platform/records/index.js'
import { unknownRegion } from '../regions/index.js'
import { resolveTerms } from '../taxonomy/index.js'
import type { Reference } from './filters.js'
import { type NeedChange, needErrors } from './model.js'

/** A draft with the present ids of its terms, or everything that is wrong with it. */
export function resolveNeed<C extends NeedChange>(draft: C, { regions, taxonomy }: Reference): Resolved<C> {
  const { region, beneficiaries } = draft
  const categories = resolveTerms(taxonomy.services, 'categories', draft.categories, 'category.unknown')
  const groups = resolveTerms(taxonomy.groups, 'beneficiaries.groups', beneficiaries.groups, 'group.unknown')
  const errors = [
    ...needErrors(draft),
    ...unknownRegion(regions, 'region', region),
    ...categories.errors,
    ...groups.errors,
  ]
  if (errors.length) return { errors }
  if (categories.ids === draft.categories && groups.ids === beneficiaries.groups) return { draft }
  return {
    draft: { ...draft, categories: categories.ids, beneficiaries: { ...beneficiaries, groups: groups.ids } },
  }
}
