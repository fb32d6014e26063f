import { type Sheet, sheetOf } from '../platform/http/list-file.js'
import type { Regions } from '../regions/index.js'
import type { Organization } from './model.js'
import { organizationTypeWords, standingWords } from './words.js'

/** A list of organisations as a table; how to reach their people is read one by one. */
export function organizationSheet(regions: Regions): Sheet<Organization> {
  return sheetOf<Organization>('organizations', [
    { key: 'id', header: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
    { key: 'name', header: { zh: '名称', en: 'Name' }, cell: ({ name }) => name },
    {
      key: 'type',
      header: { zh: '类型', en: 'Type' },
      cell: ({ type }, language) => organizationTypeWords[type][language],
    },
    {
      key: 'region',
      header: { zh: '住所地', en: 'Home region' },
      cell: ({ homeRegion }, language) => regions.nameOf(homeRegion, language),
    },
    { key: 'grade', header: { zh: '评估等级', en: 'Grade' }, cell: ({ evaluation }) => evaluation?.grade },
    {
      key: 'standing',
      header: { zh: '状态', en: 'Standing' },
      cell: ({ standing }, language) => standingWords[standing][language],
    },
  ])
}
