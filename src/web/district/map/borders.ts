import { useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../api/client.js'
import type { InsightQuery } from './use-insights.js'

type Ring = readonly (readonly [number, number])[]
interface Feature {
  readonly properties: { readonly code: string }
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] }
}

/** The picture in which borders are drawn is no larger than this. */
const most = { width: 720, height: 620 }

/** The outlines of regions as the district laid them in; asked for only where it has. */
export function useBorders(query: InsightQuery, enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['insights', 'borders', query.region],
    queryFn: async () => {
      const answer = await bodyOf(
        api.GET('/insights/heatmap', { params: { query: { ...query, format: 'geojson' } } }),
      )
      return (answer as unknown as { features: readonly Feature[] }).features
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.length ? projected(data) : undefined
}

/** Equirectangular: a degree east is shorter than one north by the cosine of the latitude, and a district is small. */
function projected(features: readonly Feature[]) {
  const rings = features.map(({ geometry }) => ringsOf(geometry))
  const points = rings.flat(2)
  const [west, east] = boundsOf(points.map(([lng]) => lng))
  const [south, north] = boundsOf(points.map(([, lat]) => lat))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [across, down] = [(east - west) * squeeze, north - south]
  const scale = Math.min(most.width / across, most.height / down)
  const place = ([lng, lat]: Ring[number]) => ({
    x: (lng - west) * squeeze * scale,
    y: (north - lat) * scale,
  })
  const outlines = features.map(({ properties }, at) => {
    const own = rings[at] ?? []
    const path = own.map(
      (ring) =>
        `M${ring
          .map(place)
          .map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
          .join('L')}Z`,
    )
    return [properties.code, { outline: path.join(''), at: middleOf(own.flat().map(place)) }] as const
  })
  return { size: { width: across * scale, height: down * scale }, outlines: new Map(outlines) }
}

function ringsOf({ type, coordinates }: Feature['geometry']): Ring[] {
  return (type === 'MultiPolygon' ? (coordinates as Ring[][]).flat() : coordinates) as Ring[]
}

function boundsOf(values: readonly number[]): [number, number] {
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
}

function middleOf(points: readonly { x: number; y: number }[]) {
  const [left, right] = boundsOf(points.map(({ x }) => x))
  const [top, bottom] = boundsOf(points.map(({ y }) => y))
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}
