import { regionsOf } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import type { Region } from '../regions/index.js'
import { labels, wordsOf } from './labels.js'
import {
  agesColumn,
  categoriesColumn,
  groupsColumn,
  idColumn,
  modesColumn,
  placesColumn,
  type Template,
  type TemplateDeps,
  unitColumn,
} from './template.js'

/** An empty sheet of needs, with the places that somebody writes for. */
export const needTemplate: Template = {
  name: { zh: '需求', en: 'Needs' },
  columns: (actor, deps) => [
    idColumn,
    {
      header: { zh: '需求描述（必填）', en: 'Need (required)' },
      example: {
        zh: '社区里有位独居老人，腿脚不便，需要有人上门陪伴，最好每周两次。',
        en: 'A senior who lives alone and walks badly would like company at home, twice a week if possible.',
      },
      help: {
        zh: '一两句话说清需要什么，4 至 4000 字。请不要写姓名、电话、门牌号；写了也会自动隐藏。',
        en: 'What is needed, in a sentence or two; 4 to 4,000 characters. No names, telephone numbers or addresses, please; they would be hidden.',
      },
      width: 60,
    },
    {
      header: { zh: '标题', en: 'Title' },
      help: {
        zh: '选填，2 至 100 字；不填则取描述的开头。',
        en: 'Optional, 2 to 100 characters; else the beginning of the need.',
      },
      width: 24,
    },
    communityColumn(placesOf(actor, deps), deps),
    {
      header: { zh: '来源（必填）', en: 'Source (required)' },
      example: labels.sources.visit.word,
      help: { zh: '需求从哪里得知。', en: 'How the need became known.' },
      options: (language) => wordsOf(labels.sources, language),
    },
    {
      header: { zh: '紧急程度', en: 'Urgency' },
      example: labels.urgencies.soon.word,
      help: {
        zh: '选填，不填为“一般”。描述中有危险信号时会自动列为“危机”。',
        en: 'Optional, else Routine. Words that tell of danger make it a Crisis.',
      },
      options: (language) => wordsOf(labels.urgencies, language),
    },
    categoriesColumn('类别', deps),
    groupsColumn(deps),
    {
      header: { zh: '人数', en: 'People' },
      example: 1,
      help: { zh: '选填，整数，不填为 1。', en: 'Optional, a whole number, else 1.' },
      width: 8,
    },
    agesColumn('年龄段'),
    {
      header: { zh: '数量', en: 'Amount' },
      example: 8,
      help: {
        zh: '选填，需要多少，与单位一起填；不填为 1 例个案。',
        en: 'Optional, how much is needed, together with its unit; else 1 case.',
      },
      width: 8,
    },
    unitColumn({ zh: '数量的单位。', en: 'What the amount counts.' }),
    {
      header: { zh: '期望时间', en: 'Needed by' },
      example: { zh: '2027-01-31', en: '2027-01-31' },
      help: {
        zh: '选填，最晚何时，例如 2027-01-31。',
        en: 'Optional, the last day, e.g. 2027-01-31.',
      },
    },
    modesColumn,
    {
      header: { zh: '可见范围', en: 'Visibility' },
      help: {
        zh: `选填，不填为“${labels.visibilities.matched.word.zh}”。`,
        en: `Optional, else “${labels.visibilities.matched.word.en}”.`,
      },
      options: (language) => wordsOf(labels.visibilities, language),
    },
  ],
}

function communityColumn(places: readonly Region[], deps: TemplateDeps) {
  const column = {
    header: { zh: '社区', en: 'Community' },
    help: {
      zh: '需求所在的社区或街道，只能是您负责的区域。社区账号可以不填。',
      en: 'The community or street of the need, which must be yours. Accounts of a community may leave it empty.',
    },
  }
  return placesColumn(column, places, places[0], deps)
}

function placesOf(actor: Actor, { regions }: TemplateDeps): readonly Region[] {
  const codes = regionsOf(actor, regions)
  return codes === 'all' ? regions.all : regions.all.filter(({ code }) => codes.includes(code))
}
