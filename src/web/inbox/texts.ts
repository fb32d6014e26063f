import type { Texts } from '../i18n/types.js'

const zh = {
  inbox: {
    unread: '{{count}} 条未读',
    readAll: '全部标为已读',
    read: '标为已读',
    open: '查看',
    crisis: '危机',
    empty: '没有消息',
    onlyUnread: '只看未读',
    all: '全部',
  },
}

const en: Texts<typeof zh> = {
  inbox: {
    unread: '{{count}} unread',
    readAll: 'Mark all as read',
    read: 'Mark as read',
    open: 'Open',
    crisis: 'Crisis',
    empty: 'No messages',
    onlyUnread: 'Unread only',
    all: 'All',
  },
}

export const inboxTexts = { zh, en }
