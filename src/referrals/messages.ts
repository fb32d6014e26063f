import type { MessageTable } from '../platform/http/messages.js'

const referral = { zh: '对接单', en: 'referral' }

export const referralMessages: MessageTable = {
  'kind.referral': referral,
  'kind.referrals': referral,
}
