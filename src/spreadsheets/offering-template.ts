import { labels, wordsOf } from './labels.js'
import {
  type Columns,
  categoriesColumn,
  groupsColumn,
  idColumn,
  modesColumn,
  placeNames,
  several,
} from './template.js'

/** An empty sheet of offerings. */
export const offeringColumns: Columns = ({ organization }, deps) => [
  idColumn,
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
    example:
      placeNames(
        deps.regions.all.filter(({ level }) => level === 'street'),
        deps,
      )[0] ?? '',
    help: `服务到的街道或社区，含其下各社区。${several}`,
    options: placeNames(deps.regions.all, deps),
    takesSeveral: true,
    width: 20,
  },
  categoriesColumn('服务类别', deps),
  groupsColumn(deps),
  { header: '年龄范围', example: '60岁以上', help: '选填，例如 60-75、60岁以上、12岁以下。' },
  modesColumn,
  { header: '每月容量', example: 30, help: '选填，每月可承接多少，整数，与单位一起填。', width: 10 },
  {
    header: '单位',
    example: '次探访',
    help: '容量的单位。',
    options: wordsOf(labels.units, 'zh'),
    width: 10,
  },
  { header: '服务时间', example: '周一 09:00-12:00', help: `选填。${several}`, width: 20 },
  { header: '开始日期', help: '选填，例如 2027-01-01。' },
  { header: '结束日期', help: '选填，例如 2027-12-31。' },
  { header: '收费', example: 0, help: '选填，单位为元，0 为免费。', width: 8 },
  { header: '收费说明', help: '选填。' },
  {
    header: '状态',
    example: '草稿',
    help: '选填，草稿或已发布，不填为草稿。',
    options: [labels.offeringStates.draft.word.zh, labels.offeringStates.published.word.zh],
    width: 10,
  },
]
