import { CalendarOutlined, FileExcelOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Card, Flex, Select, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api/client.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { useFilters } from '../../api/use-filters.js'
import { daysAfter, today } from '../../parts/days.js'
import type { FileFormat } from '../../parts/export-menu.js'
import { ListEnd } from '../../parts/list-end.js'
import { ListTools } from '../../parts/list-tools.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { useInUnits } from '../../parts/use-in-units.js'
import { type Offering, useOwnOfferings, useOwnOrganization } from '../own.js'
import { OfferingActions } from './offering-actions.js'

export const stateTones = { draft: 'plain', published: 'green', paused: 'amber', closed: 'plain' } as const
const states = ['published', 'draft', 'paused', 'closed'] as const

/** What the organisation offers, in every state. */
export function OfferingsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['state'])
  const organization = useOwnOrganization()
  const state = states.find((name) => name === filters.state)
  const list = useOwnOfferings(state)
  const read = (format: FileFormat) => {
    const query = { organization, ...(state ? { state } : {}), format }
    return api.GET('/offerings', { params: { query }, parseAs: 'blob' })
  }
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 16 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('place.offerings')}
        </Typography.Title>
        <Flex gap={8} wrap>
          <Select
            allowClear
            aria-label={t('offerings.state')}
            placeholder={t('offerings.state')}
            value={state ?? null}
            onChange={(next: string | undefined) => change({ state: next })}
            options={states.map((value) => ({ value, label: t(`offeringState.${value}`) }))}
            style={{ width: 130 }}
          />
          <ListTools list="offerings" name={t('place.offerings')} read={read} />
          <Link to="/organization/offerings/capacity">
            <Button icon={<CalendarOutlined aria-hidden />} tabIndex={-1}>
              {t('offerings.capacity')}
            </Button>
          </Link>
          <Link to="/organization/offerings/import">
            <Button icon={<FileExcelOutlined aria-hidden />} tabIndex={-1}>
              {t('sheets.import')}
            </Button>
          </Link>
          <Link to="/organization/offerings/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
              {t('offerings.new')}
            </Button>
          </Link>
        </Flex>
      </Flex>
      <Flex vertical gap={12}>
        {list.items.map((offering) => (
          <OfferingCard key={offering.id} offering={offering} />
        ))}
        <ListEnd list={list} empty={t('offerings.none')} />
      </Flex>
    </>
  )
}

/** So many days after it was confirmed an offering lapses; matching leaves it out from then on. */
const confirmationDays = 180

function OfferingCard({ offering }: { offering: Offering }) {
  const { t } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const inUnits = useInUnits()
  const { capacity, confirmedAt, coverage, state } = offering
  const confirmBy = daysAfter(confirmedAt, confirmationDays)
  const hasLapsed = confirmBy < today()
  const facts = [
    coverage.map(regions.nameOf).join(t('list.comma')),
    capacity && t('offerings.perMonth', inUnits(capacity.perMonth, capacity.unit)),
  ].filter(Boolean)
  return (
    <Card size="small">
      <Flex justify="space-between" align="start" gap={12} wrap>
        <div style={{ flex: '1 1 300px', minWidth: 0 }}>
          <Link to={`/organization/offerings/${offering.id}`} style={{ fontWeight: 600, fontSize: 16 }}>
            {offering.title}
          </Link>
          <Flex gap={4} wrap style={{ margin: '4px 0' }}>
            <ToneTag tone={stateTones[state]}>{t(`offeringState.${state}`)}</ToneTag>
            {offering.categories.map((id) => (
              <ToneTag key={id}>{services.nameOf(id)}</ToneTag>
            ))}
            {state === 'published' && (
              <ToneTag tone={hasLapsed ? 'red' : 'plain'}>
                {t(hasLapsed ? 'offerings.lapsed' : 'offerings.confirmBy', {
                  day: confirmBy,
                })}
              </ToneTag>
            )}
          </Flex>
          <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: 0 }}>
            {offering.description}
          </Typography.Paragraph>
          <Typography.Text type="secondary">{facts.join(' · ')}</Typography.Text>
        </div>
        <OfferingActions offering={offering} />
      </Flex>
    </Card>
  )
}
