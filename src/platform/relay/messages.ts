import type { MessageTable } from '../http/messages.js'

export const relayMessages: MessageTable = {
  'kind.dead-letter': { zh: '死信', en: 'dead letter' },
}
