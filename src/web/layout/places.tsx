import { BellOutlined, InboxOutlined, PlusCircleOutlined, SendOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Session } from '../api/session.js'

/** A place of the menu: where it leads, and the key of its text. */
export interface Place {
  readonly path: string
  readonly text: 'place.desk' | 'place.needs' | 'place.post' | 'place.inbox'
  readonly icon: ReactNode
  /** Shown to those who hold it. */
  readonly permission: string
}

const places: readonly Place[] = [
  { path: '/district', text: 'place.desk', icon: <SendOutlined />, permission: 'identities.review' },
  { path: '/community/needs', text: 'place.needs', icon: <InboxOutlined />, permission: 'needs.write' },
  { path: '/community/post', text: 'place.post', icon: <PlusCircleOutlined />, permission: 'needs.write' },
  { path: '/inbox', text: 'place.inbox', icon: <BellOutlined />, permission: 'inbox.own' },
]

export function placesOf({ permissions }: Session): readonly Place[] {
  return places.filter(({ permission }) => permissions.includes(permission))
}

const homes: Readonly<Record<string, string>> = {
  committee: '/community/needs',
  street: '/district',
  district: '/district',
  'org-manager': '/organization',
  'org-worker': '/organization',
}

/** Where somebody's day begins; with a first password, at changing it. */
export function homeOf({ account }: Session): string {
  if (account.mustChangePassword) return '/account'
  return homes[account.role] ?? '/account'
}
