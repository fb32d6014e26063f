import { unitWords } from '../offerings/index.js'
import { type Sheet, sheetOf } from '../platform/http/list-file.js'
import { minuteOf } from '../platform/records/index.js'
import type { Reference } from './filters.js'
import type { ShownNeed } from './shown.js'
import { needStateWords, sourceWords, urgencyWords } from './words.js'

/** A list of needs as a table, of each what its reader is shown of it. */
export function needSheet({ regions, taxonomy: { services, groups } }: Reference): Sheet<ShownNeed> {
  return sheetOf<ShownNeed>('needs', [
    { key: 'id', header: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
    { key: 'title', header: { zh: '标题', en: 'Title' }, cell: ({ title }) => title },
    { key: 'text', header: { zh: '需求描述', en: 'What is needed' }, cell: ({ text }) => text },
    {
      key: 'region',
      header: { zh: '区域', en: 'Region' },
      cell: ({ region }, language) => regions.nameOf(region, language),
    },
    {
      key: 'categories',
      header: { zh: '服务类别', en: 'Categories' },
      cell: ({ categories }, language) => categories.map((id) => services.nameOf(id, language)),
    },
    {
      key: 'groups',
      header: { zh: '服务对象', en: 'Target groups' },
      cell: ({ beneficiaries }, language) => beneficiaries.groups.map((id) => groups.nameOf(id, language)),
    },
    { key: 'people', header: { zh: '人数', en: 'People' }, cell: (need) => need.beneficiaries.count },
    { key: 'amount', header: { zh: '数量', en: 'Amount' }, cell: ({ amount }) => amount.value },
    {
      key: 'unit',
      header: { zh: '单位', en: 'Unit' },
      cell: ({ amount }, language) => unitWords[amount.unit][language],
    },
    {
      key: 'urgency',
      header: { zh: '紧急程度', en: 'Urgency' },
      cell: ({ urgency }, language) => urgencyWords[urgency.level][language],
    },
    { key: 'neededBy', header: { zh: '最晚', en: 'Needed by' }, cell: ({ neededBy }) => neededBy },
    {
      key: 'state',
      header: { zh: '状态', en: 'State' },
      cell: ({ state }, language) => needStateWords[state][language],
    },
    {
      key: 'source',
      header: { zh: '来源', en: 'Source' },
      cell: ({ source }, language) => source && sourceWords[source][language],
    },
    { key: 'created', header: { zh: '登记时间', en: 'Entered' }, cell: (need) => minuteOf(need.createdAt) },
  ])
}
