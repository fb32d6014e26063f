import { expect } from 'chai'
import fc from 'fast-check'
import Database from 'libsql'
import {
  countsOf,
  groupBy,
  type Question,
  rolledUp,
  type SqlRow,
} from '../../scripts/bench/insights/group-by.js'
import { insightFollowers } from '../../src/insights/index.js'
import { createPublishedQuarters } from '../../src/insights/published-quarters.js'
import { createInsights } from '../../src/insights/service.js'
import { Supply } from '../../src/insights/supply.js'
import { actor, community, elsewhere, nextCommunity, regions, taxonomy } from '../feature-services.js'
import { openTemporarySqlite, temporaryPath } from '../platform/store/temporary-sqlite.js'
import { aWorld } from '../referrals/world.js'

const anyNeed = fc.record({
  region: fc.constantFrom(community, nextCommunity, elsewhere),
  categories: fc.constantFrom([], ['elderly.home-visit'], ['elderly.meals', 'mental'], ['mental']),
  groups: fc.constantFrom([], ['elderly'], ['elderly-alone', 'children']),
  amount: fc.integer({ min: 1, max: 3 }),
  /** Days after the one before. */
  days: fc.nat({ max: 40 }),
  fate: fc.constantFrom('waits', 'withdrawn', 'closed', 'asked', 'begun', 'served'),
})
type AnyNeed = typeof anyNeed extends fc.Arbitrary<infer N> ? N : never

const questions: readonly Question[] = [
  { by: 'street' },
  { by: 'community', categories: 'branch' },
  { by: 'street', categories: 'category' },
  { by: 'community', group: 'elderly' },
]

describe('the heatmap', function () {
  this.timeout(240_000)

  it('says of any needs exactly what a SQL GROUP BY over them says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyNeed, { minLength: 1, maxLength: 10 }), async (drafts) => {
        const path = temporaryPath()
        const engine = {
          open: (collections: Parameters<typeof openTemporarySqlite>[0]) =>
            openTemporarySqlite(collections, path),
        }
        const world = await aWorld(engine, insightFollowers(taxonomy))
        for (const draft of drafts) await happens(world, draft)
        const deps = { ...world, regions, taxonomy }
        const insights = createInsights({
          ...deps,
          populations: new Map(),
          supply: new Supply(deps),
          published: createPublishedQuarters(deps),
        })
        const db = new Database(path, { readonly: true })
        for (const question of questions) {
          const { rows } = await insights.heatmap({ from: '2026-03', to: '2026-06', ...question }, actor)
          const said = db
            .prepare(groupBy(question, taxonomy))
            .raw(true)
            .all('2026-02-28T16:00:00.000Z', '2026-06-30T16:00:00.000Z') as SqlRow[]
          expect([...countsOf(rows)]).to.deep.equal([...rolledUp(said, question, regions)])
        }
        db.close()
      }),
      { numRuns: 8 },
    )
  })
})

async function happens(
  { needs, referrals, anOffer, aNeed, advance }: Awaited<ReturnType<typeof aWorld>>,
  { region, categories, groups, amount, days, fate }: AnyNeed,
): Promise<void> {
  advance(days * 24 * 3_600_000)
  const made = await aNeed({
    region,
    categories,
    amount: { value: amount, unit: 'visit' },
    beneficiaries: { count: 1, groups },
  })
  if (fate === 'withdrawn') await needs.move(made.id, made.revision, 'withdrawn', undefined, actor)
  if (fate === 'closed') await needs.close(made.id, made.revision, 'no-supplier', actor)
  if (fate !== 'asked' && fate !== 'begun' && fate !== 'served') return
  const { offering, worker } = await anOffer()
  let referral = await referrals.open(
    made.id,
    { how: 'request', offeringId: offering.id, quantity: 1 },
    actor,
  )
  if (fate === 'asked') return
  for (const step of ['accept', 'begin'] as const)
    referral = await referrals.act(referral.id, referral.revision, step, {}, worker)
  if (fate === 'begun') return
  const report = { delivered: 1, on: '2026-03-10', goal: 'full' as const }
  await referrals.act(referral.id, referral.revision, 'report', { report }, worker)
}
