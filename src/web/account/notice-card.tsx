import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Flex, Segmented, Select, Switch, Typography } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf, Problem, type Schemas } from '../api/client.js'
import { useMessages } from '../parts/messages.js'
import { ProblemAlert } from '../parts/problem-alert.js'
import { Waiting } from '../parts/waiting.js'

type Preferences = Schemas['NotificationPreferencesInput']

const groups = ['referrals', 'deadlines', 'needs', 'capacity', 'rights', 'matching', 'system'] as const
const rhythms = ['at-once', 'daily', 'off'] as const
const nights = ['22:00–07:00', '20:00–08:00', '18:00–09:00'] as const

/** How somebody wants to be told; each change is kept at once. */
export function NoticeCard() {
  const { t } = useTranslation()
  const message = useMessages()
  const queries = useQueryClient()
  const id = useId()
  const key = ['preferences']
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: () => bodyOf(api.GET('/notification-preferences')),
  })
  const change = async (part: Partial<Preferences>) => {
    if (!data) return
    const { language, mail, quiet, byMatching } = data
    const body: Preferences = { language, mail, byMatching, ...(quiet ? { quiet } : {}), ...part }
    try {
      await api.PUT('/notification-preferences', { body })
      message.success(t('account.saved'))
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    await queries.invalidateQueries({ queryKey: key })
  }
  return (
    <Card size="small" title={t('account.notices')}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting height={400} />}
      {data && (
        <Flex vertical gap={12}>
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <legend>{t('account.mail')}</legend>
            {groups.map((group) => (
              <Flex key={group} justify="space-between" align="center" gap={8}>
                <label htmlFor={`${id}-${group}`}>{t(`account.group.${group}`)}</label>
                <Select
                  id={`${id}-${group}`}
                  value={data.mail?.[group] ?? 'at-once'}
                  style={{ width: 130 }}
                  onChange={(rhythm) => void change({ mail: { ...data.mail, [group]: rhythm } })}
                  options={rhythms.map((value) => ({ value, label: t(`account.rhythm.${value}`) }))}
                />
              </Flex>
            ))}
          </fieldset>
          <Flex justify="space-between" align="center">
            <label htmlFor={`${id}-quiet`}>{t('account.quiet')}</label>
            <Select
              id={`${id}-quiet`}
              allowClear
              style={{ width: 150 }}
              value={data.quiet ? `${data.quiet.from}–${data.quiet.to}` : null}
              onChange={(night: string | undefined) => {
                const [from = '', to = ''] = night?.split('–') ?? []
                const { quiet: _, ...rest } = data
                void change(night ? { quiet: { from, to } } : { ...rest, quiet: undefined as never })
              }}
              options={nights.map((value) => ({ value, label: value }))}
            />
          </Flex>
          <Flex justify="space-between" align="center">
            <Typography.Text id={`${id}-language`}>{t('account.language')}</Typography.Text>
            <Segmented<Preferences['language']>
              aria-labelledby={`${id}-language`}
              value={data.language}
              onChange={(language) => void change({ language })}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Flex>
          <Flex justify="space-between" align="center">
            <label htmlFor={`${id}-matching`}>{t('account.byMatching')}</label>
            <Switch
              id={`${id}-matching`}
              checked={data.byMatching}
              onChange={(byMatching) => void change({ byMatching })}
            />
          </Flex>
        </Flex>
      )}
    </Card>
  )
}
