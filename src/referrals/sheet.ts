import { urgencyWords } from '../needs/index.js'
import { unitWords } from '../offerings/index.js'
import { type NamesOf, type Sheet, sheetOf } from '../platform/http/list-file.js'
import { minuteOf } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import type { Referral } from './model.js'
import { debtorWords, stageWords, wayWords } from './words.js'

/** A list of referrals as a table. @param namesOf what organisations are called, by id */
export function referralSheet(regions: Regions, namesOf: NamesOf): Sheet<Referral> {
  return sheetOf<Referral, ReadonlyMap<string, string>>(
    'referrals',
    [
      { key: 'id', header: { zh: '对接单编号', en: 'Id' }, cell: ({ id }) => id },
      { key: 'needId', header: { zh: '需求编号', en: 'Need' }, cell: ({ needId }) => needId },
      { key: 'need', header: { zh: '需求', en: 'What is needed' }, cell: ({ seen }) => seen.need.title },
      {
        key: 'region',
        header: { zh: '区域', en: 'Region' },
        cell: ({ region }, language) => regions.nameOf(region, language),
      },
      { key: 'offering', header: { zh: '服务', en: 'Offering' }, cell: ({ seen }) => seen.offering.title },
      {
        key: 'organization',
        header: { zh: '组织', en: 'Organisation' },
        cell: ({ organizationId }, _, names) => names.get(organizationId) ?? organizationId,
      },
      { key: 'how', header: { zh: '方式', en: 'How' }, cell: ({ how }, language) => wayWords[how][language] },
      {
        key: 'urgency',
        header: { zh: '紧急程度', en: 'Urgency' },
        cell: ({ urgency }, language) => urgencyWords[urgency][language],
      },
      {
        key: 'stage',
        header: { zh: '环节', en: 'Stage' },
        cell: ({ stage }, language) => stageWords[stage][language],
      },
      {
        key: 'owes',
        header: { zh: '待办方', en: 'Whose turn' },
        cell: ({ owes }, language) => debtorWords[owes][language],
      },
      { key: 'dueAt', header: { zh: '期限', en: 'Due' }, cell: ({ dueAt }) => dueAt && minuteOf(dueAt) },
      { key: 'quantity', header: { zh: '数量', en: 'Quantity' }, cell: ({ quantity }) => quantity },
      {
        key: 'unit',
        header: { zh: '单位', en: 'Unit' },
        cell: ({ unit }, language) => unitWords[unit][language],
      },
      { key: 'delivered', header: { zh: '已完成', en: 'Done' }, cell: ({ delivered }) => delivered },
      {
        key: 'since',
        header: { zh: '进入本环节', en: 'At this stage since' },
        cell: (each) => minuteOf(each.since),
      },
      { key: 'created', header: { zh: '开单时间', en: 'Opened' }, cell: (each) => minuteOf(each.createdAt) },
    ],
    (items) => namesOf([...new Set(items.map(({ organizationId }) => organizationId))]),
  )
}
