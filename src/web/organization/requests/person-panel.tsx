import { LockOutlined } from '@ant-design/icons'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonFacts } from '../../identity/person.js'
import type { Release } from '../../identity/purpose-dialog.js'
import { lazyDialog } from '../../parts/lazy-dialog.js'

const PurposeDialog = lazyDialog(async () => (await import('../../identity/purpose-dialog.js')).PurposeDialog)

/** Who is to be served, once the organisation has taken it on and the person agrees; every look says what for. */
export function PersonPanel({ needId }: { needId: string }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Release>()
  const [isAsking, setAsking] = useState(false)
  return (
    <Card size="small" title={t('requests.person')} extra={<LockOutlined aria-hidden />}>
      <Flex vertical gap={10} align="start">
        <Typography.Text type="secondary">{t('requests.personHelp')}</Typography.Text>
        {shown === 'waiting' && <Typography.Text role="status">{t('identity.waiting')}</Typography.Text>}
        {shown !== undefined && shown !== 'waiting' && <PersonFacts person={shown.person ?? {}} />}
        <Button onClick={() => setAsking(true)}>{t('identity.show')}</Button>
      </Flex>
      {isAsking && <PurposeDialog needId={needId} onShown={setShown} onClose={() => setAsking(false)} />}
    </Card>
  )
}
