import { Flex, Spin } from 'antd'
import { useTranslation } from 'react-i18next'

export function Loading() {
  const { t } = useTranslation()
  return (
    <Flex justify="center" style={{ padding: '20vh 0' }} role="status" aria-live="polite">
      <Spin size="large" />
      <span className="visually-hidden">{t('list.loading')}</span>
    </Flex>
  )
}
