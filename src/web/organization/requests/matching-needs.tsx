import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'
import { useFilters } from '../../api/use-filters.js'
import type { Need } from '../../community/needs/list.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ListEnd } from '../../parts/list-end.js'
import { PairingCard } from '../../parts/pairing-card.js'
import { UrgencyTag } from '../../parts/tags.js'
import { useOwnOfferings } from '../own.js'
import { type MatchingNeed, mergeByNeed } from './merge-by-need.js'

const ApplyDialog = lazyDialog(async () => (await import('./apply-dialog.js')).ApplyDialog)

type Fit = 'possible' | 'strong'

/** Open needs that fit what the organisation offers, best first. */
export function MatchingNeeds() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['fit', 'offering'])
  const fit: Fit = filters.fit === 'strong' ? filters.fit : 'possible'
  const list = useMatchingNeeds(fit, filters.offering)
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap role="search">
        <Select
          aria-label={t('requests.fit')}
          value={fit}
          onChange={(value: Fit) => change({ fit: value === 'possible' ? undefined : value })}
          options={(['strong', 'possible'] as const).map((value) => ({
            value,
            label: t(`requests.fits.${value}`),
          }))}
          style={{ width: 200 }}
        />
        <Select
          allowClear
          aria-label={t('requests.offering')}
          placeholder={t('requests.offering')}
          value={filters.offering ?? null}
          onChange={(offering: string | undefined) => change({ offering })}
          options={list.offerings.map(({ id, title }) => ({ value: id, label: title }))}
          style={{ width: 220 }}
        />
      </Flex>
      {list.items.map((item) => (
        <MatchingNeedCard key={item.id} item={item} />
      ))}
      <ListEnd list={list} empty={t(list.offerings.length ? 'requests.noMatch' : 'requests.noOffering')} />
    </Flex>
  )
}

/** So many needs are asked for of each offering. */
const mostOfOne = 20

function useMatchingNeeds(fit: Fit, only: string | undefined) {
  const own = useOwnOfferings()
  const offerings = own.items.filter(({ state }) => state === 'published')
  const asked = offerings.filter(({ id }) => only === undefined || id === only)
  const found = useQueries({
    queries: asked.map(({ id, revision }) => ({
      queryKey: ['matching-needs', id, revision, fit],
      queryFn: () =>
        bodyOf(
          api.GET('/offerings/{id}/recommendations', {
            params: { path: { id }, query: { limit: mostOfOne, fit, explain: true } },
          }),
        ),
    })),
  })
  const answers = asked.map((offering, at) => ({ offering, items: found[at]?.data?.items ?? [] }))
  return {
    offerings,
    items: mergeByNeed(answers),
    isPending: own.isPending || found.some(({ isPending }) => isPending),
    error: own.error ?? found.find(({ error }) => error)?.error,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
    refetch: () => Promise.all([own.refetch(), ...found.map((query) => query.refetch())]),
  }
}

function MatchingNeedCard({ item }: { item: MatchingNeed }) {
  const { t } = useTranslation()
  const [isApplying, setApplying] = useState(false)
  const { data: need } = useQuery({
    queryKey: ['need', item.id],
    queryFn: () => bodyOf(api.GET('/needs/{id}', { params: { path: { id: item.id } } })),
  })
  return (
    <PairingCard
      pairing={item.pairing}
      extra={need && <Asked need={need} />}
      action={
        <Flex gap={8} wrap>
          <Button type="primary" disabled={!need} onClick={() => setApplying(true)}>
            {t('requests.apply')}
          </Button>
          <Link to={`/organization/requests/needs/${item.id}`}>
            <Button tabIndex={-1}>{t('requests.details')}</Button>
          </Link>
          {isApplying && need && (
            <ApplyDialog need={need} offerings={item.offerings} onClose={() => setApplying(false)} />
          )}
        </Flex>
      }
    />
  )
}

/** Where, how much, until when and how pressing, as far as the organisation may know. */
function Asked({ need }: { need: Need }) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const { amount, neededBy, region, urgency } = need
  return (
    <Flex gap={6} align="center" wrap style={{ marginTop: 4 }}>
      <UrgencyTag level={urgency.level} />
      <Typography.Text type="secondary">
        {[
          nameOf(region),
          t('referral.quantity', { quantity: amount.value, unit: t(`unit.${amount.unit}`) }),
          ...(neededBy ? [t('needs.neededBy', { day: neededBy })] : []),
        ].join(' · ')}
      </Typography.Text>
    </Flex>
  )
}
