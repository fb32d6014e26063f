import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/client.js'

/** What went wrong, in words, and a way on. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const problem = error instanceof Problem ? error : undefined
  const isReached = problem !== undefined && problem.status !== 0
  const fields = problem?.document?.errors ?? []
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={isReached ? (problem.document?.title ?? t('problem.title')) : t('problem.unreachable')}
      description={
        isReached && (
          <>
            <div>{problem.document?.detail}</div>
            {fields.length > 0 && (
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {fields.map(({ field, message }) => (
                  <li key={field}>{message}</li>
                ))}
              </ul>
            )}
          </>
        )
      }
      action={onRetry && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
    />
  )
}
