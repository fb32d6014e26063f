import { useTranslation } from 'react-i18next'

/**
 * Stands where something is being read, and says so to whoever cannot see it: AntD's skeletons are silent.
 * @param height px that will be needed about, so that what stands below does not jump; default that of a few lines
 */
export function Waiting({ height = 120 }: { height?: number }) {
  const { t } = useTranslation()
  return (
    <div className="waiting" role="status" style={{ height }}>
      <span className="visually-hidden">{t('list.loading')}</span>
    </div>
  )
}
