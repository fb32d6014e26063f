import { LockOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { isIdentityField, PersonFacts } from '../../identity/person.js'
import type { Release } from '../../identity/purpose-dialog.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { ConsentList } from './consent-list.js'

const PurposeDialog = lazyDialog(async () => (await import('../../identity/purpose-dialog.js')).PurposeDialog)
const IdentityForm = lazyDialog(async () => (await import('./identity-form.js')).IdentityForm)

/** Who the person behind a need is: kept apart, shown on purpose only, and every look is written down. */
export function IdentityPanel({ needId }: { needId: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [shown, setShown] = useState<Release>()
  const [dialog, setDialog] = useState<'purpose' | 'enter'>()
  const summary = useQuery({
    queryKey: ['identity', needId],
    queryFn: () => bodyOf(api.GET('/needs/{id}/identity/summary', { params: { path: { id: needId } } })),
  })
  const fields = (summary.data?.fields ?? []).filter(isIdentityField).map((field) => t(`identity.${field}`))
  return (
    <Card size="small" title={t('identity.title')} extra={<LockOutlined aria-hidden />}>
      <Flex vertical gap={10}>
        <Typography.Text type="secondary">{t('identity.help')}</Typography.Text>
        {summary.data?.isGuarded && <Typography.Text type="warning">{t('identity.guarded')}</Typography.Text>}
        {summary.error && <ProblemAlert error={summary.error} onRetry={() => void summary.refetch()} />}
        <Typography.Text>
          {fields.length ? t('identity.held', { fields: fields.join(t('list.comma')) }) : t('identity.none')}
        </Typography.Text>
        {shown === 'waiting' && <Typography.Text role="status">{t('identity.waiting')}</Typography.Text>}
        {shown !== undefined && shown !== 'waiting' && <PersonFacts person={shown.person ?? {}} />}
        <Flex gap={8}>
          {fields.length > 0 && <Button onClick={() => setDialog('purpose')}>{t('identity.show')}</Button>}
          <Button onClick={() => setDialog('enter')}>{t('identity.enter')}</Button>
        </Flex>
        <ConsentList needId={needId} />
      </Flex>
      {dialog === 'purpose' && (
        <PurposeDialog needId={needId} onShown={setShown} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'enter' && summary.data && (
        <IdentityForm
          needId={needId}
          revision={summary.data.revision}
          onClose={() => {
            setDialog(undefined)
            void queries.invalidateQueries({ queryKey: ['identity', needId] })
          }}
        />
      )}
    </Card>
  )
}
