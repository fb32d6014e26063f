import type { MessageTable } from '../platform/http/messages.js'

const organization = { zh: '组织', en: 'organisation' }

export const organizationMessages: MessageTable = {
  'creditCode.invalid': {
    zh: '不是有效的统一社会信用代码，请核对有无抄错',
    en: 'is not a valid unified social credit code; look for a slip of the pen',
  },
  'track.filed': { zh: '只有社区社会组织可以备案', en: 'may be `filed` for a community group only' },
  'field.office': { zh: '只能由工作人员修改', en: 'is changed by staff only' },
  'kind.organization': organization,
  'kind.organizations': organization,
}
