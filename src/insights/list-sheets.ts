import { type Sheet, sheetOf } from '../platform/http/list-file.js'
import type { FollowedAction } from './action-service.js'
import type { GapFigures, GapPlace } from './actions.js'
import { causeCodes, causes } from './causes.js'
import type { Gap } from './gaps.js'
import type { Reference } from './query.js'
import { actionStateWords, actionTypeWords } from './words.js'

const placeColumns = ({ regions, taxonomy: { services, groups } }: Reference) => [
  {
    key: 'region',
    header: { zh: '地区', en: 'Region' },
    cell: ({ region }: GapPlace, language: 'zh' | 'en') => regions.nameOf(region, language),
  },
  {
    key: 'category',
    header: { zh: '服务类别', en: 'Category' },
    cell: ({ category }: GapPlace, language: 'zh' | 'en') => services.nameOf(category, language),
  },
  {
    key: 'group',
    header: { zh: '服务对象', en: 'Target group' },
    cell: ({ group }: GapPlace, language: 'zh' | 'en') => group && groups.nameOf(group, language),
  },
]

/** The ranking of gaps as a table, each cause a column. */
export function gapSheet(reference: Reference): Sheet<Gap> {
  return sheetOf<Gap>('gaps', [
    ...placeColumns(reference),
    { key: 'gap', header: { zh: '缺口', en: 'Gap' }, cell: ({ gap }) => gap },
    { key: 'waiting', header: { zh: '等待中', en: 'Waiting' }, cell: ({ waiting }) => waiting },
    { key: 'unmet', header: { zh: '未满足', en: 'Unmet' }, cell: ({ unmet }) => unmet },
    {
      key: 'free',
      header: { zh: '可及空余名额', en: 'Free places' },
      cell: ({ capacity }) => capacity.free,
    },
    {
      key: 'offerings',
      header: { zh: '可及的服务', en: 'Offerings within reach' },
      cell: ({ capacity }) => capacity.offerings,
    },
    {
      key: 'medianDays',
      header: { zh: '等待天数中位数', en: 'Median days of waiting' },
      cell: ({ medianDays }) => medianDays,
    },
    ...causeCodes.map((code) => ({
      key: code,
      header: causes[code],
      cell: (gap: Gap) => gap.causes[code] ?? 0,
    })),
  ])
}

const figures = [
  { key: 'waiting', zh: '等待', en: 'waiting' },
  { key: 'unmet', zh: '未满足', en: 'unmet' },
  { key: 'capacity', zh: '空余名额', en: 'free places' },
  { key: 'medianDays', zh: '等待天数中位数', en: 'median days' },
] as const satisfies readonly { key: keyof GapFigures; zh: string; en: string }[]

/** What is done about gaps as a table, with the figures at its beginning and now. */
export function gapActionSheet(reference: Reference): Sheet<FollowedAction> {
  return sheetOf<FollowedAction>('gap-actions', [
    ...placeColumns(reference),
    {
      key: 'type',
      header: { zh: '做什么', en: 'Action' },
      cell: ({ type }, language) => actionTypeWords[type][language],
    },
    {
      key: 'state',
      header: { zh: '状态', en: 'State' },
      cell: ({ state }, language) => actionStateWords[state][language],
    },
    { key: 'owner', header: { zh: '由谁负责', en: 'Owner' }, cell: ({ owner }) => owner },
    { key: 'dueOn', header: { zh: '期限', en: 'Due' }, cell: ({ dueOn }) => dueOn },
    { key: 'begun', header: { zh: '发起日期', en: 'Begun' }, cell: ({ before }) => before.on },
    { key: 'closedOn', header: { zh: '结束日期', en: 'Closed' }, cell: ({ closedOn }) => closedOn },
    { key: 'note', header: { zh: '说明', en: 'Note' }, cell: ({ note }) => note },
    { key: 'outcome', header: { zh: '结果', en: 'Outcome' }, cell: ({ outcome }) => outcome },
    ...figures.map(({ key, zh, en }) => ({
      key: `before.${key}`,
      header: { zh: `发起时${zh}`, en: `Before: ${en}` },
      cell: ({ before }: FollowedAction) => before[key],
    })),
    ...figures.map(({ key, zh, en }) => ({
      key: `now.${key}`,
      header: { zh: `现在${zh}`, en: `Now: ${en}` },
      cell: ({ now }: FollowedAction) => now[key],
    })),
  ])
}
