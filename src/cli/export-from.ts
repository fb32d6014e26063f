import type { Recorded } from '../platform/records/index.js'
import { openTableWriter, type TableFormat } from '../platform/tables/index.js'
import { needSheet, offeringSheet, organizationSheet, type Sheet } from '../spreadsheets/index.js'
import type { Workspace } from '../workspace.js'
import type { KindName } from './import-command.js'

interface Destination {
  readonly to: string
  readonly format: TableFormat
}

/** Writes every record of a kind in the order of ids, a batch at a time. @throws Invalid when it cannot be written */
export async function exportFrom(
  workspace: Workspace,
  kind: KindName,
  destination: Destination,
): Promise<void> {
  const { organizations, offerings, needs } = workspace
  if (kind === 'organizations') return write(organizationSheet, organizations.records.scan(), destination)
  if (kind === 'needs') return write(needSheet, needs.records.scan(), destination)
  return write(
    offeringSheet(() => undefined),
    offerings.records.scan(),
    destination,
  )
}

async function write<T extends Recorded, F extends string>(
  sheet: Sheet<T, F>,
  batches: AsyncIterable<T[]>,
  destination: Destination,
): Promise<void> {
  const writer = await openTableWriter({ ...destination, columns: sheet.columns })
  try {
    for await (const batch of batches) for (const record of batch) await writer.write(sheet.toRow(record))
  } catch (error) {
    await writer.discard()
    throw error
  }
  await writer.end()
}
