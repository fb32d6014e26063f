import type { MessageTable } from '../platform/http/messages.js'

export const savedFilterMessages: MessageTable = {
  'filter.personal': {
    zh: '请勿写入姓名、电话等个人信息',
    en: 'must not hold a name, a number or an address of a person',
  },
}
