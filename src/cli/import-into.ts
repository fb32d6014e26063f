import type { Records } from '../platform/records/index.js'
import { needSheet, offeringSheet, organizationSheet } from '../spreadsheets/index.js'
import type { Workspace } from '../workspace.js'
import type { KindName } from './import-command.js'
import { FileImport, type ImportCounts, type Imported } from './import-file.js'
import type { Terminal } from './terminal.js'

interface Run {
  readonly path: string
  readonly terminal: Terminal
  readonly apply: boolean
}

/** Imports a file into one kind of record. @throws Invalid when the file as a whole cannot be read */
export async function importInto(workspace: Workspace, kind: KindName, run: Run): Promise<ImportCounts> {
  const { references, organizations, offerings, needs } = workspace
  if (kind === 'organizations') {
    return new FileImport({
      ...run,
      references,
      sheet: organizationSheet,
      target: targetOf(organizations),
    }).run()
  }
  if (kind === 'needs') {
    return new FileImport({ ...run, references, sheet: needSheet, target: targetOf(needs) }).run()
  }
  const sheet = offeringSheet(await organizationFinder(organizations.records))
  return new FileImport({ ...run, references, sheet, target: targetOf(offerings) }).run()
}

function targetOf<T extends Imported>(service: {
  readonly records: Records<T>
  importMany: FileImport<T, string>['target']['importMany']
}) {
  const { records } = service
  return {
    importMany: service.importMany,
    known: (ids: readonly string[]) =>
      ids.length ? records.find({ externalId: { $in: ids } }, { limit: ids.length }) : Promise.resolve([]),
    ownIds: async (ids: readonly string[]) => (await records.getMany(ids)).map(({ id }) => id),
  }
}

interface Named extends Imported {
  readonly name: string
}

/** Organisations by id, by id elsewhere and by name: a district has some hundreds. A name that two bear finds neither. */
async function organizationFinder(
  records: Records<Named>,
): Promise<(nameOrId: string) => string | undefined> {
  const byName = new Map<string, string | undefined>()
  const byId = new Map<string, string>()
  for await (const batch of records.scan()) {
    for (const { id, externalId, name } of batch) {
      byName.set(name, byName.has(name) ? undefined : id)
      byId.set(id, id)
      if (externalId) byId.set(externalId, id)
    }
  }
  return (nameOrId) => byId.get(nameOrId) ?? byName.get(nameOrId)
}
