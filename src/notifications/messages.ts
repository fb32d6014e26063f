import type { MessageTable } from '../platform/http/messages.js'

export const notificationMessages: MessageTable = {
  'url.malformed': { zh: '网址无法识别', en: 'is not a URL' },
  'url.scheme': { zh: '须以 https:// 开头', en: 'must begin with https://' },
  'url.credentials': { zh: '网址中不能带用户名或密码', en: 'must not hold a user name or password' },
  'address.private': {
    zh: '不能指向内网或本机地址',
    en: 'must not point into a private network',
  },
  'string.uriCustomScheme': { zh: '须以 https:// 开头', en: 'must begin with https://' },
  'kind.inbox-item': { zh: '通知', en: 'notice' },
  'kind.webhook': { zh: 'webhook', en: 'webhook' },
  'kind.delivery': { zh: '投递', en: 'delivery' },
}
