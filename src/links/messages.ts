import type { MessageTable } from '../platform/http/messages.js'

export const linkMessages: MessageTable = { 'kind.link': { zh: '链接', en: 'link' } }
