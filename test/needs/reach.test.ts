import { expect } from 'chai'
import { addProgress, type Need, type NeedDraft, noProgress, type Progress } from '../../src/needs/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { Unavailable } from '../../src/platform/errors.js'
import { unitOfWork } from '../../src/platform/records/index.js'
import type { SearchIndex } from '../../src/platform/search/index.js'
import { actors } from '../actors.js'
import { type Engine, onEachStore } from '../each-store.js'
import { aNeed, anOffering, anOrganization, creditCodeNumber } from '../feature-drafts.js'
import {
  actor,
  community,
  elsewhere,
  featureServices,
  nextCommunity,
  regions,
  street,
} from '../feature-services.js'
import { matchingOver } from '../matching/shared-language.js'
import { outcomeOf } from '../outcomes.js'
import { refusalOf } from '../refusals.js'

const own = actors.committee(community)
const neighbour = actors.committee(nextCommunity)
const worker = actors.worker('o-1')
const everybody: Record<string, Actor> = {
  own,
  neighbour,
  street: actors.street(street),
  district: actors.district,
  worker,
  auditor: actors.auditor,
  admin: actors.admin,
}
const guarded = '孩子父亲正在服刑，放学后没人接，需要有人照看。'
const page = { sort: { field: 'createdAt', direction: 'desc' }, limit: 50 } as const

/** One need of each sort in `community`, named for what is special about it, and one public one elsewhere. */
async function world(engine: Pick<Engine, 'open'>) {
  const services = await featureServices(engine)
  const { needs } = services
  const drafts: Record<string, Partial<NeedDraft>> = {
    open: { visibility: 'public' },
    guarded: {
      visibility: 'public',
      text: guarded,
      categories: ['minors'],
      beneficiaries: { count: 1, groups: ['children'] },
    },
    matched: { visibility: 'matched' },
    staff: { visibility: 'staff' },
    draft: { visibility: 'public', state: 'draft' },
    far: { visibility: 'public', region: elsewhere },
  }
  const made: Record<string, Need> = {}
  for (const [name, draft] of Object.entries(drafts)) {
    services.advance(60_000)
    made[name] = await needs.create(aNeed(draft), actor)
  }
  await services.index()
  const nameOf = ({ id }: { id: string }) => Object.keys(made).find((name) => made[name]?.id === id)
  return { ...services, made, namesOf: (found: readonly { id: string }[]) => found.map(nameOf).sort() }
}

const visible: Record<string, string[]> = {
  own: ['draft', 'far', 'guarded', 'matched', 'open', 'staff'],
  neighbour: ['far', 'guarded', 'open'],
  street: ['draft', 'guarded', 'matched', 'open', 'staff'],
  district: ['draft', 'far', 'guarded', 'matched', 'open', 'staff'],
  worker: ['far', 'guarded', 'open'],
  auditor: [],
  admin: [],
}

