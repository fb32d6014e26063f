import type { FieldError } from '../platform/errors.js'
import { unknownRegion } from '../regions/index.js'
import { unknownTerm } from '../taxonomy/index.js'
import type { Reference } from './filters.js'
import { type ServiceRecordChange, serviceRecordErrors } from './model.js'

/** Everything that is wrong with what people enter, but for whose it is and the referral. */
export function draftErrors(
  draft: ServiceRecordChange,
  today: string,
  { regions, taxonomy }: Reference,
): FieldError[] {
  return [
    ...unknownRegion(regions, 'region', draft.region),
    ...unknownTerm(taxonomy.services, 'category', draft.category, 'category.unknown'),
    ...serviceRecordErrors(draft, today),
  ]
}

/** What is wrong with the region and category that a list or a total is asked for. */
export function filterErrors(
  { region, category }: { readonly region?: string; readonly category?: string },
  { regions, taxonomy }: Reference,
): FieldError[] {
  return [
    ...unknownRegion(regions, 'region', region),
    ...unknownTerm(taxonomy.services, 'category', category, 'category.unknown'),
  ]
}
