import type { MessageTable } from '../platform/http/messages.js'

export const serviceRecordMessages: MessageTable = {
  'service.nothing': { zh: '至少要有一项工作，不能全为 0', en: 'must say that something was done' },
  'service.ahead': { zh: '不能晚于今天', en: 'must not be in the future' },
  'service.minutes': { zh: '没有服务次数，就不能有时长', en: 'needs contacts in which they were spent' },
  'service.goals': {
    zh: '目标达成情况之和应等于结案数',
    en: 'must equal the goals reached in full, in part and not',
  },
  'service.persons': { zh: '人数不能多于人次', en: 'must not be more than attendances or turns' },
  'service.outcomes': {
    zh: '各结果之和不能多于调解与信访件数',
    en: 'outcomes must not be more than the matters',
  },
  'service.organizationFixed': {
    zh: '更正时不能改换组织，请删除后由该组织重新填报',
    en: 'cannot be changed by a correction; remove the record and let the other organisation enter it',
  },
  'service.referral': {
    zh: '没有派给该组织的这张对接单',
    en: 'is not a referral to this organisation',
  },
  'service.referralStage': { zh: '该对接单尚未开始服务', en: 'is a referral on which nothing has begun' },
  'service.monthClosed': {
    zh: '{month} 已月结（{scope}），需先由街道或区重新打开',
    en: 'lies in {month}, which is closed for {scope}; street or district must open it again first',
  },
  'service.monthNotOver': { zh: '该月尚未结束', en: 'is not over yet' },
  'service.closingRegion': { zh: '只能按街道或全区月结', en: 'must be a street or the district' },
  'service.closingScope': { zh: '不在您的月结权限内', en: 'is not yours to close' },
  'totals.span': { zh: '最多 {limit} 个月', en: 'must not be more than {limit} months on' },
  'totals.many': {
    zh: '结果超过 {limit} 行，请缩小范围或减少分组',
    en: 'gives more than {limit} rows; ask for less',
  },
  'attachment.type': { zh: '只接受 JPEG、PNG 和 PDF', en: 'must be a JPEG, PNG or PDF' },
  'attachment.broken': { zh: '文件不完整或已损坏', en: 'is not whole' },
  'attachment.active': {
    zh: 'PDF 含有脚本、附件、加密或其他可执行内容，请另存为普通 PDF',
    en: 'holds scripts, files, encryption or other active content; save it as a plain PDF',
  },
  'attachment.many': { zh: '每条记录最多 {limit} 个附件', en: 'would be more than {limit} on one record' },
  'kind.service-record': { zh: '服务记录', en: 'service record' },
  'kind.month-closing': { zh: '月结', en: 'month closing' },
  'kind.attachment': { zh: '附件', en: 'attachment' },
}
