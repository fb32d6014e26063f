import { Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'
import { usePages } from '../../api/use-pages.js'
import { ListEnd } from '../../parts/list-end.js'
import type { Referral } from '../../referrals/actions.js'
import { ReferralCard } from '../../referrals/referral-card.js'

export const referralsOf = (need: string) => ['referrals', { need }] as const

/** Who was asked to serve it, and how far each has come. */
export function NeedReferrals({ needId }: { needId: string }) {
  const { t, i18n } = useTranslation()
  const list = usePages<Referral>(referralsOf(needId), (after) =>
    bodyOf(
      api.GET('/referrals', { params: { query: { need: needId, limit: 50, ...(after ? { after } : {}) } } }),
    ),
  )
  return (
    <Card size="small" title={t('referral.title')}>
      <Flex vertical gap={10}>
        {list.items.map((referral) => (
          <ReferralCard key={referral.id} referral={referral} title={referral.seen.offering.title}>
            <Typography.Paragraph type="secondary" style={{ margin: '4px 0 0' }}>
              {i18n.language === 'en' ? referral.seen.why.en : referral.seen.why.zh}
            </Typography.Paragraph>
          </ReferralCard>
        ))}
      </Flex>
      {(list.hasNextPage || !list.items.length || list.error !== null) && (
        <ListEnd list={list} empty={t('referral.none')} />
      )}
    </Card>
  )
}
