import { labels } from './labels.js'
import {
  agesColumn,
  categoriesColumn,
  groupsColumn,
  idColumn,
  modesColumn,
  placesColumn,
  type Template,
  type TemplateColumn,
  type TemplateDeps,
  unitColumn,
  withSeveral,
} from './template.js'

/** An empty sheet of offerings. */
export const offeringTemplate: Template = {
  name: { zh: '服务', en: 'Offerings' },
  columns: ({ organization }, deps) => [
    idColumn,
    {
      header: { zh: '服务名称（必填）', en: 'Title (required)' },
      example: { zh: '独居老人每周探访', en: 'Weekly visits to seniors living alone' },
      help: { zh: '2 至 100 字。', en: '2 to 100 characters.' },
      width: 24,
    },
    {
      header: { zh: '服务内容（必填）', en: 'Description (required)' },
      example: {
        zh: '每周上门一次，陪伴聊天，查看居家安全，量血压。',
        en: 'A visit a week: company, a look at safety in the home, blood pressure taken.',
      },
      help: {
        zh: '做什么、为谁做、怎么做，4 至 4000 字。',
        en: 'What is done, for whom and how; 4 to 4,000 characters.',
      },
      width: 60,
    },
    ...(organization === undefined ? [organizationColumn] : []),
    coverageColumn(deps),
    categoriesColumn('服务类别', deps),
    groupsColumn(deps),
    agesColumn('年龄范围'),
    modesColumn,
    {
      header: { zh: '每月容量', en: 'Per month' },
      example: 30,
      help: {
        zh: '选填，每月可承接多少，整数，与单位一起填。',
        en: 'Optional, how much can be taken on a month, a whole number, together with its unit.',
      },
      width: 10,
    },
    unitColumn({ zh: '容量的单位。', en: 'What is counted per month.' }),
    {
      header: { zh: '服务时间', en: 'Opening hours' },
      example: { zh: '周一 09:00-12:00', en: 'Mon 09:00-12:00' },
      help: withSeveral({ zh: '选填。', en: 'Optional.' }),
      width: 20,
    },
    {
      header: { zh: '开始日期', en: 'Start' },
      help: { zh: '选填，例如 2027-01-01。', en: 'Optional, e.g. 2027-01-01.' },
    },
    {
      header: { zh: '结束日期', en: 'End' },
      help: { zh: '选填，例如 2027-12-31。', en: 'Optional, e.g. 2027-12-31.' },
    },
    {
      header: { zh: '收费', en: 'Fee' },
      example: 0,
      help: { zh: '选填，单位为元，0 为免费。', en: 'Optional, in yuan; 0 is free.' },
      width: 8,
    },
    { header: { zh: '收费说明', en: 'Fee note' }, help: { zh: '选填。', en: 'Optional.' } },
    stateColumn,
  ],
}

const organizationColumn: TemplateColumn = {
  header: { zh: '机构编号（必填）', en: 'Organisation id (required)' },
  help: {
    zh: '提供服务的组织在本系统中的编号，以 o- 开头。',
    en: 'The id that the organisation has here; it begins with o-.',
  },
  width: 24,
}

const { draft, published } = labels.offeringStates
const stateColumn: TemplateColumn = {
  header: { zh: '状态', en: 'State' },
  example: draft.word,
  help: {
    zh: `选填，${draft.word.zh}或${published.word.zh}，不填为${draft.word.zh}。`,
    en: `Optional, ${draft.word.en} or ${published.word.en}, else ${draft.word.en}.`,
  },
  options: (language) => [draft.word[language], published.word[language]],
  width: 10,
}

function coverageColumn(deps: TemplateDeps): TemplateColumn {
  const { all } = deps.regions
  const column = {
    header: { zh: '服务区域（必填）', en: 'Coverage (required)' },
    help: withSeveral({
      zh: '服务到的街道或社区，含其下各社区。',
      en: 'Streets or communities that are served, with all that lies in them.',
    }),
    takesSeveral: true,
  }
  const street = all.find(({ level }) => level === 'street')
  return placesColumn(column, all, street, deps)
}
