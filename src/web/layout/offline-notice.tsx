import { onlineManager } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

/** Says that the connection is gone for as long as it is, below the header wherever somebody has scrolled. */
export function OfflineNotice() {
  const { t } = useTranslation()
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )
  return (
    <div role="status" style={{ position: 'sticky', top: 56, zIndex: 99 }}>
      {!isOnline && <Alert banner type="warning" showIcon title={t('problem.offline')} />}
    </div>
  )
}
