import { expect } from 'chai'
import { insightFollowers } from '../../src/insights/index.js'
import type { Actor } from '../../src/platform/actor.js'
import { auditTrail, outbox } from '../../src/platform/records/index.js'
import type { Collection, Stored } from '../../src/platform/store/index.js'
import { actors } from '../actors.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import {
  actor,
  community,
  elsewhere,
  featureServices,
  nextCommunity,
  street,
  taxonomy,
} from '../feature-services.js'
import { openTemporaryMongo } from '../platform/store/temporary-mongo.js'

const row = (externalId: string, over: Record<string, unknown> = {}) => ({
  externalId,
  fields: { ...aNeed(), ...over },
})
const outcomes = (rows: readonly { outcome: string }[]) => rows.map(({ outcome }) => outcome)

onEachStore('an import of needs', (engine) => {
  it('writes nothing in a trial run and says what it would do', async () => {
    const { needs, store } = await featureServices(engine)
    const rows = [row('a'), row('b', { region: '1' }), row('a'), row('', {}), row('c', { nonsense: 1 })]
    expect(await needs.importMany(rows, actor, { apply: false })).to.deep.equal([
      { externalId: 'a', outcome: 'created' },
      { externalId: 'b', outcome: 'rejected', errors: [{ field: 'region', code: 'string.pattern.base' }] },
      {
        externalId: 'a',
        outcome: 'rejected',
        errors: [{ field: 'externalId', code: 'externalId.repeated' }],
      },
      { externalId: '', outcome: 'rejected', errors: [{ field: 'externalId', code: 'string.empty' }] },
      { externalId: 'c', outcome: 'rejected', errors: [{ field: 'nonsense', code: 'object.unknown' }] },
    ])
    expect(await store.count(needs.records.kind.collection, {})).to.equal(0)
  })

  it('takes texts for numbers, as a spreadsheet has them', async () => {
    const { needs } = await featureServices(engine)
    const rows = [row('a', { amount: { value: '12', unit: 'place' } })]
    const [made] = await needs.importMany(rows, actor, { apply: true })
    expect((await needs.records.get(made?.id as string)).amount).to.deep.equal({ value: 12, unit: 'place' })
  })

  it('counts the parts of each text that it hides, also in a trial run', async () => {
    const { needs } = await featureServices(engine)
    const text = '何秀兰阿姨独居，电话13800138012，想有人陪她说说话。'
    const rows = [row('a', { text }), row('b')]
    for (const apply of [false, true]) {
      const made = await needs.importMany(rows, actor, { apply })
      expect(made.map(({ outcome, hidden }) => [outcome, hidden])).to.deep.equal([
        ['created', 2],
        ['created', undefined],
      ])
    }
    const again = await needs.importMany(rows, actor, { apply: true })
    expect(again.map(({ outcome, hidden }) => [outcome, hidden])).to.deep.equal([
      ['unchanged', undefined],
      ['unchanged', undefined],
    ])
  })

  it('changes nothing when it is run again, also where words or people have set the urgency', async () => {
    const { needs } = await featureServices(engine)
    const rows = Array.from({ length: 1203 }, (_, i) =>
      row(`e${i}`, { text: `第 ${i} 位老人不想活了，请去看看。` }),
    )
    const made = await needs.importMany(rows, actor, { apply: true })
    expect(new Set(outcomes(made))).to.deep.equal(new Set(['created']))
    const id = made[700]?.id as string
    await needs.setUrgency(id, 1, 'soon', '已上门核实', actor)
    const again = await needs.importMany(rows, actor, { apply: true })
    expect(new Set(outcomes(again))).to.deep.equal(new Set(['unchanged']))
    expect((await needs.records.get(id)).revision).to.equal(2)
  })

  it('names at most 500 records in an entry, and each in one', async () => {
    const { needs, store } = await featureServices(engine)
    const rows = Array.from({ length: 1203 }, (_, i) => row(`e${i}`))
    const made = await needs.importMany(rows, actor, { apply: true })
    const ids = made.map(({ id }) => id)
    for (const collection of [auditTrail, outbox]) {
      const all: readonly { kind: string; subjects: readonly string[] }[] = await store.find(collection, {})
      const entries = all.filter(({ kind }) => kind === 'need').map(({ subjects }) => subjects)
      expect(entries.map(({ length }) => length)).to.have.members([500, 500, 203])
      expect(entries.flat()).to.have.members(ids)
    }
  })

  it('changes what differs, names it, and looks at a new text again', async () => {
    const { needs } = await featureServices(engine)
    const [made] = await needs.importMany([row('a'), row('b')], actor, { apply: true })
    const rows = [row('a', { text: '她割腕了，请马上去。', source: 'hotline' }), row('b'), row('c')]
    const changed = await needs.importMany(rows, actor, { apply: true })
    expect(outcomes(changed)).to.deep.equal(['changed', 'unchanged', 'created'])
    expect(changed[0]?.changes).to.have.members(['title', 'text', 'source', 'urgency'])
    const stored = await needs.records.get(made?.id as string)
    expect(stored).to.include({ revision: 2, source: 'hotline', title: '她割腕了，请马上去' })
    expect(stored.urgency.level).to.equal('crisis')
  })

  it('refuses to lower what was stated, for that needs a reason', async () => {
    const { needs } = await featureServices(engine)
    await needs.importMany([row('a', { urgency: 'urgent' })], actor, { apply: true })
    const [again] = await needs.importMany([row('a', { urgency: 'soon' })], actor, { apply: true })
    expect(again?.errors).to.deep.equal([{ field: 'urgency', code: 'urgency.lowering' }])
  })

  it('leaves an urgency alone that a row does not state', async () => {
    const { needs } = await featureServices(engine)
    const [made] = await needs.importMany([row('a')], actor, { apply: true })
    const { state: _, ...change } = aNeed({ urgency: 'urgent' })
    await needs.amend(made?.id as string, 1, change, actor)
    expect(outcomes(await needs.importMany([row('a')], actor, { apply: true }))).to.deep.equal(['unchanged'])
  })

  it('loses only the row that meets a key which somebody takes meanwhile', async () => {
    const { needs } = await featureServices(engine)
    const { find } = needs.records
    needs.records.find = async (filter, options) => {
      const found = await find.call(needs.records, filter, options)
      needs.records.find = find
      await needs.create(aNeed({ externalId: 'b' }), actor)
      return found
    }
    const result = await needs.importMany([row('a'), row('b'), row('c')], actor, { apply: true })
    expect(outcomes(result)).to.deep.equal(['created', 'rejected', 'created'])
    expect(result[1]?.errors).to.deep.equal([{ field: 'externalId', code: 'key.taken' }])
  })

  it('leaves what is there as it is, where it is only to make what is new', async () => {
    const { needs } = await featureServices(engine)
    const [made] = await needs.importMany([row('a')], actor, { apply: true })
    const rows = [row('a', { text: '换了说法的同一件事，请别改。' }), row('b')]
    const again = await needs.importMany(rows, actor, { apply: true, known: 'keep' })
    expect(again.map(({ outcome }) => outcome)).to.deep.equal(['unchanged', 'created'])
    expect(again[0]?.id).to.equal(made?.id)
    expect((await needs.records.get(made?.id as string)).revision).to.equal(1)
  })

  it('takes from a committee and from a street what lies in theirs, and changes nothing beyond it', async () => {
    const { needs } = await featureServices(engine)
    const rows = [
      row('a', { region: community }),
      row('b', { region: nextCommunity }),
      row('c', { region: elsewhere }),
      row('d', { region: '440399999999' }),
    ]
    const taken = async (as: Actor) => outcomes(await needs.importMany(rows, as, { apply: false }))
    expect(await taken(actors.committee(community))).to.deep.equal([
      'created',
      'rejected',
      'rejected',
      'rejected',
    ])
    expect(await taken(actors.street(street))).to.deep.equal(['created', 'created', 'rejected', 'rejected'])
    expect(await taken(actors.district)).to.deep.equal(['created', 'created', 'created', 'rejected'])
    expect(await taken(actors.manager('o-1'))).to.deep.equal(Array(4).fill('rejected'))

    const [foreign] = await needs.importMany([row('e', { region: elsewhere })], actor, { apply: true })
    const grab = [row('e', { region: community })]
    const [refused] = await needs.importMany(grab, actors.committee(community), { apply: true })
    expect(refused?.errors).to.deep.equal([{ field: 'region', code: 'region.beyond' }])
    expect((await needs.records.get(foreign?.id as string)).region).to.equal(elsewhere)
  })

  if (engine.name === 'mongodb')
    it('changes 500 needs in few round trips', async () => {
      const told: string[] = []
      const logSlow = { above: 0, log: (what: string) => told.push(what) }
      const open = (collections: readonly Collection<Stored>[]) =>
        openTemporaryMongo(collections, undefined, { logSlow })
      const { needs } = await featureServices({ open }, insightFollowers(taxonomy))
      const rows = (text: string) => Array.from({ length: 500 }, (_, i) => row(`e${i}`, { text }))
      await needs.importMany(rows('一位独居老人想有人陪她说说话。'), actor, { apply: true })
      told.length = 0
      const changed = await needs.importMany(rows('一位独居老人想学用手机。'), actor, { apply: true })
      expect(new Set(outcomes(changed))).to.deep.equal(new Set(['changed']))
      expect(told.length, told.join('\n')).to.be.below(15)
    })
})
