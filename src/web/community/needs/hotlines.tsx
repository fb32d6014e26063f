import { PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from '../../api/client.js'

/** Whom to call before anything else. */
export function Hotlines({ needId }: { needId: string }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery({
    queryKey: ['hotlines', needId],
    queryFn: () => bodyOf(api.GET('/needs/{id}/hotlines', { params: { path: { id: needId } } })),
  })
  if (!data?.items.length) return null
  return (
    <Alert
      type="error"
      showIcon
      icon={<PhoneOutlined aria-hidden />}
      title={t('needs.hotlines')}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {data.items.map(({ number, zh, en }) => (
            <li key={number}>
              <a href={`tel:${number}`}>{number}</a> {i18n.language === 'en' ? en : zh}
            </li>
          ))}
        </ul>
      }
    />
  )
}
