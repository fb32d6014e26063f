import type { Need } from '../needs/index.js'
import { type NeedField, needHeaders } from './columns.js'
import { labels } from './labels.js'
import { placeIn } from './place.js'
import { filledIn } from './row-reader.js'
import type { Sheet } from './sheet.js'

export const needSheet: Sheet<Need, NeedField> = {
  headers: needHeaders,
  columns: [
    { key: 'id', header: '编号' },
    { key: 'title', header: '标题' },
    { key: 'text', header: '需求描述' },
    { key: 'region', header: '区域' },
    { key: 'categories', header: '类别' },
    { key: 'targetGroups', header: '服务对象' },
    { key: 'count', header: '人数' },
    { key: 'ages', header: '年龄段' },
    { key: 'amount', header: '数量' },
    { key: 'unit', header: '单位' },
    { key: 'urgency', header: '紧急程度' },
    { key: 'neededBy', header: '期望时间' },
    { key: 'modes', header: '服务方式' },
    { key: 'source', header: '来源' },
    { key: 'state', header: '状态' },
    { key: 'visibility', header: '可见范围' },
  ],
  toFields(row, references) {
    const region = placeIn(row, references)
    return {
      ...filledIn({
        region,
        title: row.text('title'),
        text: row.text('text') ?? row.text('title'),
        amount: filledIn({ value: row.number('amount'), unit: row.code('unit', labels.units) }),
        urgency: row.code('urgency', labels.urgencies),
        neededBy: row.day('neededBy'),
        source: row.code('source', labels.sources),
        state: row.code('state', labels.needStates),
        visibility: row.code('visibility', labels.visibilities),
      }),
      beneficiaries: {
        ...filledIn({ count: row.number('count'), ages: row.ages('ages') }),
        groups: row.list('targetGroups', references.group),
      },
      categories: row.list('categories', references.service),
      modes: row.codes('modes', labels.modes),
    }
  },
  // An export shows the level, which words may have raised: taken for what a person stated it would be a change.
  settled: ({ state: _, ...fields }, { urgency }) =>
    fields.urgency === urgency.level ? { ...fields, urgency: urgency.stated } : fields,
  toRow: (need) => ({
    id: need.externalId ?? need.id,
    title: need.title,
    text: need.text,
    region: need.region,
    categories: need.categories,
    targetGroups: need.beneficiaries.groups,
    count: need.beneficiaries.count,
    ages: need.beneficiaries.ages && `${need.beneficiaries.ages.from}-${need.beneficiaries.ages.to}`,
    amount: need.amount.value,
    unit: need.amount.unit,
    urgency: need.urgency.level,
    neededBy: need.neededBy,
    modes: need.modes,
    source: need.source,
    state: need.state,
    visibility: need.visibility,
  }),
  columnOf: {
    externalId: 'id',
    region: ['community', 'street', 'region'],
    title: 'title',
    text: ['text', 'title'],
    beneficiaries: 'count',
    'beneficiaries.groups': 'targetGroups',
    'beneficiaries.ages': 'ages',
    amount: 'amount',
    'amount.unit': 'unit',
    categories: 'categories',
    urgency: 'urgency',
    neededBy: 'neededBy',
    modes: 'modes',
    source: 'source',
    state: 'state',
    visibility: 'visibility',
  },
}
