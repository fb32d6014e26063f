import { periodsOf, recordedShape, type SearchableKind } from '../platform/records/index.js'
import type { SearchCollection } from '../platform/search/index.js'
import { defineCollection, type Sort } from '../platform/store/index.js'
import { confirmBy, type Offering } from './model.js'
import { listed } from './reach.js'

export const offeringsCollection = defineCollection<Offering>({
  name: 'offerings',
  shape: {
    ...recordedShape,
    organizationId: 'string',
    title: 'string',
    description: 'string',
    categories: ['string'],
    targetGroups: ['string'],
    ages: { from: 'number', to: 'number' },
    coverage: ['string'],
    modes: ['string'],
    capacity: { perMonth: 'number', unit: 'string' },
    calendar: [{ weekday: 'number', from: 'string', to: 'string' }],
    period: { from: 'string', until: 'string' },
    fee: { amount: 'number', note: 'string' },
    qualifications: ['string'],
    languages: ['string'],
    state: 'string',
    confirmedAt: 'string',
    externalId: 'string',
  },
  indexes: [
    { fields: ['externalId'], unique: true },
    { fields: ['organizationId'] },
    { fields: ['state'] },
    { fields: ['state', 'confirmedAt'] },
    { fields: ['confirmedAt'] },
  ],
  arrays: ['categories', 'targetGroups', 'coverage', 'modes'],
})

/** Newest first: ids grow with time. */
export const offeringSort: Sort = { field: 'id', direction: 'desc' }

/** What a search can count; `reach` beside them only bounds it. */
export const offeringFacets = ['category', 'group', 'region', 'state', 'organization', 'mode', 'confirmBy']

export const offeringsSearch: SearchCollection = {
  name: 'offerings',
  fields: [
    { name: 'title', weight: 3 },
    { name: 'description', weight: 1 },
  ],
  filters: [...offeringFacets, 'reach'],
}

export const offeringKind: SearchableKind<Offering> = {
  name: 'offering',
  prefix: 'f',
  collection: offeringsCollection,
  search: offeringsSearch,
  toSearchEntry: (offering) => ({
    id: offering.id,
    revision: offering.revision,
    fields: { title: offering.title, description: offering.description },
    filters: {
      category: offering.categories,
      group: offering.targetGroups,
      region: offering.coverage,
      state: [offering.state],
      organization: [offering.organizationId],
      mode: offering.modes,
      confirmBy: periodsOf(confirmBy(offering)),
      reach: [...(offering.state === 'published' ? [listed] : []), offering.organizationId],
    },
  }),
}
