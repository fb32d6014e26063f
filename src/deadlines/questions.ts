import { type Need, needsCollection, wantsMore } from '../needs/index.js'
import { type Offering, offeringsCollection } from '../offerings/index.js'
import { systemActor } from '../platform/actor.js'
import type { Job } from '../platform/jobs/index.js'
import { type Facts, firstOrAgain, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import { type Collection, defineCollection, type Filter, type Stored } from '../platform/store/index.js'
import type { Terms } from '../referrals/index.js'

/** The last time that somebody was asked about a record; the id is the record's. */
export interface Question extends Stored {
  /** ISO instant. */
  readonly askedAt: string
  /** How often by now. */
  readonly times: number
}

export const questionsCollection = defineCollection<Question>({
  name: 'questions',
  shape: { askedAt: 'string', times: 'number' },
})

export interface QuestionDeps extends UnitDeps {
  readonly terms: Terms
}

const asker = systemActor('questions')
const atOnce = 200
const day = 86_400_000

/** A kind of question that time raises. */
interface Asking<T extends Stored> {
  readonly event: string
  readonly kind: string
  readonly collection: Collection<T>
  /** Narrowed and sorted by an index, oldest first. */
  readonly filter: Filter
  readonly by: keyof T & string
  /** Whether it is to be asked now, where it was asked last at this instant, or never. */
  isDue(record: T, lastAsked: string | undefined): boolean
  factsOf(record: T): Facts
}

/** Goes through all that may be asked about, a batch at a time; asks each once, and again only after its term. */
async function askAll<T extends Stored>(
  deps: UnitDeps,
  asking: Asking<T>,
  signal: AbortSignal,
): Promise<number> {
  const { store } = deps
  const { collection, filter, by } = asking
  let asked = 0
  let after: { value: string; id: string } | undefined
  for (;;) {
    signal.throwIfAborted()
    const sort = { field: by, direction: 'asc' } as const
    const batch = await store.find(collection, filter, { sort, limit: atOnce, ...(after ? { after } : {}) })
    asked += await firstOrAgain(() => askSome(deps, asking, batch))
    const last = batch.at(-1)
    if (!last || batch.length < atOnce) return asked
    after = { value: String(last[by]), id: last.id }
  }
}

/** All of a batch in one transaction: the question and that it was asked. */
function askSome<T extends Stored>(deps: UnitDeps, asking: Asking<T>, batch: readonly T[]): Promise<number> {
  return unitOfWork(deps, asker, async (unit) => {
    const known = await unit.tx.getMany(
      questionsCollection,
      batch.map(({ id }) => id),
    )
    const byId = new Map(known.map((question) => [question.id, question]))
    let asked = 0
    for (const record of batch) {
      const before = byId.get(record.id)
      if (!asking.isDue(record, before?.askedAt)) continue
      const question = { id: record.id, askedAt: unit.at, times: (before?.times ?? 0) + 1 }
      if (before)
        await unit.tx.replace(
          questionsCollection,
          { ...question, revision: before.revision },
          before.revision,
        )
      else await unit.tx.insert(questionsCollection, { ...question, revision: 1 })
      const { event: name, kind } = asking
      unit.announce({ name, kind, subject: record.id, facts: asking.factsOf(record) })
      asked += 1
    }
    return asked
  })
}

/** Asks communities whether needs that have waited for their term are still needed, and again after each further term. */
export function stillNeededJob(deps: QuestionDeps): Job {
  const { clock, terms } = deps
  const isDue = (need: Need, lastAsked: string | undefined): boolean => {
    const since = lastAsked ?? need.createdAt
    return wantsMore(need) && terms.end('stillNeeded', need.urgency.level, since) <= clock.now().toISOString()
  }
  return {
    name: 'ask-still-needed',
    summary: {
      zh: '询问长期未对接的需求是否仍需要',
      en: 'Ask whether needs that wait long are still needed',
    },
    schedule: '15 9 * * *',
    async run({ signal }) {
      const asking: Asking<Need> = {
        ...{ event: 'need.still-needed', kind: 'need', collection: needsCollection, by: 'createdAt' },
        filter: { state: 'open' },
        isDue,
        factsOf: ({ region, urgency, createdAt }) => ({ region, urgency: urgency.level, since: createdAt }),
      }
      return { counts: { asked: await askAll(deps, asking, signal) } }
    },
  }
}

/** Asks organisations whether a capacity still holds that they stated so long ago. */
export function capacityJob(deps: QuestionDeps): Job {
  const { clock, terms } = deps
  const ago = () => new Date(clock.now().getTime() - terms.settings.capacityDays * day).toISOString()
  return {
    name: 'ask-capacity',
    summary: { zh: '询问较久未更新的名额是否仍有效', en: 'Ask whether stated capacities still hold' },
    schedule: '30 9 * * 1-5',
    async run({ signal }) {
      const before = ago()
      const asking = {
        ...{
          event: 'capacity.question',
          kind: 'offering',
          collection: offeringsCollection,
          by: 'confirmedAt',
        },
        filter: { state: 'published', confirmedAt: { $lt: before } },
        isDue: ({ capacity }, lastAsked) =>
          capacity !== undefined && (lastAsked === undefined || lastAsked < before),
        factsOf: ({ organizationId, capacity, confirmedAt }) => ({
          ...{ organizationId, places: capacity?.perMonth ?? 0, since: confirmedAt },
        }),
      } as const satisfies Asking<Offering>
      return { counts: { asked: await askAll(deps, asking, signal) } }
    },
  }
}
