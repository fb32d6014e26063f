import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** For a path that leads nowhere, and for a page that broke. */
export function Missing() {
  const { t } = useTranslation()
  return (
    <Flex vertical align="center" gap={16} style={{ padding: '15vh 16px' }}>
      <h1 style={{ margin: 0, fontSize: 22 }}>{t('problem.missing')}</h1>
      <Link to="/">{t('problem.home')}</Link>
    </Flex>
  )
}
