import { api, bodyOf, type Schemas } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'

export type Need = Schemas['Need']
export type NeedState = Need['state']

export interface NeedQuery {
  readonly q?: string
  readonly state?: readonly NeedState[]
  readonly urgency?: Need['urgency']['level']
  readonly region?: string
}

/** The needs that somebody may see, newest first, or best first when searched. */
export function useNeeds({ q, state, urgency, region }: NeedQuery, limit = 20) {
  const query = {
    ...(q ? { q } : {}),
    ...(state?.length ? { state: [...state] } : {}),
    ...(urgency ? { urgency } : {}),
    ...(region ? { region } : {}),
    limit,
  }
  return usePages<Need>(['needs', query], (after) =>
    bodyOf(api.GET('/needs', { params: { query: { ...query, ...(after ? { after } : {}) } } })),
  )
}
