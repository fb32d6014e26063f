import type { Demo } from '../src/demo/load.js'
import { pick, seeded } from './faults/random.js'
import type { Asked } from './http-client.js'

export interface RecordedRequest extends Asked {
  readonly path: string
}

type Draw = () => readonly [name: string, value: string]

const words = ['独居老人', '上门', '辅导', '邻里 纠纷', 'laoren', '残疾人 康复', '心理', '急', '午餐']

/**
 * 200 requests that read, put together from the demo's own values by a fixed seed: lists with filters and limits (whose
 * further pages are for the caller to follow), searches with facets, single records, recommendations and matches.
 */
export function recordedRequests({ needs, offerings, organizations }: Demo): RecordedRequest[] {
  const random = seeded(20260401)
  const need = () => pick(random, needs)
  const offering = () => pick(random, offerings)
  const organization = () => pick(random, organizations)
  const one = (name: string, values: () => readonly string[]): Draw => {
    return () => [name, pick(random, values())]
  }
  const filters: Readonly<Record<string, readonly Draw[]>> = {
    needs: [
      one('region', () => [need().fields.region]),
      one('state', () => [need().fields.state]),
      one('urgency', () => ['routine', 'soon', 'urgent', 'crisis']),
      one('source', () => [need().fields.source]),
      one('category', () => offering().fields.categories),
      one('group', () => offering().fields.targetGroups),
      one('createdFrom', () => ['2026-01-15', '2026-02-15']),
      one('createdTo', () => ['2026-02-01', '2026-12-31']),
    ],
    offerings: [
      one('region', () => offering().fields.coverage),
      one('state', () => [offering().fields.state]),
      one('category', () => offering().fields.categories),
      one('group', () => offering().fields.targetGroups),
      one('mode', () => offering().fields.modes),
      one('organization', () => [offering().fields.organizationId]),
    ],
    organizations: [
      one('type', () => [organization().fields.type]),
      one('track', () => ['registered', 'filed']),
      one('activity', () => [organization().fields.activity]),
      one('standing', () => ['active', 'warned', 'suspended']),
      one('region', () => [organization().fields.homeRegion]),
    ],
  }
  const list = (more: () => Record<string, string>): RecordedRequest => {
    const kind = pick(random, Object.keys(filters))
    const drawn = Array.from({ length: Math.floor(random() * 3) }, () => pick(random, filters[kind] ?? [])())
    const limit = String(1 + Math.floor(random() * 60))
    return {
      path: `/api/v1/${kind}?${new URLSearchParams({ limit, ...Object.fromEntries(drawn), ...more() })}`,
    }
  }
  const times = (count: number, make: () => RecordedRequest) => Array.from({ length: count }, make)
  return [
    ...times(80, () => list(() => ({}))),
    ...times(50, () => list(() => ({ q: pick(random, words), facets: 'region' }))),
    ...times(10, () => ({ path: `/api/v1/needs/${need().id}` })),
    ...times(10, () => ({ path: `/api/v1/offerings/${offering().id}` })),
    ...times(30, () => ({ path: `/api/v1/needs/${need().id}/recommendations?limit=10&explain=true` })),
    ...times(10, () => ({ path: `/api/v1/offerings/${offering().id}/recommendations?limit=10` })),
    ...times(10, () => ({ path: '/api/v1/match', json: { needs: [{ id: 'x', text: need().fields.text }] } })),
  ]
}
