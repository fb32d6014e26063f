import type { MessageTable } from '../platform/http/messages.js'

export const identityMessages: MessageTable = {
  'consent.witness': { zh: '口头同意须写明见证人', en: 'is required for an oral consent' },
  'consent.guardian': {
    zh: '不满十四周岁或年龄不明的未成年人，须由监护人同意',
    en: 'must be a guardian for a child under 14, or a minor whose age is not known',
  },
  'consent.giver': { zh: '须写明监护人', en: 'is required: who the guardian is' },
  'kind.identity': { zh: '身份信息', en: 'identity' },
  'kind.release': { zh: '查看申请', en: 'release' },
  'kind.consent': { zh: '同意记录', en: 'consent' },
}
