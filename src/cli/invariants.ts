import { miscountedCells, recountResponses } from '../insights/index.js'
import { mislearnt } from '../learning/index.js'
import { type Miscount, miscounts } from '../referrals/index.js'
import { examineAttachments, recountTotals } from '../service-records/index.js'
import type { Workspace } from '../workspace.js'

type Examined = Pick<Workspace, 'store' | 'clock' | 'services' | 'taxonomy'>

/** What is kept as a total and must equal a recount, and files that records name; a line for whatever does not hold. */
const checks: readonly ((examined: Examined) => Promise<string[]>)[] = [
  async ({ store }) => (await miscounts(store)).map(lineOf),
  async ({ store }) =>
    (await mislearnt(store)).map(({ kind, id }) => `${kind} ${id}: not what the referrals say`),
  async ({ store }) => (await recountTotals(store)).wrong.map((id) => `service total ${id}: not its recount`),
  async ({ store, taxonomy }) =>
    (await miscountedCells(store, taxonomy)).map((id) => `insight cell ${id}: not its recount`),
  async ({ store }) =>
    (await recountResponses(store, false)).map((id) => `response cell ${id}: not its recount`),
  async ({ store, clock, services: { files } }) => {
    const { missing, damaged } = await examineAttachments({ store, clock, files })
    return [
      ...missing.map((id) => `attachment ${id}: its file is missing`),
      ...damaged.map((id) => `attachment ${id}: its file is not what was kept`),
    ]
  },
]

/** Reads everything that totals are made of, and every file. */
export async function brokenInvariants(examined: Examined): Promise<string[]> {
  const lines: string[] = []
  for (const check of checks) lines.push(...(await check(examined)))
  return lines
}

function lineOf({ kind, id, kept, counted }: Miscount): string {
  return `${kind} ${id}: kept ${JSON.stringify(kept)}, counted ${JSON.stringify(counted)}`
}
