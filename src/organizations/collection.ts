import { recordedShape, type SearchableKind } from '../platform/records/index.js'
import type { SearchCollection } from '../platform/search/index.js'
import { defineCollection, type Sort } from '../platform/store/index.js'
import { mayServe, type Organization } from './model.js'
import { listed } from './reach.js'

export const organizationsCollection = defineCollection<Organization>({
  name: 'organizations',
  shape: {
    ...recordedShape,
    name: 'string',
    type: 'string',
    track: { kind: 'string', creditCode: 'string', filingNumber: 'string' },
    activity: 'string',
    homeRegion: 'string',
    evaluation: { grade: 'string', grantedOn: 'string', validTo: 'string' },
    standing: 'string',
    qualifications: [{ code: 'string', validTo: 'string' }],
    contacts: [{ name: 'string', role: 'string', phone: 'string', email: 'string' }],
    description: 'string',
    externalId: 'string',
  },
  indexes: [
    { fields: ['track.creditCode'], unique: true },
    { fields: ['track.filingNumber'], unique: true },
    { fields: ['externalId'], unique: true },
    { fields: ['type'] },
    { fields: ['track.kind'] },
    { fields: ['activity'] },
    { fields: ['standing'] },
    { fields: ['homeRegion'] },
  ],
})

/** Newest first: ids grow with time. */
export const organizationSort: Sort = { field: 'id', direction: 'desc' }

/** What a search can count; `reach` beside them only bounds it. */
export const organizationFacets = ['type', 'track', 'activity', 'standing', 'region']

export const organizationsSearch: SearchCollection = {
  name: 'organizations',
  fields: [
    { name: 'name', weight: 3 },
    { name: 'description', weight: 1 },
  ],
  filters: [...organizationFacets, 'reach'],
}

export const organizationKind: SearchableKind<Organization> = {
  name: 'organization',
  prefix: 'o',
  collection: organizationsCollection,
  search: organizationsSearch,
  toSearchEntry: ({ id, revision, name, description, type, track, activity, standing, homeRegion }) => ({
    id,
    revision,
    fields: { name, description: description ?? '' },
    filters: {
      type: [type],
      track: [track.kind],
      activity: [activity],
      standing: [standing],
      region: [homeRegion],
      reach: mayServe({ standing }) ? [listed, id] : [id],
    },
  }),
}
