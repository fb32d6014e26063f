import { useQuery } from '@tanstack/react-query'
import { api, bodyOf, type Schemas } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'

type GapList = Awaited<ReturnType<typeof readGaps>>
export type Gap = GapList[number]
export type GapAction = Schemas['GapAction']
export type GapPlace = Pick<Gap, 'region' | 'category' | 'group'>

interface GapFilters {
  readonly region?: string
  readonly category?: string
  readonly group?: string
}

const mostGaps = 50

async function readGaps({ region, category, group }: GapFilters) {
  const query = {
    ...(region ? { region } : {}),
    ...(category ? { category } : {}),
    ...(group ? { group } : {}),
    limit: mostGaps,
  }
  return (await bodyOf(api.GET('/insights/gaps', { params: { query } }))).items
}

export function useGaps({ region, category, group }: GapFilters) {
  return useQuery({
    queryKey: ['gaps', region, category, group],
    queryFn: () =>
      readGaps({
        ...(region ? { region } : {}),
        ...(category ? { category } : {}),
        ...(group ? { group } : {}),
      }),
  })
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
