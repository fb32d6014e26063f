import type { MessageTable } from '../platform/http/messages.js'

const offering = { zh: '服务', en: 'offering' }

export const offeringMessages: MessageTable = {
  'organization.unknown': { zh: '没有这个组织', en: 'is not a known organisation' },
  'organization.standing': {
    zh: '该组织当前状态不能发布服务',
    en: 'names an organisation whose standing does not allow it to publish',
  },
  'organization.beyond': {
    zh: '不是您可以代为登记服务的组织',
    en: 'names an organisation that you do not write for',
  },
  'kind.offering': offering,
  'kind.offerings': offering,
}
