import { type NamesOf, type Sheet, sheetOf } from '../platform/http/list-file.js'
import type { Reference } from './filters.js'
import type { ServiceRecord } from './model.js'
import { type Figures, measures } from './work.js'
import { kindTexts, measureTexts } from './work-schema.js'

/** A list of service records as a table, each measure a column. @param namesOf what organisations are called, by id */
export function serviceRecordSheet(
  { regions, taxonomy: { services } }: Reference,
  namesOf: NamesOf,
): Sheet<ServiceRecord> {
  return sheetOf<ServiceRecord, ReadonlyMap<string, string>>(
    'service-records',
    [
      { key: 'id', header: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
      { key: 'day', header: { zh: '服务日期', en: 'Day' }, cell: ({ day }) => day },
      {
        key: 'organization',
        header: { zh: '组织', en: 'Organisation' },
        cell: ({ organizationId }, _, names) => names.get(organizationId) ?? organizationId,
      },
      {
        key: 'region',
        header: { zh: '区域', en: 'Region' },
        cell: ({ region }, language) => regions.nameOf(region, language),
      },
      {
        key: 'category',
        header: { zh: '服务类别', en: 'Category' },
        cell: ({ category }, language) => services.nameOf(category, language),
      },
      {
        key: 'kind',
        header: { zh: '种类', en: 'Kind of work' },
        cell: ({ work }, language) => kindTexts[work.kind][language],
      },
      ...measures.map((measure) => ({
        key: measure,
        header: measureTexts[measure],
        cell: ({ work }: ServiceRecord) => countsOf(work)[measure],
      })),
      { key: 'referral', header: { zh: '对接单编号', en: 'Referral' }, cell: ({ referralId }) => referralId },
      { key: 'notes', header: { zh: '备注', en: 'Notes' }, cell: ({ notes }) => notes },
      { key: 'files', header: { zh: '附件数', en: 'Files' }, cell: ({ attachments }) => attachments.length },
    ],
    (items) => namesOf([...new Set(items.map(({ organizationId }) => organizationId))]),
  )
}

const countsOf = ({ kind: _, ...counts }: ServiceRecord['work']): Figures => counts
