import { createServiceAttachments, type ServiceAttachments } from './attachment-service.js'
import type { AttachmentFiles } from './attachments/files.js'
import { createMonthClosings, type MonthClosings, type MonthClosingsDeps } from './closing-service.js'
import { MonthGates } from './month-gates.js'
import { createServiceRecords, type ServiceRecords, type ServiceRecordsDeps } from './service.js'
import { createServiceTotals, type ServiceTotals } from './totals-service.js'

/** All use cases around what was done; they share the gates of their months. */
export interface ServiceParts {
  readonly records: ServiceRecords
  readonly attachments: ServiceAttachments
  readonly files: AttachmentFiles
  readonly closings: MonthClosings
  readonly totals: ServiceTotals
}

export function createServiceParts(
  deps: ServiceRecordsDeps & MonthClosingsDeps & { readonly files: AttachmentFiles },
): ServiceParts {
  const gates = new MonthGates(deps.store)
  const records = createServiceRecords(deps, gates)
  return {
    records,
    attachments: createServiceAttachments({ ...deps, records }, gates),
    files: deps.files,
    closings: createMonthClosings(deps, gates),
    totals: createServiceTotals(deps),
  }
}
