import { Flex, Select, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'
import { useFilters } from '../../api/use-filters.js'
import { usePages } from '../../api/use-pages.js'
import { ListEnd } from '../../parts/list-end.js'
import type { Referral } from '../../referrals/actions.js'
import { ReferralCard } from '../../referrals/referral-card.js'

/** Whose turn it is, by choice; what is reported and not yet confirmed is still under way. */
const choices = {
  ours: ['organisation'],
  running: ['organisation', 'community', 'staff'],
  ended: ['nobody'],
  all: [],
} as const satisfies Record<string, readonly Referral['owes'][]>
type Choice = keyof typeof choices

/** What the organisation was asked to take on or has applied for; what it must answer soonest stands first. */
export function SentReferrals() {
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  const { filters, change } = useFilters(['show'])
  const choice = isChoice(filters.show) ? filters.show : 'running'
  const owes = choices[choice]
  const query = { limit: 50, ...(owes.length ? { owes: [...owes] } : {}) }
  const list = usePages<Referral>(['referrals', { own: choice }], (after) =>
    bodyOf(api.GET('/referrals', { params: { query: { ...query, ...(after ? { after } : {}) } } })),
  )
  return (
    <Flex vertical gap={12}>
      <Select
        aria-label={t('list.filters')}
        value={choice}
        onChange={(show: Choice) => change({ show: show === 'running' ? undefined : show })}
        options={(Object.keys(choices) as Choice[]).map((value) => ({
          value,
          label: t(`requests.show.${value}`),
        }))}
        style={{ width: 200 }}
      />
      {[...list.items].sort(soonestFirst).map((referral) => {
        const { need, offering, why } = referral.seen
        return (
          <ReferralCard
            key={referral.id}
            referral={referral}
            title={<Link to={`/organization/requests/${referral.id}`}>{need.title}</Link>}
          >
            <Typography.Paragraph style={{ margin: '4px 0 0' }} ellipsis={{ rows: 2 }}>
              {need.text}
            </Typography.Paragraph>
            <Typography.Text type="secondary">
              {nameOf(referral.region)} · {offering.title} · {i18n.language === 'en' ? why.en : why.zh}
            </Typography.Text>
          </ReferralCard>
        )
      })}
      <ListEnd list={list} empty={t('requests.noReferral')} />
      {!list.isPending && !list.items.length && (
        <Flex justify="center">
          <Link to="/organization/requests?view=open">{t('requests.seeOpen')}</Link>
        </Flex>
      )}
    </Flex>
  )
}

const isChoice = (name: string | undefined): name is Choice => name !== undefined && name in choices

/** Whose turn is ours first, by deadline; then what fits best. */
function soonestFirst(a: Referral, b: Referral): number {
  const turn = ({ owes }: Referral) => (owes === 'organisation' ? 0 : owes === 'nobody' ? 2 : 1)
  const due = ({ dueAt }: Referral) => dueAt ?? '9'
  return turn(a) - turn(b) || due(a).localeCompare(due(b)) || b.seen.score - a.seen.score
}
