import { Flex, Segmented, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFilters } from '../../api/use-filters.js'
import { ListTools } from '../../parts/list-tools.js'
import { MatchingNeeds, readMatchingFile } from './matching-needs.js'
import { readSentFile, SentReferrals } from './sent-referrals.js'

/** Where an organisation's day begins: what it was asked, and what it could ask for. */
export function RequestsPage() {
  const { t } = useTranslation()
  const { filters, change } = useFilters(['view', 'show', 'fit', 'offering'])
  const isOpen = filters.view === 'open'
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 16 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('place.requests')}
        </Typography.Title>
        <Flex gap={8} wrap>
          <Segmented
            aria-label={t('place.requests')}
            value={isOpen ? 'open' : 'sent'}
            onChange={(view) =>
              change({
                view: view === 'open' ? view : undefined,
                show: undefined,
                fit: undefined,
                offering: undefined,
              })
            }
            options={[
              { value: 'sent', label: t('requests.sent') },
              { value: 'open', label: t('requests.open') },
            ]}
          />
          <ListTools
            list="requests"
            name={t(isOpen ? 'requests.open' : 'requests.sent')}
            read={(format) =>
              isOpen ? readMatchingFile(filters, format) : readSentFile(filters.show, format)
            }
          />
        </Flex>
      </Flex>
      {isOpen ? <MatchingNeeds /> : <SentReferrals />}
    </>
  )
}
