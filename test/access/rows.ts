import { readFileSync } from 'node:fs'
import type { AccountRole } from '../../src/access/index.js'
import type { Variation } from '../example-records.js'

/** How far a role reaches into a record: it changes it, sees it only, or it is as if it were not there. */
export type Reach = 'change' | 'see' | 'none'

/** A record in the place and condition that a row of docs/access.md speaks of. */
export interface Row {
  /** As the table's first column says. */
  readonly name: string
  /** What of the API's examples is otherwise. */
  readonly over?: Variation
  /** Whether those who ask are the record's own people: its community, its street, its organisation. */
  readonly isOwn: (role: AccountRole) => boolean
}

const inside = () => true
const outside = () => false
const isOrganization = (role: AccountRole): boolean => role === 'org-manager' || role === 'org-worker'

/** The rows of each kind; those who add a kind add its rows here and in docs/access.md. */
export const rows = {
  organization: [
    { name: 'organisation, serving, own', isOwn: inside },
    { name: 'organisation, serving, other', isOwn: outside },
    { name: 'organisation, suspended, own', over: { standing: 'suspended' }, isOwn: inside },
    { name: 'organisation, suspended, other', over: { standing: 'suspended' }, isOwn: outside },
  ],
  offering: [
    { name: 'offering, published, own', isOwn: inside },
    { name: 'offering, published, other', isOwn: outside },
    { name: 'offering, not published, own', over: { offering: 'draft' }, isOwn: inside },
    { name: 'offering, not published, other', over: { offering: 'draft' }, isOwn: outside },
  ],
  need: [
    { name: 'need, own', over: { visibility: 'staff' }, isOwn: inside },
    { name: 'need, other, public and open', over: { visibility: 'public' }, isOwn: outside },
    { name: 'need, other, fits an own offering', over: { visibility: 'matched' }, isOwn: isOrganization },
    { name: 'need, other, for staff', over: { visibility: 'staff' }, isOwn: outside },
  ],
  referral: [
    { name: 'referral, own', isOwn: inside },
    { name: 'referral, other', isOwn: outside },
    { name: 'referral, not sent, own', isOwn: inside },
  ],
  serviceRecord: [
    { name: 'service record, own', isOwn: inside },
    { name: 'service record, other', isOwn: outside },
  ],
  monthClosing: [
    { name: 'month closing, own', isOwn: inside },
    { name: 'month closing, other', isOwn: outside },
  ],
  gapAction: [
    { name: 'gap action, own', isOwn: inside },
    { name: 'gap action, other', isOwn: outside },
  ],
  issuedReport: [
    { name: 'issued report, own', isOwn: inside },
    { name: 'issued report, other', isOwn: outside },
  ],
  account: [
    { name: 'account, invitation, own', isOwn: inside },
    { name: 'account, invitation, other', isOwn: outside },
  ],
  dutyTurn: [
    { name: 'duty turn, own', isOwn: inside },
    { name: 'duty turn, other', isOwn: outside },
  ],
  claim: [
    { name: 'claim, own', isOwn: inside },
    { name: 'claim, other', isOwn: outside },
  ],
} as const satisfies Readonly<Record<string, readonly Row[]>>

export type RecordName = keyof typeof rows

/** The tables of docs/access.md: the cells of a line by the role that their column names. */
export function accessDocument() {
  const lines = readFileSync('docs/access.md', 'utf8').split('\n')
  return {
    permissions: tableAfter(lines, '## Permissions'),
    reach: tableAfter(lines, '## Reach'),
  }
}

export type Table = ReadonlyMap<string, Readonly<Record<string, string>>>

/** @throws Error when there is no table, or it names a line twice */
function tableAfter(lines: readonly string[], heading: string): Table {
  const begin = lines.findIndex((line) => line.startsWith(heading))
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('## '))
  const [head = '', , ...body] = lines
    .slice(begin, end < 0 ? undefined : end)
    .filter((line) => line.startsWith('|'))
  const roles = cellsOf(head).map((cell) => /`([a-z-]+)`/.exec(cell)?.[1] ?? '')
  const table = new Map<string, Readonly<Record<string, string>>>()
  for (const line of body) {
    const [first = '', ...cells] = cellsOf(line)
    const name = /`([^`]+)`/.exec(first)?.[1] ?? ''
    if (begin < 0 || !name || table.has(name)) throw new Error(`docs/access.md: ${heading}: ${line}`)
    table.set(name, Object.fromEntries(cells.map((cell, at) => [roles[at + 1] ?? '', cell])))
  }
  return table
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

const words: Readonly<Record<string, Reach>> = { 改: 'change', 看: 'see', '–': 'none' }

/** What docs/access.md says of a role and a row. @throws Error when it says nothing that we know */
export function reachIn(table: Table, row: string, role: AccountRole): Reach {
  const cell = table.get(row)?.[role]
  const reach = words[cell?.split(' ')[0] ?? '']
  if (!reach) throw new Error(`docs/access.md: ${row}, ${role}: ${cell}`)
  return reach
}
