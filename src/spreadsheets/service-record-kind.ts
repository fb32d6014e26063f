import type { Actor } from '../platform/actor.js'
import { marksIn, mask } from '../privacy/index.js'
import type { ServiceRecord, ServiceRecords } from '../service-records/index.js'
import type { ServiceRecordField } from './columns.js'
import type { GoodRow, SheetKind, Warning } from './import-model.js'
import { serviceRecordSheet } from './service-record-sheet.js'

/** So many that are there are compared with those of a sheet, the latest first: years of a large organisation. */
const mostCompared = 10_000

/** What an organisation has done, as it keeps it in sheets: its own, which need not be said. */
export function serviceRecordSheetKind(
  records: Pick<ServiceRecords, 'importMany' | 'list'>,
): SheetKind<ServiceRecordField> {
  return {
    name: 'service-records',
    sheetFor: async () => serviceRecordSheet,
    takenForGranted: ({ organization }) =>
      organization === undefined ? {} : { organizationId: organization },
    importMany: (rows, actor, options) => records.importMany(rows, actor, options),
    async warn(rows, actor) {
      const entered = await enteredBefore(records, rows, actor)
      return new Map(
        rows.map((row) => [
          row.line,
          [...hiddenParts(row), ...(entered.has(signOf(row.fields as Entered)) ? [alike] : [])],
        ]),
      )
    },
  }
}

type Entered = Pick<ServiceRecord, 'day' | 'region' | 'category' | 'work'>

const alike: Warning = { column: 'day', code: 'row.alikeRecord' }

/** The same kind of work of one category at one place on one day: entered by hand and in a sheet it would count twice. */
const signOf = ({ day, region, category, work: { kind } }: Entered): string =>
  [day, region, category, kind].join(' ')

async function enteredBefore(
  records: Pick<ServiceRecords, 'list'>,
  rows: readonly GoodRow[],
  actor: Actor,
): Promise<ReadonlySet<string>> {
  const days = rows.map(({ fields }) => (fields as Entered).day).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined || actor.organization === undefined) return new Set()
  const filters = { organization: [actor.organization], from, to }
  const sort = { field: 'day', direction: 'desc' } as const
  const found = await records.list(filters, { sort, limit: mostCompared }, actor)
  return new Set(found.map(signOf))
}

function hiddenParts({ fields: { notes } }: GoodRow): Warning[] {
  const count = typeof notes === 'string' ? marksIn(mask(notes).text).length : 0
  return count ? [{ column: 'notes', code: 'row.hidden', params: { count } }] : []
}
