import { regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { type FormColumn, formWorkbook } from '../platform/tables/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy, Tree } from '../taxonomy/index.js'
import { labels, namesIn } from './labels.js'
import type { References } from './references.js'
import { sheetLimits } from './sheet-import.js'

export interface TemplateDeps {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
  readonly references: References
}

type Columns = (actor: Actor, deps: TemplateDeps) => readonly FormColumn[]

const several = '可写几项，用“；”分开。'
/** Whoever leaves the example in the table means nothing by it, see `Judge`. */
const id: FormColumn = {
  header: '编号',
  example: '示例',
  help: '选填。您自己的编号，用来区分内容相同的两行。写着“示例”的行不会导入。',
  width: 10,
}

/** An empty sheet of needs, with the places that somebody writes for. */
export const needColumns: Columns = (actor, deps) => [
  id,
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
    options: namesIn(labels.sources),
  },
  {
    header: '紧急程度',
    example: '较急',
    help: '选填，不填为“一般”。描述中有危险信号时会自动列为“危机”。',
    options: namesIn(labels.urgencies),
  },
  {
    header: '类别',
    example: '独居老人探访关爱',
    help: `选填，不填则由系统判断。${several}`,
    options: termNames(deps.taxonomy.services, deps.references.service),
    takesSeveral: true,
    width: 24,
  },
  {
    header: '服务对象',
    help: `选填。${several}`,
    options: termNames(deps.taxonomy.groups, deps.references.group),
    takesSeveral: true,
    width: 20,
  },
  { header: '人数', example: 1, help: '选填，整数，不填为 1。', width: 8 },
  { header: '年龄段', example: '75-85', help: '选填，例如 60-75、60岁以上、12岁以下。' },
  { header: '数量', example: 8, help: '选填，需要多少，与单位一起填；不填为 1 个案。', width: 8 },
  { header: '单位', example: '次', help: '数量的单位。', options: namesIn(labels.units), width: 10 },
  { header: '期望时间', example: '2027-01-31', help: '选填，最晚何时，例如 2027-01-31。' },
  {
    header: '服务方式',
    example: '上门',
    help: `选填。${several}`,
    options: namesIn(labels.modes),
    takesSeveral: true,
  },
  {
    header: '可见范围',
    help: '选填，不填为“可服务机构”。',
    options: namesIn(labels.visibilities),
  },
]

/** An empty sheet of offerings. */
export const offeringColumns: Columns = ({ organization }, deps) => [
  id,
  { header: '服务名称（必填）', example: '独居老人每周探访', help: '2 至 100 字。', width: 24 },
  {
    header: '服务内容（必填）',
    example: '每周上门一次，陪伴聊天，查看居家安全，量血压。',
    help: '做什么、为谁做、怎么做，4 至 4000 字。',
    width: 60,
  },
  ...(organization === undefined
    ? [{ header: '机构编号（必填）', help: '提供服务的组织在本系统中的编号，以 o- 开头。', width: 24 }]
    : []),
  {
    header: '服务区域（必填）',
    example: '坂田街道',
    help: `服务到的街道或社区，含其下各社区。${several}`,
    options: deps.regions.all.map((region) => placeName(region, deps.references)),
    takesSeveral: true,
    width: 20,
  },
  {
    header: '服务类别',
    example: '独居老人探访关爱',
    help: `选填，不填则由系统判断。${several}`,
    options: termNames(deps.taxonomy.services, deps.references.service),
    takesSeveral: true,
    width: 24,
  },
  {
    header: '服务对象',
    help: `选填。${several}`,
    options: termNames(deps.taxonomy.groups, deps.references.group),
    takesSeveral: true,
    width: 20,
  },
  { header: '年龄范围', example: '60岁以上', help: '选填，例如 60-75、60岁以上、12岁以下。' },
  {
    header: '服务方式',
    example: '上门',
    help: `选填。${several}`,
    options: namesIn(labels.modes),
    takesSeveral: true,
  },
  { header: '每月容量', example: 30, help: '选填，每月可承接多少，整数，与单位一起填。', width: 10 },
  { header: '单位', example: '次', help: '容量的单位。', options: namesIn(labels.units), width: 10 },
  { header: '服务时间', example: '周一 09:00-12:00', help: `选填。${several}`, width: 20 },
  { header: '开始日期', help: '选填，例如 2027-01-01。' },
  { header: '结束日期', help: '选填，例如 2027-12-31。' },
  { header: '收费', example: 0, help: '选填，单位为元，0 为免费。', width: 8 },
  { header: '收费说明', help: '选填。' },
  {
    header: '状态',
    example: '草稿',
    help: '选填，草稿或已发布，不填为草稿。',
    options: [labels.states.draft?.[0] ?? '', labels.states.published?.[0] ?? ''],
    width: 10,
  },
]

export function templateOf(name: string, columns: readonly FormColumn[]): Promise<Buffer> {
  return formWorkbook({
    names: { fill: name, read: '填写说明', options: '选项' },
    readHeaders: ['列', '怎么填'],
    columns,
    rows: sheetLimits.rows,
  })
}

function placesOf(actor: Actor, { regions, references }: TemplateDeps): string[] {
  const codes = regionsOf(actor, regions)
  const all = codes === 'all' ? regions.all : regions.all.filter(({ code }) => codes.includes(code))
  return all.map((region) => placeName(region, references))
}

/** Its name where that finds it again, else its code: some streets and communities share a name. */
function placeName(
  { code, zh }: { readonly code: string; readonly zh: string },
  { region }: References,
): string {
  return region(zh) === code ? zh : code
}

function termNames({ terms }: Tree, find: References['service']): string[] {
  return terms.flatMap(({ id, zh }) => (find(zh) === id ? zh : []))
}