onEachStore('who sees which needs', (engine) => {
  it('is the same for a single need, a list, a search and its counts', async () => {
    const { needs, made, namesOf } = await world(engine)
    for (const [name, who] of Object.entries(everybody)) {
      const expected = visible[name] as string[]
      expect(namesOf(await needs.list({}, page, who)), name).to.deep.equal(expected)
      const found = await needs.search({}, { text: '', facets: ['state', 'urgency'] }, who)
      expect(namesOf(found.items), name).to.deep.equal(expected)
      expect(found.total, name).to.equal(expected.length)
      const counted = found.facets.urgency?.reduce((sum, { count }) => sum + count, 0) ?? 0
      expect(counted, name).to.equal(expected.length)
      for (const { value, count } of found.facets.state ?? []) {
        const listed = await needs.list({ state: [value as Need['state']] }, page, who)
        expect(listed, `${name} ${value}`).to.have.length(count)
      }
      for (const [which, { id }] of Object.entries(made)) {
        const seen = await outcomeOf(() => needs.getRaw(id, who))
        expect(seen, `${name} ${which}`).to.equal(expected.includes(which) ? 'done' : 'NotFound')
      }
    }
  })

  it('goes on while a part is open that others may serve, and ends with the last part', async () => {
    const services = await featureServices(engine)
    const { needs } = services
    const { id } = await needs.create(aNeed({ visibility: 'public' }), actor)
    const take = (more: Partial<Progress>) =>
      unitOfWork(services.deps, actor, (unit) => addProgress(unit, id, { ...noProgress, ...more }))
    const seenBy = async (who: Actor) => {
      await services.index()
      const listed = await needs.list({}, page, who)
      const { items } = await needs.search({}, { text: '' }, who)
      return [listed.length, items.length, await outcomeOf(() => needs.getRaw(id, who))]
    }
    for (const who of [neighbour, worker]) expect(await seenBy(who)).to.deep.equal([1, 1, 'done'])
    await take({ reserved: 3 })
    for (const who of [neighbour, worker]) expect(await seenBy(who)).to.deep.equal([1, 1, 'done'])
    await take({ committed: 3, reserved: -3 })
    expect(await needs.records.get(id)).to.include({ state: 'in-service', partlyTaken: true })
    for (const who of [neighbour, worker]) expect(await seenBy(who)).to.deep.equal([1, 1, 'done'])
    await take({ reserved: 5 })
    for (const who of [neighbour, worker]) expect(await seenBy(who)).to.deep.equal([0, 0, 'NotFound'])
    expect(await seenBy(own)).to.deep.equal([1, 1, 'done'])
    await take({ committed: -3, reserved: -5 })
    expect(await needs.records.get(id))
      .to.include({ state: 'open' })
      .and.not.have.property('partlyTaken')
    for (const who of [neighbour, worker]) expect(await seenBy(who)).to.deep.equal([1, 1, 'done'])
  })

  it('goes on in a list from page to page, whatever it is put together from', async () => {
    const { needs, namesOf } = await world(engine)
    const seen: { id: string }[] = []
    let after: { value: string; id: string } | undefined
    for (;;) {
      const found = await needs.list({}, { ...page, limit: 2, ...(after && { after }) }, own)
      seen.push(...found)
      const last = found.at(-1)
      if (!last || found.length < 2) break
      after = { value: last.createdAt, id: last.id }
    }
    expect(seen.map(({ id }) => id)).to.deep.equal((await needs.list({}, page, own)).map(({ id }) => id))
    expect(namesOf(seen)).to.deep.equal(visible.own)
  })

  it('stays when the search index is away, and when it is a moment behind', async () => {
    const { needs, made, search, namesOf } = await world(engine)
    await needs.amend(made.open?.id as string, 1, change({ visibility: 'staff' }), actor)
    const found = await needs.search({}, { text: '老人' }, worker)
    expect(namesOf(found.items)).to.deep.equal(['far'])
    goAway(search)
    for (const [name, who] of Object.entries(everybody)) {
      const away = await needs.search({}, { text: '' }, who)
      expect(away.degraded).to.equal(true)
      const expected = visible[name]?.filter(
        (which) => which !== 'open' || ['own', 'street', 'district'].includes(name),
      )
      expect(namesOf(away.items), name).to.deep.equal(expected)
    }
  })
})

