import { Button, Flex, Segmented } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../../api/reference.js'
import { useSession } from '../../api/session.js'
import { useMessages } from '../../parts/messages.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { Waiting } from '../../parts/waiting.js'
import { Wide } from '../../parts/wide.js'
import { causeOf } from '../parts/causes.js'
import { useBorders } from './borders.js'
import { childrenOf } from './chain.js'
import { Legend } from './legend.js'
import { type InsightRow, type Shown, scaleOf, shownOf } from './measures.js'
import { savePicture } from './save-picture.js'
import { laidOut, type Place, TileMap } from './tile-map.js'
import { useCauses, useHeatmap, type useInsightFilters, useTiles } from './use-insights.js'

/** All names on one English map end alike. */
const levelName = / (Subdistrict|Community)$/

/** The map of what lies in the region: as tiles, or on the district's own borders where it has laid them in. */
export function MapPanel({ state }: { state: ReturnType<typeof useInsightFilters> }) {
  const { t } = useTranslation()
  const message = useMessages()
  const { nodes } = useRegions()
  const own = useSession()?.account.region
  const { filters, change, query, measure } = state
  const picture = useRef<SVGSVGElement>(null)
  const tiles = useTiles()
  const region = filters.region ?? own
  const children = childrenOf(nodes, region)
  const numbers = useNumbers(state, children[0]?.value.endsWith('000') ? 'street' : 'community')
  const hasBorders = tiles.data?.hasBoundaries ?? false
  const borders = useBorders(query, hasBorders)
  const isTiled = !borders || filters.borders === undefined
  if (numbers.error) return <ProblemAlert error={numbers.error} />
  if (!tiles.data || !numbers.isReady || !children.length) return <Waiting height="min(486px, 86vw)" />
  const codes = new Set(children.map(({ value }) => value))
  const layout = laidOut(tiles.data.tiles.filter(({ code }) => codes.has(code)))
  const places = children.flatMap(({ value: code, title }): Place[] => {
    const name = title.replace(levelName, '')
    const at = isTiled ? { at: layout.at.get(code) } : borders.outlines.get(code)
    const shown = numbers.shownOf(code)
    return at?.at ? [{ code, name, shown, ...at, at: at.at }] : []
  })
  const scale = scaleOf(numbers.values, measure)
  const save = async () => {
    try {
      if (picture.current) await savePicture(picture.current, `unmet-${query.from}-${query.to}.png`)
    } catch {
      message.error(t('insight.noPicture'))
    }
  }
  return (
    <>
      <Flex gap={8} wrap justify="space-between" className="no-print" style={{ marginBottom: 8 }}>
        {borders && (
          <Segmented
            aria-label={t('insight.layout')}
            value={isTiled ? 'tiles' : 'borders'}
            onChange={(next) => change({ borders: next === 'borders' ? 'yes' : undefined })}
            options={[
              { value: 'tiles', label: t('insight.tiles') },
              { value: 'borders', label: t('insight.borders') },
            ]}
          />
        )}
        <Button size="small" onClick={() => void save()}>
          PNG
        </Button>
      </Flex>
      <Wide label={t('place.map')}>
        <TileMap
          places={places}
          size={isTiled ? layout.size : borders.size}
          title={t('place.map')}
          measure={measure}
          scale={scale}
          picture={picture}
          onOpen={(code) => change({ region: code, month: undefined })}
        />
      </Wide>
      <Legend scale={scale} measure={measure} />
    </>
  )
}

/** What each place shows: the measure, or the needs that stay unmet for one cause. Months share one scale. */
function useNumbers(
  { filters, query, measure }: ReturnType<typeof useInsightFilters>,
  by: 'street' | 'community',
) {
  const cause = causeOf(filters.cause)
  const { month } = filters
  const ofMonth = month ? { ...query, from: month, to: month } : query
  const rows = useHeatmap({ ...query, ...(month ? { months: true as const } : {}) })
  const caused = useCauses(ofMonth, by, cause !== undefined)
  const shownBy = (row: InsightRow): Shown => shownOf(row, measure)
  const here = (rows.data?.rows ?? []).filter((row) => !month || row.month === month)
  const byRegion = new Map(here.map((row) => [row.region, row]))
  const shownByCode = (code: string): Shown => {
    const row = byRegion.get(code)
    const shown = shownOf(row, measure)
    if (!cause || shown.kind !== 'number') return shown
    return {
      kind: 'number',
      value: caused.data?.rows.find((each) => each.region === code)?.causes[cause] ?? 0,
    }
  }
  const all = cause ? here.map((row) => shownByCode(row.region ?? '')) : (rows.data?.rows ?? []).map(shownBy)
  return {
    error: rows.error ?? caused.error,
    isReady: rows.data !== undefined && (!cause || caused.data !== undefined),
    shownOf: shownByCode,
    values: all.flatMap((shown) => (shown.kind === 'number' ? [shown.value] : [])),
  }
}
