import { useQuery } from '@tanstack/react-query'
import { Col, Flex, Row, Typography } from 'antd'
import { useParams } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { isOwnRegion, useSession } from '../../api/session.js'
import { ProblemAlert } from '../../parts/problem-alert.js'
import { Waiting } from '../../parts/waiting.js'
import { CrisisCheck } from './crisis-check.js'
import { Hotlines } from './hotlines.js'
import { IdentityPanel } from './identity-panel.js'
import { NeedFacts } from './need-facts.js'
import { NeedRecommendations } from './need-recommendations.js'
import { NeedReferrals } from './need-referrals.js'

/** All there is about one need: what is asked, how far it has come, who serves it and who could. */
export function NeedPage() {
  const { id = '' } = useParams()
  const session = useSession()
  const need = useQuery({
    queryKey: ['need', id],
    queryFn: () => bodyOf(api.GET('/needs/{id}', { params: { path: { id } } })),
  })
  if (need.error) return <ProblemAlert error={need.error} onRetry={() => void need.refetch()} />
  if (!need.data) return <Waiting />
  const isOwn = session !== undefined && isOwnRegion(session, need.data.region)
  const may = (permission: string) => isOwn && session.permissions.includes(permission)
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        {need.data.title}
      </Typography.Title>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <Flex vertical gap={16}>
            {need.data.urgency.level === 'crisis' && <Hotlines needId={id} />}
            {need.data.urgency.toCheck && may('needs.write') && <CrisisCheck need={need.data} />}
            <NeedFacts need={need.data} mayDecide={may('needs.write')} />
            {isOwn && <NeedReferrals needId={id} />}
            {may('identities.write') && <IdentityPanel needId={id} />}
          </Flex>
        </Col>
        <Col xs={24} lg={11}>
          {may('needs.recommend') && <NeedRecommendations need={need.data} />}
        </Col>
      </Row>
    </>
  )
}
