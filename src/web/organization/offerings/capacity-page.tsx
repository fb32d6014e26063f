import { useQueries } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '../../api/answer.js'
import { api, bodyOf } from '../../api/client.js'
import { ListEnd } from '../../parts/list-end.js'
import { PageHead } from '../../parts/page-head.js'
import { useInUnits } from '../../parts/use-in-units.js'
import { Wide } from '../../parts/wide.js'
import { useOwnOfferings } from '../own.js'

type Places = AnswerOf<'/offerings/{id}/capacity', 'get'>
type Month = Places['months'][number]

/** The places of each offering in this month and the five after it: taken, asked for, free. */
export function CapacityPage() {
  const { t } = useTranslation()
  const list = useOwnOfferings()
  const offerings = list.items.filter(({ state }) => state === 'published' || state === 'paused')
  const places = useQueries({
    queries: offerings.map(({ id, revision }) => ({
      queryKey: ['capacity', id, revision],
      queryFn: () => bodyOf(api.GET('/offerings/{id}/capacity', { params: { path: { id } } })),
    })),
  })
  const months = places.find(({ data }) => data)?.data?.months.map(({ month }) => month) ?? []
  const error = list.error ?? places.find((query) => query.error)?.error
  return (
    <>
      <PageHead title={t('offerings.capacity')} />
      <Legend />
      {months.length > 0 && (
        <Card size="small" styles={{ body: { padding: 0 } }}>
          <Wide label={t('offerings.capacity')}>
            <table style={{ borderCollapse: 'collapse', width: '100%', minWidth: 860 }}>
              <thead>
                <tr>
                  <th scope="col" style={{ ...cell, width: 180 }}>
                    {t('offerings.offering')}
                  </th>
                  {months.map((month) => (
                    <th key={month} scope="col" style={cell}>
                      {month}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {offerings.map(({ id, title }, at) => (
                  <tr key={id}>
                    <th scope="row" style={{ ...cell, fontWeight: 400 }}>
                      <Link to={`/organization/offerings/${id}`}>{title}</Link>
                      <Stated places={places[at]?.data} />
                    </th>
                    {places[at]?.data?.months.map((month) => (
                      <MonthCell key={month.month} month={month} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </Card>
      )}
      <ListEnd
        list={{
          ...list,
          items: offerings,
          error,
          isPending: list.isPending || places.some(({ isPending }) => isPending),
          refetch: () => Promise.all([list.refetch(), ...places.map((query) => query.refetch())]),
        }}
        empty={t('offerings.none')}
      />
    </>
  )
}

const cell = {
  padding: 10,
  textAlign: 'start',
  verticalAlign: 'top',
  borderBottom: '1px solid var(--line)',
} as const

const parts = ['taken', 'pending', 'free'] as const
const colours = { taken: '#0f766e', pending: '#d9a441', free: '#dfe7ea' } as const

function Legend() {
  const { t } = useTranslation()
  return (
    <Flex gap={16} wrap style={{ marginBottom: 12 }}>
      {parts.map((part) => (
        <Flex key={part} gap={6} align="center">
          <span
            aria-hidden
            style={{
              width: 14,
              height: 14,
              borderRadius: 4,
              background: colours[part],
              border: '1px solid #8a94a3',
            }}
          />
          {t(`offerings.places.${part}`)}
        </Flex>
      ))}
    </Flex>
  )
}

function Stated({ places }: { places: Places | undefined }) {
  const { t } = useTranslation()
  const inUnits = useInUnits()
  if (!places) return null
  const { capacity } = places
  return (
    <Typography.Text type="secondary" style={{ display: 'block' }}>
      {capacity
        ? t('offerings.perMonth', inUnits(capacity.perMonth, capacity.unit))
        : t('offerings.notStated')}
    </Typography.Text>
  )
}

/** A bar in three parts, and the same in words. */
function MonthCell({ month: { taken, pending, left } }: { month: Month }) {
  const { t } = useTranslation()
  const free = left === undefined ? 0 : Math.max(0, left - pending)
  const sizes = { taken, pending, free }
  const whole = taken + pending + free
  return (
    <td style={cell}>
      {whole > 0 && (
        <div
          aria-hidden
          style={{ display: 'flex', height: 10, borderRadius: 5, overflow: 'hidden', marginBottom: 4 }}
        >
          {parts.map((part) => (
            <div key={part} style={{ width: `${(sizes[part] / whole) * 100}%`, background: colours[part] }} />
          ))}
        </div>
      )}
      {left === undefined
        ? t('offerings.takenOnly', { taken, pending })
        : t('offerings.placesLine', { taken, pending, free })}
    </td>
  )
}
