import { type Sheet, sheetOf } from '../platform/http/list-file.js'
import { minuteOf } from '../platform/records/index.js'
import type { OrganizationLoad } from './loads.js'

export type NamedLoad = OrganizationLoad & { readonly name: string }

/** What organisations have in hand, as a table. */
export const loadSheet: Sheet<NamedLoad> = sheetOf<NamedLoad>('organization-loads', [
  { key: 'organization', header: { zh: '组织', en: 'Organisation' }, cell: ({ name }) => name },
  { key: 'toAnswer', header: { zh: '待答复', en: 'To answer' }, cell: ({ toAnswer }) => toAnswer },
  { key: 'toBegin', header: { zh: '待开始', en: 'To begin' }, cell: ({ toBegin }) => toBegin },
  { key: 'inService', header: { zh: '服务中', en: 'In service' }, cell: ({ inService }) => inService },
  { key: 'overdue', header: { zh: '逾期', en: 'Overdue' }, cell: ({ overdue }) => overdue },
  {
    key: 'nextDue',
    header: { zh: '最近期限', en: 'Next due' },
    cell: ({ nextDue }) => nextDue && minuteOf(nextDue),
  },
])
