import { GlobalOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, Problem } from '../api/client.js'
import { keepToken } from '../api/patient-fetch.js'
import { leaveTo, type Session, sessionKey } from '../api/session.js'
import { chooseLanguage } from '../i18n/language.js'
import { MenuButton } from '../parts/menu-button.js'
import { useMessages } from '../parts/messages.js'

/** The other language, and what concerns whoever has signed in. */
export function PersonMenu({ session: { account } }: { session: Session }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <Flex gap={4}>
      <Button
        type="text"
        icon={<GlobalOutlined aria-hidden />}
        aria-label={t('app.language')}
        onClick={() => void chooseLanguage(i18n.language === 'en' ? 'zh' : 'en')}
      >
        <span className="wide-only">{t('app.language')}</span>
      </Button>
      <MenuButton
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-label={`${t('app.account')} ${account.name}`}
        head={
          <div className="menu-head">
            {account.name} · {t(`role.${account.role}`)}
          </div>
        }
        items={[
          {
            key: 'account',
            icon: <UserOutlined aria-hidden />,
            label: t('app.account'),
            onChoose: () => void navigate('/account'),
          },
          {
            key: 'out',
            icon: <LogoutOutlined aria-hidden />,
            label: t('app.signOut'),
            onChoose: () => void signOut(),
          },
        ]}
      >
        <span className="wide-only">{account.name}</span>
      </MenuButton>
    </Flex>
  )
}

function useSignOut() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const message = useMessages()
  return async () => {
    let signOutAt: string | undefined
    try {
      signOutAt = (await api.DELETE('/session')).data?.signOutAt
    } catch (problem) {
      const isOver = problem instanceof Problem && problem.status === 401
      if (!isOver) return message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    keepToken(undefined)
    // Set, not removed: a page that shows what is removed is not told.
    queries.setQueryData(sessionKey, null)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    // The district's own system signs out too, and leads back to our page.
    await leaveTo(signOutAt ?? '/sign-in')
  }
}
