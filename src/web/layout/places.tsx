import {
  BarChartOutlined,
  BellOutlined,
  ExceptionOutlined,
  FormOutlined,
  GiftOutlined,
  HeatMapOutlined,
  InboxOutlined,
  PlusCircleOutlined,
  ScheduleOutlined,
  SendOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Session } from '../api/session.js'
import type { common } from '../i18n/common.js'

/** A place of the menu: where it leads, and the key of its text. */
export interface Place {
  readonly path: string
  readonly text: `place.${keyof (typeof common)['zh']['place']}`
  readonly icon: ReactNode
  /** Shown to those who hold it. */
  readonly permission: string
}

const places: readonly Place[] = [
  {
    path: '/district',
    text: 'place.desk',
    icon: <SendOutlined aria-hidden />,
    permission: 'identities.review',
  },
  {
    path: '/district/map',
    text: 'place.map',
    icon: <HeatMapOutlined aria-hidden />,
    permission: 'insights.act',
  },
  {
    path: '/district/gaps',
    text: 'place.gaps',
    icon: <ExceptionOutlined aria-hidden />,
    permission: 'insights.act',
  },
  {
    path: '/district/indicators',
    text: 'place.indicators',
    icon: <BarChartOutlined aria-hidden />,
    permission: 'insights.act',
  },
  {
    path: '/district/duty',
    text: 'place.duty',
    icon: <ScheduleOutlined aria-hidden />,
    permission: 'duty.plan',
  },
  {
    path: '/community/needs',
    text: 'place.needs',
    icon: <InboxOutlined aria-hidden />,
    permission: 'needs.write',
  },
  {
    path: '/community/post',
    text: 'place.post',
    icon: <PlusCircleOutlined aria-hidden />,
    permission: 'needs.write',
  },
  {
    path: '/organization/requests',
    text: 'place.requests',
    icon: <SwapOutlined aria-hidden />,
    permission: 'service-records.write',
  },
  {
    path: '/organization/offerings',
    text: 'place.offerings',
    icon: <GiftOutlined aria-hidden />,
    permission: 'service-records.write',
  },
  {
    path: '/organization/records',
    text: 'place.records',
    icon: <FormOutlined aria-hidden />,
    permission: 'service-records.write',
  },
  {
    path: '/organization/indicators',
    text: 'place.ownIndicators',
    icon: <BarChartOutlined aria-hidden />,
    permission: 'service-records.write',
  },
  { path: '/inbox', text: 'place.inbox', icon: <BellOutlined aria-hidden />, permission: 'inbox.own' },
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

/** Whether something must be done at the own account before anything else works. */
export function isHeldUp({ account, secondFactorNeeded }: Session): boolean {
  return account.mustChangePassword === true || secondFactorNeeded
}

/** Where somebody's day begins. */
export function homeOf(session: Session): string {
  return (!isHeldUp(session) && homes[session.account.role]) || '/account'
}
