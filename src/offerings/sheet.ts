import { type NamesOf, type Sheet, sheetOf } from '../platform/http/list-file.js'
import { dayOf } from '../platform/records/index.js'
import type { Reference } from './filters.js'
import type { Offering } from './model.js'
import { modeWords, offeringStateWords, unitWords } from './words.js'

/** A list of offerings as a table. @param namesOf what organisations are called, by id */
export function offeringSheet(
  { regions, taxonomy: { services, groups } }: Reference,
  namesOf: NamesOf,
): Sheet<Offering> {
  return sheetOf<Offering, ReadonlyMap<string, string>>(
    'offerings',
    [
      { key: 'id', header: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
      { key: 'title', header: { zh: '名称', en: 'Title' }, cell: ({ title }) => title },
      {
        key: 'organization',
        header: { zh: '组织', en: 'Organisation' },
        cell: ({ organizationId }, _, names) => names.get(organizationId) ?? organizationId,
      },
      { key: 'description', header: { zh: '服务内容', en: 'Description' }, cell: (each) => each.description },
      {
        key: 'categories',
        header: { zh: '服务类别', en: 'Categories' },
        cell: ({ categories }, language) => categories.map((id) => services.nameOf(id, language)),
      },
      {
        key: 'groups',
        header: { zh: '服务对象', en: 'Target groups' },
        cell: ({ targetGroups }, language) => targetGroups.map((id) => groups.nameOf(id, language)),
      },
      {
        key: 'coverage',
        header: { zh: '服务区域', en: 'Coverage' },
        cell: ({ coverage }, language) => coverage.map((code) => regions.nameOf(code, language)),
      },
      {
        key: 'modes',
        header: { zh: '服务方式', en: 'Modes' },
        cell: ({ modes }, language) => modes.map((mode) => modeWords[mode][language]),
      },
      {
        key: 'perMonth',
        header: { zh: '每月名额', en: 'Places a month' },
        cell: (each) => each.capacity?.perMonth,
      },
      {
        key: 'unit',
        header: { zh: '单位', en: 'Unit' },
        cell: ({ capacity }, language) => capacity && unitWords[capacity.unit][language],
      },
      { key: 'fee', header: { zh: '收费（元）', en: 'Fee (yuan)' }, cell: ({ fee }) => fee?.amount },
      {
        key: 'state',
        header: { zh: '状态', en: 'State' },
        cell: ({ state }, language) => offeringStateWords[state][language],
      },
      {
        key: 'confirmed',
        header: { zh: '最近确认', en: 'Confirmed' },
        cell: (each) => dayOf(each.confirmedAt),
      },
    ],
    (items) => namesOf([...new Set(items.map(({ organizationId }) => organizationId))]),
  )
}
