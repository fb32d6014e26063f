import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Col, Flex, Row, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { begun, serving } from '../../../referrals/states.js'
import { api, bodyOf } from '../../api/client.js'
import { useRegions, useTerms } from '../../api/reference.js'
import { useSession } from '../../api/session.js'
import { FeatureBars } from '../../parts/feature-bars.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { shownText } from '../../parts/shown-text.js'
import { FitTag } from '../../parts/tags.js'
import { ToneTag } from '../../parts/tone-tag.js'
import { Waiting } from '../../parts/waiting.js'
import type { Referral } from '../../referrals/actions.js'
import { ReferralCard } from '../../referrals/referral-card.js'
import { PersonPanel } from './person-panel.js'
import { Timeline } from './timeline.js'

/** All that an organisation may know of one referral, and all that it may do with it. */
export function RequestPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const session = useSession()
  const {
    data: referral,
    error,
    refetch,
  } = useQuery({
    queryKey: ['referrals', id],
    queryFn: () => bodyOf(api.GET('/referrals/{id}', { params: { path: { id } } })),
  })
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  if (!referral) return <Waiting />
  const isServing = serving.has(referral.stage)
  const maySeePeople = session?.permissions.includes('identities.read') ?? false
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        {referral.seen.need.title}
      </Typography.Title>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <Flex vertical gap={16}>
            <ReferralCard referral={referral} title={referral.seen.offering.title}>
              {begun.has(referral.stage) && (
                <div style={{ marginTop: 8 }}>
                  <Link to={recordAddress(referral)}>
                    <EditOutlined aria-hidden /> {t('records.enter')}
                  </Link>
                </div>
              )}
            </ReferralCard>
            <NeedCard referral={referral} />
            {isServing && maySeePeople && <PersonPanel needId={referral.needId} />}
          </Flex>
        </Col>
        <Col xs={24} lg={11}>
          <Flex vertical gap={16}>
            <WhyCard referral={referral} />
            <Timeline referralId={id} revision={referral.revision} />
          </Flex>
        </Col>
      </Row>
    </>
  )
}

/** The form for what was done, with what the referral says filled in. */
function recordAddress({ id, region, seen }: Referral): string {
  const [category = ''] = [...seen.need.categories, ...seen.offering.categories]
  return `/organization/records/new?${new URLSearchParams({ referral: id, region, category })}`
}

/** What is asked, as it is now where the organisation sees that, otherwise as it was asked. */
function NeedCard({ referral }: { referral: Referral }) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  const services = useTerms('services')
  const groups = useTerms('groups')
  const { data: now } = useQuery({
    queryKey: ['need', referral.needId, referral.stage],
    queryFn: () => bodyOf(api.GET('/needs/{id}', { params: { path: { id: referral.needId } } })),
    retry: false,
  })
  const asked = referral.seen.need
  const neededBy = now?.neededBy ?? asked.neededBy
  const facts = [
    nameOf(now?.region ?? referral.region),
    now && t('needs.people', { count: now.beneficiaries.count }),
    asked.ages && t('needs.ages', asked.ages),
    neededBy && t('needs.neededBy', { day: neededBy }),
  ].filter(Boolean)
  return (
    <Card size="small" title={t('requests.asked')}>
      <Flex gap={4} wrap style={{ marginBottom: 8 }}>
        {(now?.categories ?? asked.categories).map((term) => (
          <ToneTag key={term}>{services.nameOf(term)}</ToneTag>
        ))}
        {(now?.beneficiaries.groups ?? asked.groups).map((term) => (
          <ToneTag key={term}>{groups.nameOf(term)}</ToneTag>
        ))}
      </Flex>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', fontSize: 16 }}>
        {shownText(now?.text ?? asked.text, i18n.language)}
      </Typography.Paragraph>
      <Typography.Text type="secondary">{facts.join(' · ')}</Typography.Text>
    </Card>
  )
}

/** What spoke for the two when the referral was opened, and what against. */
function WhyCard({ referral: { seen } }: { referral: Referral }) {
  const { t, i18n } = useTranslation()
  const isEnglish = i18n.language === 'en'
  return (
    <Card size="small" title={t('requests.why')} extra={<FitTag fit={seen.fit} />}>
      <Typography.Paragraph>{isEnglish ? seen.why.en : seen.why.zh}</Typography.Paragraph>
      {seen.against.map((reason) => (
        <Alert
          key={reason.code}
          type="warning"
          showIcon
          title={t('referral.against', { text: isEnglish ? reason.en : reason.zh })}
          style={{ marginBottom: 8 }}
        />
      ))}
      <FeatureBars features={seen.features} />
    </Card>
  )
}
