import { expect } from 'chai'
import { type Running, start } from '../../src/main.js'
import type { Actor } from '../../src/platform/actor.js'
import { inParallel } from '../../src/platform/parallel.js'
import type { New } from '../../src/platform/records/index.js'
import {
  capacityMonths,
  miscounts,
  placesOf,
  type Referral,
  referralsCollection,
} from '../../src/referrals/index.js'
import { openWorkspace, type Workspace } from '../../src/workspace.js'
import { onEachStore } from '../each-store.js'
import { referralAt } from '../example-records.js'
import { aNeed, anOffering, anOrganization } from '../feature-drafts.js'
import { actor } from '../feature-services.js'
import { HttpClient, type Reply } from '../http-client.js'
import { bearer } from '../signed-in.js'

/** Each referral is accepted twice at once, as by a second click. */
const accepts = process.env.CI ? 10_000 : 320
const atOnce = 64
const fewNeeds = 4
const fewOfferings = 4
const asked = 16
const places = 15
const month = '2099-01'
const stamp = '2026-11-20T02:00:00.000Z'

onEachStore('accepting over HTTP, all at once', function (engine) {
  this.timeout(1_800_000)
  const home = engine.makeHome()
  let workspace: Workspace
  let running: Running

  before(async () => {
    workspace = await openWorkspace(home.config())
    running = await start(home.config())
  })
  after(async () => {
    await running.stop()
    await workspace.close()
    await home.remove()
  })

  it('promises each part of a need and each place of a month once, and tells the others why not', async () => {
    const { needs, offerings, organizations, store } = workspace
    const organization = await organizations.create(anOrganization(), actor)
    const worker: Actor = { id: 'worker', role: 'org-worker', organization: organization.id }
    const http = new HttpClient(running.url).with(
      await bearer(workspace, { role: 'org-worker', organization: worker.organization ?? '' }),
    )

    // Where a need is what runs out, there are places enough, and the other way round.
    const wanted = { value: 100_000, unit: 'visit' } as const
    const capacity = { perMonth: 100_000, unit: 'visit' } as const
    const need = (value: number) => needs.create(aNeed({ amount: { ...wanted, value } }), actor)
    const offering = (perMonth: number) =>
      offerings.create(
        anOffering(organization.id, { state: 'published', capacity: { ...capacity, perMonth } }),
        actor,
      )
    const scarceNeeds = await several(fewNeeds, () => need(asked))
    const scarceOfferings = await several(fewOfferings, () => offering(places))
    const plenty = { need: await need(wanted.value), offering: await offering(capacity.perMonth) }
    const pairs = [
      ...scarceNeeds.map(({ id }) => [id, plenty.offering.id] as const),
      ...scarceOfferings.map(({ id }) => [plenty.need.id, id] as const),
    ]
    const referrals = await pending(workspace, organization.id, accepts / 2, pairs)

    const answers: Reply[] = []
    const accept = async ({ id }: Referral): Promise<void> => {
      const headers = { 'if-match': '"1"' }
      answers.push(await http.ask(`/api/v1/referrals/${id}/accept`, { json: {}, headers }))
    }
    await inParallel([...referrals, ...referrals].sort(byScatter), atOnce, accept)

    const accepted = fewNeeds * asked + fewOfferings * places
    const codes = new Map<string, number>()
    for (const { status, body } of answers) {
      const code = status === 200 ? 'accepted' : `${status} ${(body as { type: string }).type}`
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect(codes.get('accepted')).to.equal(accepted)
    expect([...codes.keys()].sort()).to.deep.equal([
      '409 /problems/capacity.full',
      '409 /problems/need.taken',
      '412 /problems/revision.stale',
      'accepted',
    ])
    expect(codes.get('412 /problems/revision.stale')).to.equal(accepted)
    for (const { id } of scarceNeeds) {
      const { state, progress } = await needs.records.get(id)
      expect({ state, reserved: progress?.reserved }).to.deep.equal({ state: 'matched', reserved: asked })
    }
    const months = await store.find(capacityMonths, {
      offeringId: { $in: scarceOfferings.map(({ id }) => id) },
    })
    expect(months.map(({ taken }) => taken)).to.deep.equal(Array(fewOfferings).fill(places))
    expect(await store.count(referralsCollection, { state: 'accepted' })).to.equal(accepted)
    expect(await miscounts(store)).to.deep.equal([])
  })
})

async function several<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let i = 0; i < count; i++) made.push(await make())
  return made
}

/** Pending referrals of one each, spread over the pairs, as if each had been asked for; with what needs and months keep. */
async function pending(
  { store, needs }: Workspace,
  organizationId: string,
  count: number,
  pairs: readonly (readonly [needId: string, offeringId: string])[],
): Promise<Referral[]> {
  const stamps = { revision: 1, createdAt: stamp, createdBy: 'tester', updatedAt: stamp, updatedBy: 'tester' }
  // In a month that is never over while the test runs.
  const plain: New<Referral> = {
    ...referralAt('requested'),
    ...{ organizationId, quantity: 1, plannedStart: `${month}-10` },
    place: { month, counts: 'quantity' },
  }
  const referrals = Array.from({ length: count }, (_, i): Referral => {
    const [needId = '', offeringId = ''] = pairs[i % pairs.length] ?? []
    return { ...plain, ...stamps, id: `r-${String(i).padStart(6, '0')}`, needId, offeringId }
  })
  for (let from = 0; from < count; from += 500)
    await store.insertMany(referralsCollection, referrals.slice(from, from + 500))
  for (const needId of new Set(pairs.map(([id]) => id))) {
    const asks = referrals.filter((referral) => referral.needId === needId).length
    const progress = { pending: asks, reserved: 0, committed: 0, delivered: 0 }
    await needs.records.amend(needId, 1, actor, (need) => ({ ...need, progress }))
  }
  for (const offeringId of new Set(pairs.map(([, id]) => id))) {
    const own = referrals.filter((referral) => referral.offeringId === offeringId)
    const asks = own.reduce((sum, referral) => sum + placesOf(referral).pending, 0)
    await store.insert(capacityMonths, {
      id: `${offeringId}-${month}`,
      revision: 1,
      offeringId,
      month,
      pending: asks,
      taken: 0,
    })
  }
  return referrals
}

/** An order that is the same each time and mixes all pairs. */
function byScatter(a: Referral, b: Referral): number {
  const scatter = ({ id }: Referral) => (Number(id.slice(2)) * 7_919) % 10_007
  return scatter(a) - scatter(b)
}
