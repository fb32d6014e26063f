import { useTranslation } from 'react-i18next'

/**
 * Stands where something is being read, and says so to whoever cannot see it: AntD's skeletons are silent.
 * @param height what will be needed about, in px or as CSS says it, so that what stands below does not jump; default a few lines
 */
export function Waiting({ height = 120 }: { height?: number | string }) {
  const { t } = useTranslation()
  return (
    <div className="waiting" role="status" style={{ height }}>
      <span className="visually-hidden">{t('list.loading')}</span>
    </div>
  )
}
