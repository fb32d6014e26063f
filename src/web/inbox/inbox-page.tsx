import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Segmented, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../api/client.js'
import { useSession } from '../api/session.js'
import { useFilters } from '../api/use-filters.js'
import { usePages } from '../api/use-pages.js'
import { ListEnd } from '../parts/list-end.js'
import { ListTools } from '../parts/list-tools.js'
import { shortMoment } from '../parts/short-moment.js'
import { ToneTag } from '../parts/tone-tag.js'
import { placeOfSubject } from './subject.js'

interface Item {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly subject: string
  readonly text: { readonly zh: string; readonly en: string }
  readonly isCrisis: boolean
  readonly readAt?: string
}

/** What has happened, unread first; each line leads to what it is about. */
export function InboxPage() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { filters, change } = useFilters(['unread'])
  const unread = filters.unread ? ({ unread: true } as const) : {}
  const list = usePages<Item>(['inbox', 'list', unread], (after) =>
    bodyOf(api.GET('/inbox', { params: { query: { ...unread, limit: 30, ...(after ? { after } : {}) } } })),
  )
  const refresh = () => queries.invalidateQueries({ queryKey: ['inbox'] })
  const readAll = async () => {
    await api.POST('/inbox/read-all', { body: {} })
    await refresh()
  }
  const read = async (id: string) => {
    await api.POST('/inbox/{id}/read', { params: { path: { id } } })
    await refresh()
  }
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 16 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('place.inbox')}
        </Typography.Title>
        <Flex gap={8} wrap>
          <Segmented
            value={filters.unread ? 'unread' : 'all'}
            onChange={(shown) => change({ unread: shown === 'unread' ? 'true' : undefined })}
            options={[
              { value: 'all', label: t('inbox.all') },
              { value: 'unread', label: t('inbox.onlyUnread') },
            ]}
          />
          <Button onClick={() => void readAll()}>{t('inbox.readAll')}</Button>
          <ListTools
            list="inbox"
            name={t('place.inbox')}
            read={(format) =>
              api.GET('/inbox', { params: { query: { ...unread, format } }, parseAs: 'blob' })
            }
          />
        </Flex>
      </Flex>
      <Flex vertical gap={8} component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {list.items.map((item) => (
          <li key={item.id}>
            <Line item={item} onRead={() => void read(item.id)} />
          </li>
        ))}
      </Flex>
      <ListEnd list={list} empty={t('inbox.empty')} />
    </>
  )
}

function Line({ item, onRead }: { item: Item; onRead: () => void }) {
  const { t, i18n } = useTranslation()
  const role = useSession()?.account.role ?? ''
  const place = placeOfSubject(item, role)
  return (
    <Card
      size="small"
      styles={{ body: { padding: 12 } }}
      style={item.readAt ? {} : { borderInlineStart: '4px solid #0f766e' }}
    >
      <Flex justify="space-between" align="center" gap={12} wrap>
        <div style={{ flex: '1 1 240px' }}>
          {item.isCrisis && <ToneTag tone="red">{t('inbox.crisis')}</ToneTag>}
          <Typography.Text strong={!item.readAt}>
            {i18n.language === 'en' ? item.text.en : item.text.zh}
          </Typography.Text>
          <div>
            <Typography.Text type="secondary">{shortMoment(item.at, i18n.language)}</Typography.Text>
          </div>
        </div>
        <Flex gap={8}>
          {place && (
            <Link to={place} onClick={onRead}>
              {t('inbox.open')}
            </Link>
          )}
          {!item.readAt && (
            <Button size="small" onClick={onRead}>
              {t('inbox.read')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Card>
  )
}
