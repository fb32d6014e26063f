import { api, bodyOf, type Schemas } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'
import type { FileFormat } from '../../parts/export-menu.js'

export type Need = Schemas['Need']
export type NeedState = Need['state']

export interface NeedQuery {
  readonly q?: string
  readonly state?: readonly NeedState[]
  readonly urgency?: Need['urgency']['level']
  readonly region?: string
  readonly category?: string
  readonly group?: string
  /** As a desk works them off; else newest first. */
  readonly order?: 'due'
}

/** The needs that somebody may see, newest first, best first when searched, or in another order that is asked for. */
export function useNeeds(needs: NeedQuery, limit = 20) {
  const query = { ...asked(needs), limit }
  return usePages<Need>(['needs', query], (after) =>
    bodyOf(api.GET('/needs', { params: { query: { ...query, ...(after ? { after } : {}) } } })),
  )
}

/** All of them as a file. */
export function readNeedsFile(needs: NeedQuery, format: FileFormat) {
  return api.GET('/needs', { params: { query: { ...asked(needs), format } }, parseAs: 'blob' })
}

function asked({ state, ...rest }: NeedQuery) {
  return { ...rest, ...(state?.length ? { state: [...state] } : {}) }
}
