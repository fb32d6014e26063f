/**
 * Makes seeds/demo/{organizations,offerings,needs,current-needs}.csv from what is written in seeds/demo/plan. Same input,
 * same bytes: a fixed seed, no clock. Run: node --import tsx scripts/make-demo.ts [folder to write to]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCurrentNeeds, makeCurrentOfferings } from './demo/current.js'
import { makeNeeds } from './demo/needs.js'
import { makeOfferings } from './demo/offerings.js'
import { makeOrganizations } from './demo/organizations.js'
import type { Cells } from './demo/plan.js'
import { seeds } from './demo/rows.js'

const needColumns = `id externalId region regionName title text beneficiaryCount targetGroups ages amount unit categories urgency
  urgencyStated urgencyWords urgencyKinds urgencyLoweredReason urgencyLoweredAt neededBy modes source state visibility createdAt`
const columns = {
  organizations: `id externalId name type track creditCode filingNumber activity homeRegion homeRegionName evaluationGrade
    evaluationGrantedOn evaluationValidTo standing qualifications contactNames contactRoles contactPhones contactEmails
    description createdAt`,
  offerings: `id externalId organizationId organizationName title description categories targetGroups ages coverage
    coverageNames modes capacityPerMonth capacityUnit calendar periodFrom periodUntil feeAmount feeNote qualifications
    languages state confirmedAt createdAt`,
  needs: needColumns,
  'current-needs': needColumns,
}

function cellOf(value: Cells[string]): string {
  const text = typeof value === 'object' ? value.join(';') : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV by RFC 4180 in UTF-8 with a BOM, so that Excel opens it. */
function toCsv(header: readonly string[], rows: readonly Cells[]): string {
  const lines = [header, ...rows.map((row) => header.map((name) => cellOf(row[name])))]
  return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

const folder = process.argv[2] ?? join(seeds, 'demo')
const organizations = makeOrganizations()
const offerings = makeOfferings(organizations)
const tables = {
  organizations: organizations.map((made) => made.cells),
  needs: makeNeeds(),
  offerings: [...offerings, ...makeCurrentOfferings(organizations, offerings.length)],
  'current-needs': makeCurrentNeeds(),
}
for (const name of ['organizations', 'offerings', 'needs', 'current-needs'] as const) {
  writeFileSync(join(folder, `${name}.csv`), toCsv(columns[name].split(/\s+/), tables[name]))
}
