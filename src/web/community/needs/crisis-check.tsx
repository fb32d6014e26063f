import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, ifMatch, onceKey, Problem } from '../../api/client.js'
import { useMessages } from '../../parts/messages.js'
import type { Need } from './list.js'

/** The text may tell of a crisis: somebody who is responsible looks, and says whether it is one. */
export function CrisisCheck({ need: { id, revision, urgency } }: { need: Need }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const message = useMessages()
  const decide = async (level: Need['urgency']['level']) => {
    try {
      const params = { path: { id }, header: { ...ifMatch(revision), ...onceKey() } }
      await api.POST('/needs/{id}/urgency', { params, body: { level } })
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    await Promise.all(['need', 'needs'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t('needs.toCheck')}
      description={
        <Flex gap={8} wrap>
          <Button danger onClick={() => void decide('crisis')}>
            {t('needs.isCrisis')}
          </Button>
          <Button onClick={() => void decide(urgency.level)}>{t('needs.isNoCrisis')}</Button>
        </Flex>
      }
    />
  )
}
