import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '../../api/answer.js'
import { api, bodyOf } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'
import { useFilters } from '../../api/use-filters.js'
import type { Need } from '../../community/needs/list.js'
import type { FileFormat } from '../../parts/export-menu.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ListEnd, wholeList } from '../../parts/list-end.js'
import { PairingCard } from '../../parts/pairing-card.js'
import { UrgencyTag } from '../../parts/tags.js'
import { useInUnits } from '../../parts/use-in-units.js'
import { type Offering, useOwnOfferings } from '../own.js'

const ApplyDialog = lazyDialog(async () => (await import('./apply-dialog.js')).ApplyDialog)

type Fit = 'possible' | 'strong'

/** Open needs that fit what the organisation offers, best first. */
export function MatchingNeeds() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['fit', 'offering'])
  const fit: Fit = filters.fit === 'strong' ? filters.fit : 'possible'
  const query = queryOf(filters)
  const offerings = useOwnOfferings('published').items
  const found = useQuery({
    queryKey: ['matching-needs', query],
    queryFn: () => bodyOf(api.GET('/matching-needs', { params: { query } })),
  })
  const items = found.data?.items ?? []
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
          options={offerings.map(({ id, title }) => ({ value: id, label: title }))}
          style={{ width: 220 }}
        />
      </Flex>
      {items.map((item) => (
        <MatchingNeedCard key={item.id} item={item} offerings={offerings} />
      ))}
      <ListEnd
        list={wholeList(found, items)}
        empty={t(offerings.length ? 'requests.noMatch' : 'requests.noOffering')}
      />
    </Flex>
  )
}

type MatchingNeed = AnswerOf<'/matching-needs', 'get'>['items'][number]

/** What an address asks for. */
function queryOf({ fit, offering }: { fit?: string; offering?: string }) {
  return {
    ...(fit === 'strong' ? { fit: 'strong' as const } : {}),
    ...(offering ? { offering } : {}),
  } as const
}

/** All of them as a file. */
export function readMatchingFile(filters: { fit?: string; offering?: string }, format: FileFormat) {
  const query = { ...queryOf(filters), format }
  return api.GET('/matching-needs', { params: { query }, parseAs: 'blob' })
}

interface CardProps {
  readonly item: MatchingNeed
  readonly offerings: readonly Offering[]
}

function MatchingNeedCard({ item, offerings }: CardProps) {
  const { t } = useTranslation()
  const [isApplying, setApplying] = useState(false)
  const { need } = item
  const fitting = item.offerings.flatMap((id) => offerings.find((offering) => offering.id === id) ?? [])
  return (
    <PairingCard
      pairing={item}
      extra={<Asked need={need} />}
      action={
        <Flex gap={8} wrap>
          <Button type="primary" disabled={!fitting.length} onClick={() => setApplying(true)}>
            {t('requests.apply')}
          </Button>
          <Link to={`/organization/requests/needs/${item.id}`}>
            <Button tabIndex={-1}>{t('requests.details')}</Button>
          </Link>
          {isApplying && <ApplyDialog need={need} offerings={fitting} onClose={() => setApplying(false)} />}
        </Flex>
      }
    />
  )
}

/** Where, how much, until when and how pressing, as far as the organisation may know. */
function Asked({ need }: { need: Need }) {
  const { t } = useTranslation()
  const { nameOf } = useRegions()
  const inUnits = useInUnits()
  const { amount, neededBy, region, urgency } = need
  return (
    <Flex gap={6} align="center" wrap style={{ marginTop: 4 }}>
      <UrgencyTag level={urgency.level} />
      <Typography.Text type="secondary">
        {[
          nameOf(region),
          t('referral.quantity', inUnits(amount.value, amount.unit)),
          ...(neededBy ? [t('needs.neededBy', { day: neededBy })] : []),
        ].join(' · ')}
      </Typography.Text>
    </Flex>
  )
}
