import type { Config } from '../config.js'
import {
  countFairness,
  type FairnessReport,
  matchLabels,
  parseProposal,
  WeightSets,
} from '../learning/index.js'
import { systemActor } from '../platform/actor.js'
import { Conflict, Invalid } from '../platform/errors.js'
import { openTableWriter } from '../platform/tables/index.js'
import type { Workspace } from '../workspace.js'

type Opened = Pick<Workspace, 'store' | 'clock' | 'ids'>

const actor = systemActor('learn')

function setsOf({ store, clock, ids }: Opened): WeightSets {
  return new WeightSets({ store, clock, ids, onCommitted: () => undefined })
}

/** @param to a path, or `-` for standard output */
export async function writeLabels({ store }: Opened, to: string): Promise<void> {
  const columns = ['needId', 'offeringId', 'fits', 'features', 'weights', 'at'].map((key) => ({ key }))
  const writer = await openTableWriter({ to, format: 'jsonl', columns })
  try {
    for await (const batch of store.scan(matchLabels))
      for (const label of batch) await writer.write({ ...label })
  } catch (error) {
    await writer.discard()
    throw error
  }
  await writer.end()
}

/** One line for each set, the newest first. */
export async function weightLines(opened: Opened): Promise<string[]> {
  const sets = setsOf(opened)
  const inUse = (await sets.inUse())?.id
  return (await sets.list({ limit: 1_000, sort: { field: 'createdAt', direction: 'desc' } })).map((set) =>
    [
      set.id === inUse ? '*' : ' ',
      set.version,
      set.state === 'proposed' ? '待批准 / proposed' : '已批准 / approved',
      set.createdAt.slice(0, 10),
      ...(set.report ?? []).map(
        ({ measure, before, after, of }) => `${measure} ${before} -> ${after} (${of})`,
      ),
    ].join('  '),
  )
}

/** @throws Invalid naming what is wrong in the file, or the version when it is known */
export async function propose(opened: Opened, text: string, file: string): Promise<void> {
  const proposal = parseProposal(text, file)
  await orRefused(proposal.weights.version, setsOf(opened).propose(proposal, actor))
}

/** @throws Invalid for a version that is not known, or cannot be used */
export async function use(opened: Opened, version: string, reason: string): Promise<void> {
  const sets = setsOf(opened)
  const set = await sets.byVersion(version)
  if (!set) throw new Invalid([{ field: version, code: 'weights.unknown' }])
  await orRefused(version, sets.use(set.id, set.revision, reason, actor))
}

/** Counted now; small counts are kept back here too. */
export function fairness(
  { store, clock, regions }: Pick<Workspace, 'store' | 'clock' | 'regions'>,
  { smallCount: otherwise, smallSensitive: sensitive }: Pick<Config, 'smallCount' | 'smallSensitive'>,
): Promise<FairnessReport> {
  return countFairness({ store, clock, regions, smallest: { sensitive, otherwise } })
}

async function orRefused(version: string, work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof Conflict) throw new Invalid([{ field: version, code: 'weights.refused' }])
    throw error
  }
}
