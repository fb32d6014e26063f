import { regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { labels, wordsOf } from './labels.js'
import {
  type Columns,
  categoriesColumn,
  groupsColumn,
  idColumn,
  modesColumn,
  placeNames,
  type TemplateDeps,
} from './template.js'

/** An empty sheet of needs, with the places that somebody writes for. */
export const needColumns: Columns = (actor, deps) => [
  idColumn,
  {
    header: '需求描述（必填）',
    example: '社区里有位独居老人，腿脚不便，需要有人上门陪伴，最好每周两次。',
    help: '一两句话说清需要什么，4 至 4000 字。请不要写姓名、电话、门牌号；写了也会自动隐藏。',
    width: 60,
  },
  { header: '标题', help: '选填，2 至 100 字；不填则取描述的开头。', width: 24 },
  {
    header: '社区',
    example: placesOf(actor, deps)[0] ?? '',
    help: '需求所在的社区或街道，只能是您负责的区域。社区账号可以不填。',
    options: placesOf(actor, deps),
  },
  {
    header: '来源（必填）',
    example: '走访',
    help: '需求从哪里得知。',
    options: wordsOf(labels.sources, 'zh'),
  },
  {
    header: '紧急程度',
    example: '较急',
    help: '选填，不填为“一般”。描述中有危险信号时会自动列为“危机”。',
    options: wordsOf(labels.urgencies, 'zh'),
  },
  categoriesColumn('类别', deps),
  groupsColumn(deps),
  { header: '人数', example: 1, help: '选填，整数，不填为 1。', width: 8 },
  { header: '年龄段', example: '75-85', help: '选填，例如 60-75、60岁以上、12岁以下。' },
  { header: '数量', example: 8, help: '选填，需要多少，与单位一起填；不填为 1 例个案。', width: 8 },
  {
    header: '单位',
    example: '次探访',
    help: '数量的单位。',
    options: wordsOf(labels.units, 'zh'),
    width: 10,
  },
  { header: '期望时间', example: '2027-01-31', help: '选填，最晚何时，例如 2027-01-31。' },
  modesColumn,
  {
    header: '可见范围',
    help: '选填，不填为“能提供服务的组织”。',
    options: wordsOf(labels.visibilities, 'zh'),
  },
]

function placesOf(actor: Actor, deps: TemplateDeps): string[] {
  const codes = regionsOf(actor, deps.regions)
  const all = deps.regions.all
  return placeNames(codes === 'all' ? all : all.filter(({ code }) => codes.includes(code)), deps)
}
