import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Place } from './places.js'

/** Where somebody may go, and where they are. */
export function PlaceList({
  places,
  here,
  unread,
  onGo,
}: {
  places: readonly Place[]
  here: string | undefined
  unread: number
  onGo: () => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="places">
      {places.map(({ path, text, icon }) => (
        <li key={path}>
          <Link to={path} onClick={onGo} aria-current={path === here ? 'page' : undefined}>
            {icon} {t(text)}
            {text === 'place.inbox' && unread > 0 && (
              <span className="unread" title={t('inbox.unread', { count: unread })}>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
