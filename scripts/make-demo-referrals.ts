/**
 * Makes seeds/demo/referrals.jsonl: some 400 referrals of two years, in every stage, between the needs and offerings of
 * the demo that matching pairs. Same input, same bytes: a fixed seed and a fixed day. Run after make-demo.ts:
 * node --import tsx scripts/make-demo-referrals.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillWithDemo, loadDemo } from '../src/demo/index.js'
import { type DemoReferral, ReferralHistory } from '../src/demo/referral-history.js'
import { createMatching, loadLanguage, loadWeights, Matcher } from '../src/matching/index.js'
import { systemActor } from '../src/platform/actor.js'
import { placesTaken } from '../src/referrals/index.js'
import { ownSeeds } from '../src/seeds-folder.js'
import { loadQualifications } from '../src/taxonomy/index.js'
import { openWorkspace } from '../src/workspace.js'
import { testConfig } from '../test/running.js'
import { chance } from './demo/chance.js'
import { planCurrentReferrals } from './demo/current-referrals.js'
import { happened } from './demo/happened.js'
import { planReferrals, type Suggestion } from './demo/referral-plan.js'

const lastEvening = new Date('2026-11-22T12:00:00.000Z')
const clock = { now: () => lastEvening }
const folder = mkdtempSync(join(tmpdir(), 'duijie-demo-'))
const workspace = await openWorkspace(testConfig(folder))
const demo = { ...loadDemo(ownSeeds), referrals: [] }
await fillWithDemo({ ...workspace, clock }, demo)

const language = loadLanguage(ownSeeds)
const emptyMatcher = () =>
  new Matcher({
    language,
    weights: loadWeights(join(ownSeeds, 'model', 'weights.json')),
    qualifications: loadQualifications(join(ownSeeds, 'taxonomy')),
    regionChain: (code) => workspace.regions.chain(code),
  })
const matching = createMatching({
  ...workspace,
  clock,
  timeZone: 'Asia/Shanghai',
  language,
  matcher: emptyMatcher(),
  emptyMatcher,
  placesTaken,
})
for (const { name, collection } of workspace.kinds) {
  for await (const batch of workspace.store.scan(collection)) await matching.projection.load(name, batch)
}
async function suggest(needId: string, limit: number): Promise<Suggestion[]> {
  const asked = { limit, explain: true, fit: 'possible' } as const
  const { items, weights } = await matching.forNeed(needId, asked, systemActor('demo'))
  return items.map(({ id, score, fit, why, features = {} }) => ({
    offeringId: id,
    pairing: { score, fit, why, features, against: [], weights },
  }))
}
const current = demo.needs.filter(({ id }) => demo.current.has(id))
const other = demo.needs.filter(({ id }) => !demo.current.has(id))
const planned = await planReferrals({ needs: other }, (needId) => suggest(needId, 4))
const named = await planCurrentReferrals(
  current,
  demo.offerings,
  (needId) => suggest(needId, 20),
  planned.length + 1,
)
const { regions, taxonomy, terms, calendar } = workspace
const history = new ReferralHistory(demo.needs, demo.offerings, {
  regions,
  taxonomy,
  terms,
  zone: calendar.zone,
})
const kept: DemoReferral[] = happened(history, [...planned, ...named])
writeFileSync(
  join(ownSeeds, 'demo', 'referrals.jsonl'),
  kept.map((referral) => `${JSON.stringify(referral)}\n`).join(''),
)
await workspace.close()
rmSync(folder, { recursive: true })
console.log(`${kept.length} referrals, ${chance().toFixed(6)}`)
