import type { MessageTable } from '../platform/http/messages.js'

export const insightMessages: MessageTable = {
  'kind.gap-action': { zh: '行动', en: 'gap action' },
  'insights.span': { zh: '最多 {limit} 个月', en: 'covers more than {limit} months' },
  'insights.many': {
    zh: '结果超过 {limit} 行，请缩小范围',
    en: 'makes more than {limit} rows; ask for less',
  },
  'insights.quarter': {
    zh: '本辖区以外只能查看已公布的一个季度，最近的是 {from} 至 {to}',
    en: 'must be one quarter that is published, beyond your own region; the last is {from} to {to}',
  },
  'report.running': { zh: '季度结束后才能定稿', en: 'is not over yet' },
  'kind.issued-report': { zh: '季度报告', en: 'quarterly report' },
}
