import { GlobalOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Badge, Button, Drawer, Dropdown, Flex, Grid, Layout, Menu } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { api, Problem } from '../api/client.js'
import { keepToken } from '../api/patient-fetch.js'
import { sessionKey, useSession } from '../api/session.js'
import { chooseLanguage } from '../i18n/texts.js'
import { useLiveInbox, useUnread } from '../inbox/live.js'
import { OfflineNotice } from './offline-notice.js'
import { homeOf, placesOf } from './places.js'
import { SignInAgain } from './sign-in-again.js'

/** What stands around every page of somebody who has signed in. */
export function Shell() {
  const session = useSession()
  const { t } = useTranslation()
  const { pathname, search, hash } = useLocation()
  const { md } = Grid.useBreakpoint()
  const [isOpen, setOpen] = useState(false)
  const hasInbox = session?.permissions.includes('inbox.own') ?? false
  const unread = useUnread(hasInbox)
  useLiveInbox(hasInbox ? session?.account.role : undefined)
  const content = useFocusFollowing(pathname)
  if (!session) return <Navigate to="/sign-in" replace state={{ from: pathname + search + hash }} />
  const places = placesOf(session)
  const here = places.findLast(({ path }) => pathname.startsWith(path))?.path
  const menu = (mode: 'horizontal' | 'inline') => (
    <Menu
      mode={mode}
      selectedKeys={here === undefined ? [] : [here]}
      style={{ flex: 1, minWidth: 0, border: 0 }}
      onClick={() => setOpen(false)}
      items={places.map(({ path, text, icon }) => ({
        key: path,
        icon,
        label: (
          <Link to={path}>
            {t(text)}
            {text === 'place.inbox' && unread > 0 && (
              <Badge
                count={unread}
                size="small"
                color="#a3180f"
                title={t('inbox.unread', { count: unread })}
                style={{ marginInlineStart: 6 }}
              />
            )}
          </Link>
        ),
      }))}
    />
  )
  return (
    <Layout style={{ minHeight: '100%' }}>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <Layout.Header
        className="no-print"
        style={{ borderBottom: '1px solid var(--line)', position: 'sticky', top: 0, zIndex: 100 }}
      >
        <Flex align="center" gap={12} style={{ height: '100%', maxWidth: 1440, margin: '0 auto' }}>
          {!md && (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label={t('app.menu')}
              onClick={() => setOpen(true)}
            />
          )}
          <Brand to={homeOf(session)} />
          <nav aria-label={t('app.menu')} style={{ flex: 1, minWidth: 0 }}>
            {md && menu('horizontal')}
          </nav>
          <Person />
        </Flex>
      </Layout.Header>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={280} title={t('app.name')}>
        {menu('inline')}
      </Drawer>
      <OfflineNotice />
      <SignInAgain />
      <Layout.Content ref={content} id="content" tabIndex={-1} role="main" style={{ outline: 'none' }}>
        <div style={{ maxWidth: 1440, margin: '0 auto', padding: md ? '20px 24px 48px' : '12px 12px 40px' }}>
          <Outlet />
        </div>
      </Layout.Content>
    </Layout>
  )
}

/** Who goes to another page by keyboard goes on at its beginning, unless it begins with a field of its own. */
function useFocusFollowing(pathname: string) {
  const content = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    if (!content.current?.contains(document.activeElement)) content.current?.focus({ preventScroll: true })
  }, [pathname])
  return content
}

function Brand({ to }: { to: string }) {
  const { t } = useTranslation()
  return (
    <Link
      to={to}
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        color: 'inherit',
        fontWeight: 600,
        fontSize: 18,
      }}
    >
      <img src="/favicon.svg" alt="" width={28} height={28} />
      {t('app.name')}
    </Link>
  )
}

function Person() {
  const session = useSession()
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { md } = Grid.useBreakpoint()
  const { message } = App.useApp()
  const signOut = async () => {
    try {
      await api.DELETE('/session')
    } catch (problem) {
      const isOver = problem instanceof Problem && problem.status === 401
      if (!isOver)
        return void message.error(problem instanceof Problem ? problem.message : t('problem.title'))
    }
    keepToken(undefined)
    queries.clear()
    queries.setQueryData(sessionKey, null)
    await navigate('/sign-in')
  }
  return (
    <Flex gap={4}>
      <Button
        type="text"
        icon={<GlobalOutlined />}
        {...(md ? {} : { 'aria-label': t('app.language') })}
        onClick={() => void chooseLanguage(i18n.language === 'en' ? 'zh' : 'en')}
      >
        {md ? t('app.language') : undefined}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              disabled: true,
              label: session && `${session.account.name} · ${t(`role.${session.account.role}`)}`,
            },
            { key: 'account', icon: <UserOutlined />, label: <Link to="/account">{t('app.account')}</Link> },
            { key: 'out', icon: <LogoutOutlined />, label: t('app.signOut'), onClick: () => void signOut() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} {...(md ? {} : { 'aria-label': t('app.account') })}>
          {md ? session?.account.name : undefined}
        </Button>
      </Dropdown>
    </Flex>
  )
}
