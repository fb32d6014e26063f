import type { Route } from '../platform/http/route.js'
import { actionRoute, recordRoutes } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { organizationFacets, organizationSort } from './collection.js'
import {
  organizationChange,
  organizationDraft,
  organizationFilters,
  organizationRecord,
  standingBody,
} from './schema.js'
import type { Organizations } from './service.js'
import { organizationSheet } from './sheet.js'

const change = {
  name: '龙岗区向阳社工服务中心',
  type: 'service-institution',
  track: { kind: 'registered', creditCode: '52440307MJL0000004' },
  activity: 'living-services',
  homeRegion: '440307003000',
}
const id = 'o-01k8f3q2t8x7m4c9e2p0'

export function organizationRoutes(organizations: Organizations, regions: Regions): Route[] {
  return [
    ...recordRoutes({
      plural: 'organizations',
      singular: 'Organization',
      name: { zh: '组织', en: 'organisation' },
      service: organizations,
      draft: organizationDraft,
      change: organizationChange,
      record: organizationRecord,
      filters: organizationFilters,
      facets: organizationFacets,
      sort: organizationSort,
      sheet: organizationSheet(regions),
      enterPermission: 'organizations.enter',
      example: { draft: change, change, id },
    }),
    actionRoute({
      plural: 'organizations',
      singular: 'Organization',
      action: 'standing',
      permission: 'organizations.standing',
      summary: { zh: '设定组织的状态', en: 'Set the standing of an organisation' },
      body: standingBody,
      record: organizationRecord,
      service: organizations,
      example: { id, body: { standing: 'warned', reason: '年度检查未按时参加' } },
      run: (organizationId, revision, actor, { standing, reason }) =>
        organizations.setStanding(organizationId, revision, standing, reason, actor),
    }),
  ]
}
