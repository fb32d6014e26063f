import type { Offerings } from '../offerings/index.js'
import type { Organizations } from '../organizations/index.js'
import { recordId } from '../platform/records/index.js'
import type { OfferingField } from './columns.js'
import type { SheetKind } from './import-model.js'
import { offeringSheet } from './offering-sheet.js'

/** Offerings, as organisations keep them in sheets: their own, which need not be said. Staff name each by its id here. */
export function offeringSheetKind(
  offerings: Pick<Offerings, 'importMany'>,
  organizations: Pick<Organizations, 'getMany'>,
): SheetKind<OfferingField> {
  return {
    name: 'offerings',
    async sheetFor({ organization }) {
      const [own] = organization === undefined ? [] : await organizations.getMany([organization])
      return offeringSheet((nameOrId) => {
        if (nameOrId === own?.name) return own.id
        return recordId.validate(nameOrId).error ? undefined : nameOrId
      })
    },
    takenForGranted: ({ organization }) =>
      organization === undefined ? {} : { organizationId: organization },
    importMany: (rows, actor, options) => offerings.importMany(rows, actor, options),
    warn: async () => new Map(),
  }
}
