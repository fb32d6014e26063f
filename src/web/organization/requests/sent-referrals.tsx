import { Flex, Select, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, bodyOf } from '../../api/client.js'
import { useRegions } from '../../api/reference.js'
import { useFilters } from '../../api/use-filters.js'
import { usePages } from '../../api/use-pages.js'
import type { FileFormat } from '../../parts/export-menu.js'
import { ListEnd } from '../../parts/list-end.js'
import { shownText } from '../../parts/shown-text.js'
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

/** What an address asks for: under way unless it says otherwise. */
function choiceOf(show: string | undefined): Choice {
  return isChoice(show) ? show : 'running'
}

/** What has ended owes nobody anything: the last comes first; of all else what is due first. */
function queryOf(choice: Choice) {
  const owes: readonly Referral['owes'][] = choices[choice]
  const order = choice === 'ended' ? ('newest' as const) : ('due' as const)
  return { order, ...(owes.length ? { owes: [...owes] } : {}) }
}

/** All of them as a file. */
export function readSentFile(show: string | undefined, format: FileFormat) {
  const query = { ...queryOf(choiceOf(show)), format }
  return api.GET('/referrals', { params: { query }, parseAs: 'blob' })
}

/** What the organisation was asked to take on or has applied for; what is due soonest stands first. */
export function SentReferrals() {
  const { t, i18n } = useTranslation()
  const { nameOf } = useRegions()
  const { filters, change } = useFilters(['show'])
  const choice = choiceOf(filters.show)
  const query = { ...queryOf(choice), limit: 50 }
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
      {list.items.map((referral) => {
        const { need, offering, why } = referral.seen
        return (
          <ReferralCard
            key={referral.id}
            referral={referral}
            title={<Link to={`/organization/requests/${referral.id}`}>{need.title}</Link>}
          >
            <Typography.Paragraph style={{ margin: '4px 0 0' }} ellipsis={{ rows: 2 }}>
              {shownText(need.text, i18n.language)}
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
