import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Duplicate } from './reading.js'

/** What was posted before and says nearly the same; nothing is merged by itself. */
export function DuplicatesPanel({ duplicates }: { duplicates: readonly Duplicate[] }) {
  const { t } = useTranslation()
  if (!duplicates.length) return null
  return (
    <Alert
      type="info"
      showIcon
      title={t('community.duplicates.title')}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {duplicates.slice(0, 3).map(({ id, title, similarity }) => (
            <li key={id}>
              <Link to={`/community/needs/${id}`}>{title}</Link>{' '}
              {t('community.duplicates.alike', { percent: Math.round(similarity * 100) })}
            </li>
          ))}
        </ul>
      }
    />
  )
}
