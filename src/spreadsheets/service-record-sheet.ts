import { type Measure, measures, measuresOf, measureTexts, type WorkKind } from '../service-records/index.js'
import { type ServiceRecordField, serviceRecordHeaders } from './columns.js'
import { labels } from './labels.js'
import { placeIn } from './place.js'
import { filledIn, type RowReader } from './row-reader.js'
import type { ReadSheet } from './sheet.js'

/** One row is one piece of work, with the measures of all kinds side by side, as in the list that is had as a file. */
export const serviceRecordSheet: ReadSheet<ServiceRecordField> = {
  headers: serviceRecordHeaders,
  columns: [
    { key: 'id', header: '编号' },
    { key: 'day', header: '服务日期' },
    { key: 'region', header: '区域' },
    { key: 'category', header: '服务类别' },
    { key: 'kind', header: '种类' },
    ...measures.map((key) => ({ key, header: measureTexts[key].zh })),
    { key: 'referral', header: '对接单编号' },
    { key: 'notes', header: '备注' },
  ],
  toFields(row, references) {
    const id = row.text('id')
    // Of a list that was had as a file: entered once more it would count twice.
    if (id !== undefined && isRecordHere(id)) row.refuse('id', 'cell.entered', id)
    const kind = row.code('kind', labels.workKinds) as WorkKind | undefined
    return {
      ...filledIn({
        day: row.dayOrMonth('day'),
        region: placeIn(row, references),
        category: row.one('category', references.service),
        work: kind && { kind, ...countsIn(row, kind) },
        referralId: row.text('referral'),
        notes: row.text('notes'),
      }),
    }
  },
  columnOf: {
    externalId: 'id',
    day: 'day',
    region: ['community', 'street', 'region'],
    category: 'category',
    work: 'kind',
    ...Object.fromEntries(measures.map((measure) => [`work.${measure}`, measure])),
    referralId: 'referral',
    notes: 'notes',
  },
}

/** As records are named here: an organisation's own s-2026-001 is another thing. */
const isRecordHere = (id: string): boolean => /^s-[0-9a-hjkmnp-tv-z]{20}$/.test(id)

/** What the cells count; a 0 in the column of another kind says nothing. */
function countsIn(row: RowReader<ServiceRecordField>, kind: WorkKind): Partial<Record<Measure, number>> {
  const own: readonly Measure[] = measuresOf[kind]
  const counts = measures.flatMap((measure): [Measure, number][] => {
    const count = row.number(measure)
    if (count === undefined) return []
    if (own.includes(measure))
      return [[measure, measure === 'minutes' && isInHours(row) ? Math.round(count * 60) : count]]
    if (count !== 0) row.refuse(measure, 'cell.otherKind', String(count))
    return []
  })
  return Object.fromEntries(counts)
}

const isInHours = (row: RowReader<ServiceRecordField>): boolean =>
  /小时|时数|hour/i.test(row.headedAs('minutes'))
