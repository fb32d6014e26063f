import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../api/answer.js'
import { api, bodyOf, type Schemas } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'
import type { FileFormat } from '../../parts/export-menu.js'

export type Gap = AnswerOf<'/insights/gaps', 'get'>['items'][number]
export type GapAction = Schemas['GapAction']
export type GapPlace = Pick<Gap, 'region' | 'category' | 'group'>

interface GapFilters {
  readonly region?: string
  readonly category?: string
  readonly group?: string
}

function asked({ region, category, group }: GapFilters) {
  return { ...(region ? { region } : {}), ...(category ? { category } : {}), ...(group ? { group } : {}) }
}

export function useGaps(filters: GapFilters) {
  return usePages<Gap>(['gaps', asked(filters)], (after) =>
    bodyOf(
      api.GET('/insights/gaps', {
        params: { query: { ...asked(filters), limit: 50, ...(after ? { after } : {}) } },
      }),
    ),
  )
}

/** All of them as a file. */
export function readGapsFile(filters: GapFilters, format: FileFormat) {
  return api.GET('/insights/gaps', { params: { query: { ...asked(filters), format } }, parseAs: 'blob' })
}

/** The actions of a region as a file. */
export function readActionsFile(region: string | undefined, format: FileFormat) {
  const query = { ...(region ? { region } : {}), format }
  return api.GET('/insights/actions', { params: { query }, parseAs: 'blob' })
}

/** The keys that name a gap, without what it measures. */
export function placeOf({ region, category, group }: GapPlace) {
  return { region, category, ...(group ? { group } : {}) }
}

export function useGap(place: GapPlace) {
  return useQuery({
    queryKey: ['gap', placeOf(place)],
    queryFn: () => bodyOf(api.GET('/insights/gap', { params: { query: placeOf(place) } })),
  })
}

export function useGapActions(region: string | undefined) {
  return usePages<GapAction>(['gap-actions', region], (after) =>
    bodyOf(
      api.GET('/insights/actions', {
        params: { query: { limit: 20, ...(region ? { region } : {}), ...(after ? { after } : {}) } },
      }),
    ),
  )
}
