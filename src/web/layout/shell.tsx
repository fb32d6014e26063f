import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { useLapse, useSession } from '../api/session.js'
import { useLiveInbox, useUnread } from '../inbox/live.js'
import { Loading } from '../parts/loading.js'
import { OfflineNotice } from './offline-notice.js'
import { PersonMenu } from './person-menu.js'
import { PlaceList } from './place-list.js'
import { homeOf, isHeldUp, placesOf } from './places.js'
import './shell.css'

/** Few sessions end under an open page. */
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.js')).SignInAgain }))

/** What stands around every page of somebody who has signed in. */
export function Shell() {
  const session = useSession()
  const { t } = useTranslation()
  const { pathname, search, hash } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const hasInbox = session !== undefined && !isHeldUp(session) && session.permissions.includes('inbox.own')
  const unread = useUnread(hasInbox)
  useLiveInbox(hasInbox)
  const content = useFocusFollowing(pathname)
  const isLapsed = useLapse() !== undefined
  if (!session) return <Navigate to="/sign-in" replace state={{ from: pathname + search + hash }} />
  if (isHeldUp(session) && pathname !== '/account') return <Navigate to="/account" replace />
  const places = placesOf(session)
  const here = places.findLast(({ path }) => pathname.startsWith(path))?.path
  return (
    <>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <header className="shell-head no-print">
        <div className="shell-bar">
          <Button
            className="narrow-only"
            type="text"
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('app.menu')}
            aria-expanded={isOpen}
            aria-controls="places"
            onClick={() => setOpen(!isOpen)}
          />
          <Brand to={homeOf(session)} />
          <nav id="places" aria-label={t('app.menu')} className={isOpen ? 'open' : undefined}>
            <PlaceList places={places} here={here} unread={unread} onGo={() => setOpen(false)} />
          </nav>
          <PersonMenu session={session} />
        </div>
      </header>
      <OfflineNotice />
      {isLapsed && (
        <Suspense fallback={null}>
          <SignInAgain />
        </Suspense>
      )}
      <main ref={content} id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </>
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
    <Link to={to} className="brand">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      {t('app.name')}
    </Link>
  )
}
