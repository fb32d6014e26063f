import { Alert, Col, Flex, Row } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.js'
import { PageHead } from '../parts/page-head.js'
import { NoticeCard } from './notice-card.js'
import { PasswordCard } from './password-card.js'
import { SecondFactorCard } from './second-factor-card.js'
import { SessionsCard } from './sessions-card.js'

/** What somebody decides about the own account. */
export function AccountPage() {
  const { t } = useTranslation()
  const session = useSession()
  const mustChange = session?.account.mustChangePassword
  const mustAdd = !mustChange && session?.secondFactorNeeded
  return (
    <>
      <PageHead title={t('account.title')} />
      {mustChange && (
        <Alert type="warning" showIcon title={t('account.mustChange')} style={{ marginBottom: 16 }} />
      )}
      {mustAdd && (
        <Alert type="warning" showIcon title={t('account.factorNeeded')} style={{ marginBottom: 16 }} />
      )}
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}>
          <Flex vertical gap={16}>
            <PasswordCard />
            {!mustChange && <SecondFactorCard />}
          </Flex>
        </Col>
        {!mustChange && !mustAdd && (
          <Col xs={24} lg={12}>
            <Flex vertical gap={16}>
              <SessionsCard />
              <NoticeCard />
            </Flex>
          </Col>
        )}
      </Row>
    </>
  )
}