onEachStore('a need about a protected group', (engine) => {
  it('goes to strangers by category only, and whole to those in charge', async () => {
    const { needs, made } = await world(engine)
    const id = made.guarded?.id as string
    for (const who of [neighbour, worker]) {
      const shown = JSON.parse((await needs.getRaw(id, who)).json)
      expect(shown.region).to.equal(street)
      expect(JSON.stringify(shown)).not.to.match(/服刑|放学/)
      expect(shown).not.to.have.property('source')
      const [listed] = (await needs.list({}, page, who)).filter((need) => need.id === id)
      expect(listed).to.deep.equal(shown)
    }
    expect(JSON.parse((await needs.getRaw(id, own)).json).text).to.equal(guarded)
  })

  it('is not found by what is withheld of it: words, group, source, community', async () => {
    const { needs, made, namesOf, search } = await world(engine)
    const asks = async () => {
      for (const who of [neighbour, worker]) {
        for (const text of ['服刑', '放学', 'fuxing'])
          expect((await needs.search({}, { text }, who)).total, text).to.equal(0)
        const at = { region: community }
        expect(namesOf(await needs.list(at, page, who))).to.deep.equal(['open'])
        expect(namesOf((await needs.search(at, { text: '' }, who)).items)).to.deep.equal(['open'])
        const counted = await needs.search({}, { text: '', facets: ['region', 'source'] }, who)
        expect(counted.facets.region?.map(({ count }) => count) ?? []).to.deep.equal([1, 1])
        expect(counted.total).to.equal(2)
        const bySource = await needs.list({ source: [made.guarded?.source as 'visit'] }, page, who)
        expect(namesOf(bySource)).to.deep.equal(['far', 'open'])
        expect(await needs.list({ group: 'children' }, page, who)).to.deep.equal([])
        expect((await needs.search({ group: 'children' }, { text: '' }, who)).total).to.equal(0)
        const groups = await needs.search({}, { text: '', facets: ['group'] }, who)
        expect(groups.facets.group?.map(({ value }) => value) ?? []).not.to.include('children')
        const inStreet = await needs.list({ region: street }, page, who)
        expect(namesOf(inStreet)).to.deep.equal(['guarded', 'open'])
        expect(namesOf(await needs.list({ category: 'minors' }, page, who))).to.deep.equal(['guarded'])
      }
      expect(namesOf((await needs.search({}, { text: '服刑' }, own)).items)).to.deep.equal(['guarded'])
    }
    await asks()
    goAway(search)
    for (const who of [neighbour, worker])
      expect((await needs.search({}, { text: '服刑' }, who)).total).to.equal(0)
  })

  it('is found by nobody through a name or number in its text', async () => {
    const services = await featureServices(engine)
    const text = '独居老人王秀英，电话13812345678，需要有人上门陪伴。'
    await services.needs.create(aNeed({ visibility: 'public', text, title: '独居老人王秀英' }), actor)
    await services.index()
    for (const who of [worker, own, actors.district]) {
      for (const word of ['王秀英', '13812345678', 'xiuying'])
        expect((await services.needs.search({}, { text: word }, who)).total, word).to.equal(0)
      expect((await services.needs.search({}, { text: '独居老人' }, who)).total).to.equal(1)
    }
  })
})

onEachStore('who writes which needs', (engine) => {
  it('is staff of its region and its committee; for others it is not there, or read only', async () => {
    const { needs, made } = await world(engine)
    const writes = (name: string, who: Actor): Record<string, () => Promise<unknown>> => {
      const { id } = made[name] as Need
      return {
        // A revision that was never there: who may not write does not hear of it.
        amend: () => needs.amend(id, 77, change(), who),
        move: () => needs.move(id, 77, 'withdrawn', undefined, who),
        urgency: () => needs.setUrgency(id, 77, 'soon', undefined, who),
        remove: () => needs.remove(id, 77, who),
      }
    }
    for (const [name, who] of Object.entries(everybody)) {
      for (const which of Object.keys(made)) {
        const inCharge =
          name === 'district' || (which === 'far' ? false : name === 'own' || name === 'street')
        const expected = inCharge ? 'Conflict' : visible[name]?.includes(which) ? 'Forbidden' : 'NotFound'
        for (const [verb, write] of Object.entries(writes(which, who)))
          expect(await outcomeOf(write), `${name} ${verb} ${which}`).to.equal(expected)
      }
    }
  })

  it('does not let a need be entered in, looked for in or moved to a region of others', async () => {
    const { needs, made } = await world(engine)
    const there = { region: elsewhere }
    expect(await outcomeOf(() => needs.create(aNeed(there), own))).to.equal('Forbidden')
    expect(await outcomeOf(() => needs.findDuplicates({ ...there, text: guarded }, own))).to.equal(
      'Forbidden',
    )
    const { id } = made.open as Need
    expect(await outcomeOf(() => needs.amend(id, 1, change(there), own))).to.equal('Forbidden')
    expect(await outcomeOf(() => needs.recall(id, neighbour))).to.equal('NotFound')
    expect((await needs.create(aNeed(), own)).likelyDuplicates).to.have.length.above(0)
  })

  it('lets nobody learn from a refused external id that a need elsewhere has it', async () => {
    const { needs } = await world(engine)
    const keyed = { externalId: 'LG-1' }
    await needs.create(aNeed({ ...keyed, region: elsewhere }), actors.district)
    for (const externalId of ['LG-1', 'LG-2'])
      expect(await refusalOf(() => needs.create(aNeed({ externalId }), own))).to.deep.equal([
        'externalId: externalId.office',
      ])
    const { id } = await needs.create(aNeed({ externalId: 'LG-3' }), actors.district)
    expect(await outcomeOf(() => needs.amend(id, 1, change({ externalId: 'LG-3' }), own))).to.equal('done')
  })
})

