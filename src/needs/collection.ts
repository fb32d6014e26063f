import { dayOf, periodsOf, recordedShape, type SearchableKind } from '../platform/records/index.js'
import type { SearchCollection } from '../platform/search/index.js'
import { defineCollection, type Sort } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import type { Need } from './model.js'
import { circleOf } from './reach.js'

export const needsCollection = defineCollection<Need>({
  name: 'needs',
  shape: {
    ...recordedShape,
    region: 'string',
    title: 'string',
    text: 'string',
    beneficiaries: { count: 'number', groups: ['string'], ages: { from: 'number', to: 'number' } },
    amount: { value: 'number', unit: 'string' },
    categories: ['string'],
    urgency: {
      level: 'string',
      stated: 'string',
      words: ['string'],
      kinds: ['string'],
      toCheck: 'boolean',
      lowered: { from: 'string', to: 'string', reason: 'string', by: 'string', at: 'string' },
    },
    neededBy: 'string',
    modes: ['string'],
    source: 'string',
    state: 'string',
    progress: { pending: 'number', reserved: 'number', committed: 'number', delivered: 'number' },
    partlyTaken: 'boolean',
    closedFor: 'string',
    mergedInto: 'string',
    joint: 'boolean',
    visibility: 'string',
    guarded: 'boolean',
    queue: 'string',
    externalId: 'string',
  },
  indexes: [
    { fields: ['externalId'], unique: true },
    { fields: ['createdAt'] },
    { fields: ['region', 'createdAt'] },
    { fields: ['state', 'createdAt'] },
    { fields: ['state', 'queue'] },
    { fields: ['urgency.level', 'createdAt'] },
    { fields: ['source', 'createdAt'] },
    { fields: ['visibility', 'state', 'createdAt'] },
    { fields: ['visibility', 'partlyTaken', 'createdAt'] },
  ],
  arrays: ['categories', 'beneficiaries.groups'],
})

/** Newest first. */
export const needSort: Sort = { field: 'createdAt', direction: 'desc' }

/** What a search can count; `reach` beside them only bounds it. */
export const needFacets = ['region', 'state', 'urgency', 'category', 'group', 'source', 'created']

export const needsSearch: SearchCollection = {
  name: 'needs',
  fields: [
    { name: 'title', weight: 3 },
    { name: 'text', weight: 1 },
  ],
  filters: [...needFacets, 'reach'],
}

export const needKind: SearchableKind<Need> = {
  name: 'need',
  prefix: 'n',
  collection: needsCollection,
  search: needsSearch,
  toSearchEntry(need) {
    const {
      id,
      revision,
      title,
      text,
      region,
      state,
      urgency,
      categories,
      beneficiaries,
      source,
      createdAt,
    } = need
    const circle = circleOf(need)
    return {
      id,
      revision,
      // Nobody finds a need by a name or a number in it, not even who wrote it: the index holds none.
      fields: { title: mask(title).text, text: mask(text).text },
      filters: {
        region: [region],
        state: [state],
        urgency: [urgency.level],
        category: categories,
        group: beneficiaries.groups,
        source: [source],
        created: periodsOf(dayOf(createdAt)),
        reach: circle ? [region, circle] : [region],
      },
    }
  },
}
