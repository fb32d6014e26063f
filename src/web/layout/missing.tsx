import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** For a path that leads nowhere, and for a page that broke. */
export function Missing() {
  const { t } = useTranslation()
  return (
    <Result
      status="404"
      title={t('problem.missing')}
      extra={
        <Link to="/">
          <Button type="primary" tabIndex={-1}>
            {t('problem.home')}
          </Button>
        </Link>
      }
    />
  )
}