onEachStore('recommendations', (engine) => {
  async function matched() {
    const services = await world(engine)
    const { organizations, offerings, needs } = services
    const matching = matchingOver(services)
    needs.alsoShowTo(matching.acquaintance)
    const [mine, other] = await Promise.all([
      organizations.create(anOrganization(), actor),
      organizations.create(
        anOrganization({ name: '别家', track: { kind: 'registered', creditCode: creditCodeNumber(2) } }),
        actor,
      ),
    ])
    const draft = { state: 'published', coverage: [regions.chain(community).at(-1) as string] } as const
    const published = await offerings.create(anOffering(mine.id, draft), actor)
    const better = { ...draft, description: '每周上门两次，陪伴腿脚不便的独居老人，打扫卫生。' }
    const paused = await offerings.create(anOffering(other.id, better), actor)
    const hidden = await offerings.move(paused.id, 1, 'paused', actor)
    await matching.projection.apply('organization', [mine, other], [])
    await matching.projection.apply('offering', [published, hidden], [])
    await matching.projection.apply('need', await needs.records.find({}), [])
    return { ...services, matching, mine, other, published, hidden }
  }
  const ask = { limit: 10, explain: true, fit: 'weak' } as const

  it('show an organisation the needs that its own offering can serve, and let it read those', async () => {
    const { matching, needs, made, mine, other, published, hidden, namesOf } = await matched()
    const manager = actors.manager(mine.id)
    const { items } = await matching.forOffering(published.id, ask, manager)
    expect(namesOf(items)).to.include.members(['far', 'matched', 'open']).and.not.include('staff')
    const secret = items.find(({ id }) => id === made.guarded?.id)
    expect(JSON.stringify(secret)).not.to.match(/服刑|放学/)
    const { id } = made.matched as Need
    expect(await outcomeOf(() => needs.getRaw(id, manager))).to.equal('done')
    expect(await outcomeOf(() => needs.getRaw(made.staff?.id as string, manager))).to.equal('NotFound')
    expect(await outcomeOf(() => needs.getRaw(id, actors.manager(other.id)))).to.equal('NotFound')
    expect(await outcomeOf(() => matching.forOffering(hidden.id, ask, manager))).to.equal('NotFound')
    expect(await outcomeOf(() => matching.forOffering(published.id, ask, actors.manager(other.id)))).to.equal(
      'Forbidden',
    )
  })

  it('show staff of a street the needs of their street', async () => {
    const { matching, published, namesOf } = await matched()
    const { items } = await matching.forOffering(published.id, ask, actors.street(street))
    expect(namesOf(items)).to.include.members(['matched', 'open', 'staff']).and.not.include('far')
  })

  it('are asked for own needs, and name to a committee what it may see', async () => {
    const { matching, made, published, hidden } = await matched()
    const { id } = made.open as Need
    const named = async (who: Actor) => {
      const { items, excluded } = await matching.forNeed(id, ask, who)
      return [...items, ...excluded].map((pairing) => pairing.id)
    }
    expect(await named(own)).to.deep.equal([published.id])
    expect(await named(actors.district)).to.deep.equal([published.id, hidden.id])
    expect(await outcomeOf(() => matching.forNeed(id, ask, neighbour))).to.equal('Forbidden')
    expect(await outcomeOf(() => matching.forNeed(made.staff?.id as string, ask, neighbour))).to.equal(
      'NotFound',
    )
  })
})

/** As when its engine cannot be reached. */
function goAway(search: SearchIndex): void {
  search.search = () => Promise.reject(new Unavailable('search'))
}

function change(over: Partial<NeedDraft> = {}) {
  const { state: _, ...fields } = aNeed(over)
  return fields
}
