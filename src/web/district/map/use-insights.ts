import { useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../api/client.js'
import { useFilters } from '../../api/use-filters.js'
import type { FileFormat } from '../../parts/export-menu.js'
import { spanOf } from '../../parts/months.js'
import { urgencyOf } from '../parts/urgency-select.js'
import { type Measure, measures } from './measures.js'

/** Everything that the page shows stands in its address. */
export function useInsightFilters() {
  const { filters, change } = useFilters([
    'region',
    'category',
    'group',
    'urgency',
    'from',
    'to',
    'cause',
    'measure',
    'month',
    'borders',
  ])
  const span = spanOf(filters.from, filters.to)
  const urgency = urgencyOf(filters.urgency)
  const measure: Measure = filters.cause
    ? 'count'
    : (measures.find((name) => name === filters.measure) ?? 'count')
  const query = {
    ...(filters.region ? { region: filters.region } : {}),
    ...(filters.category ? { category: filters.category } : {}),
    ...(filters.group ? { group: filters.group } : {}),
    ...(urgency ? { urgency } : {}),
    ...span,
  }
  return { filters, change, query, measure }
}

export type InsightQuery = ReturnType<typeof useInsightFilters>['query']

/** The figures of so many seconds ago may be shown while the reader moves between months. */
const fresh = { staleTime: 60_000 }

export function useHeatmap(query: InsightQuery & { readonly months?: true }) {
  return useQuery({
    queryKey: ['insights', 'heatmap', query],
    queryFn: () => bodyOf(api.GET('/insights/heatmap', { params: { query } })),
    placeholderData: (before) => before,
    ...fresh,
  })
}

/** By branch: as many columns as fit a page. */
const matrixOf = (query: InsightQuery) => ({ ...query, categories: 'branch' }) as const

export function useMatrix(query: InsightQuery) {
  return useQuery({
    queryKey: ['insights', 'matrix', query],
    queryFn: () => bodyOf(api.GET('/insights/matrix', { params: { query: matrixOf(query) } })),
    placeholderData: (before) => before,
    ...fresh,
  })
}

export function useTrend(query: InsightQuery, enabled: boolean) {
  return useQuery({
    queryKey: ['insights', 'trend', query],
    queryFn: () => bodyOf(api.GET('/insights/trend', { params: { query } })),
    enabled,
    ...fresh,
  })
}

export function useCauses(query: InsightQuery, by: 'street' | 'community' | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['insights', 'causes', query, by],
    queryFn: () =>
      bodyOf(api.GET('/insights/causes', { params: { query: { ...query, ...(by ? { by } : {}) } } })),
    enabled,
    ...fresh,
  })
}

/** Where the tiles stand changes with the program only. */
export function useTiles() {
  return useQuery({
    queryKey: ['insights', 'tiles'],
    queryFn: () => bodyOf(api.GET('/insights/tiles')),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The matrix as it is shown, as a file. */
export function readMatrixFile(query: InsightQuery, format: FileFormat) {
  return api.GET('/insights/matrix', { params: { query: { ...matrixOf(query), format } }, parseAs: 'blob' })
}

/** The address of the heatmap as features, for programs that draw maps. */
export function featuresOf(query: InsightQuery) {
  return `/api/v1/insights/heatmap?${new URLSearchParams({ ...query, format: 'geojson' })}`
}
