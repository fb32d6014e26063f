import { expect } from 'chai'
import { identityCollections, identityKind } from '../../src/identities/index.js'
import { needsCollection } from '../../src/needs/index.js'
import { Conflict } from '../../src/platform/errors.js'
import { auditTrail, events, outbox } from '../../src/platform/records/index.js'
import type { Collection, Stored } from '../../src/platform/store/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { committee, errorOf, peopleServices, traces, who, wordy } from './people.js'

const everything: readonly Collection<Stored>[] = [
  needsCollection,
  auditTrail,
  outbox,
  events,
  ...identityCollections,
]

onEachStore('entering a need with personal data in it', (engine) => {
  it('stores marks in place of it, and says where they stand', async () => {
    const { needs } = await peopleServices(engine)
    const need = await needs.create(aNeed({ text: wordy, title: '何秀兰阿姨要人陪' }), committee)
    expect(need.text).to.equal('【姓名】阿姨独居，电话【电话】，住【住址】，想有人陪她说说话。')
    expect(need.title).to.equal('【姓名】阿姨要人陪')
    expect(need.hidden.map(({ field, kind }) => `${field} ${kind}`)).to.deep.equal([
      'title name',
      'text name',
      'text phone',
      'text address',
    ])
    expect(need.text.slice(need.hidden[2]?.start, need.hidden[2]?.end)).to.equal('【电话】')
    expect(await needs.recall(need.id, committee)).to.deep.equal({ ...need })
  })

  it('leaves no trace of the person in any collection, search included', async () => {
    const { store, needs, post, index, identities } = await peopleServices(engine)
    const { id, revision } = await post()
    await identities.put(id, 1, who, committee)
    await needs.amend(id, revision, { ...aNeed({ text: `${wordy}孩子叫张浩然。` }) }, committee)
    await index()
    for (const collection of everything) {
      const kept = JSON.stringify(await store.find(collection, {}, { limit: 1_000 }))
      for (const trace of [...traces, '张浩然'])
        expect(kept, `${collection.name}: ${trace}`).not.to.include(trace)
    }
    for (const word of ['何秀兰', '13800138012', '怡翠花园'])
      expect((await needs.search({}, { text: word }, committee)).total, word).to.equal(0)
  })

  it('masks what an import brings, and keeps the originals', async () => {
    const { needs, store, vault } = await peopleServices(engine)
    const { state: _, ...fields } = aNeed({ text: wordy })
    const rows = [
      { externalId: 'A', fields },
      { externalId: 'B', fields: { ...fields, text: '社区里有位独居老人，需要有人上门陪伴。' } },
    ]
    const results = await needs.importMany(rows, committee, { apply: true })
    expect(results.map(({ outcome }) => outcome)).to.deep.equal(['created', 'created'])
    const again = await needs.importMany(rows, committee, { apply: true })
    expect(again.map(({ outcome }) => outcome)).to.deep.equal(['unchanged', 'unchanged'])
    const kept = await store.find(identityKind.collection, {})
    expect(kept.map(({ needId }) => needId)).to.deep.equal([results[0]?.id])
    expect(kept.map((identity) => vault.open(identity).wordings)).to.deep.equal([[{ text: wordy }]])
    expect((await needs.records.get(results[0]?.id ?? '')).text).to.include('【电话】')
  })

  it('keeps the first wording when the masked one comes back with a change', async () => {
    const { needs, post, store, vault } = await peopleServices(engine)
    const need = await post()
    const back = `${need.text}联系她女儿13924650087。`
    await needs.amend(need.id, need.revision, aNeed({ text: back }), committee)
    const [identity] = await store.find(identityKind.collection, {})
    expect(identity && vault.open(identity).wordings.map(({ text }) => text)).to.deep.equal([back, wordy])
  })

  it('hides a name wherever it stands once it is found, and once it is known', async () => {
    const { needs, identities, store, vault } = await peopleServices(engine)
    const text = '姓名：司徒慧贞，独居。司徒慧贞腿脚不便；万方常来看她。'
    const need = await needs.create(aNeed({ text, title: '司徒慧贞要人陪伴' }), committee)
    expect(need.title).to.equal('【姓名】要人陪伴')
    expect(need.text).to.equal('姓名：【姓名】，独居。【姓名】腿脚不便；万方常来看她。')
    await identities.put(need.id, 1, { name: '万方' }, committee)
    expect((await needs.records.get(need.id)).text).to.include('；【姓名】常来看她。')
    const [identity] = await store.find(identityKind.collection, {})
    expect(identity && vault.open(identity).wordings.at(-1)?.text).to.equal(text)
  })

  it('is replaced only by who has seen what is kept', async () => {
    const { identities, needs } = await peopleServices(engine)
    const { id } = await needs.create(aNeed(), committee)
    expect(await identities.summary(id, committee)).to.include({ revision: 0 })
    expect(await identities.put(id, 0, who, committee)).to.include({ revision: 1 })
    for (const stale of [0, 2])
      expect(await errorOf(identities.put(id, stale, { name: '别人' }, committee)))
        .to.be.instanceOf(Conflict)
        .with.property('code', 'revision.stale')
    expect(await identities.put(id, 1, { name: '何秀兰' }, committee)).to.deep.include({
      revision: 2,
      fields: ['name'],
    })
  })

  it('erases the person with the need', async () => {
    const { needs, post, store } = await peopleServices(engine)
    const { id, revision } = await post()
    await needs.remove(id, revision, committee)
    const [identity] = await store.find(identityKind.collection, {})
    expect(identity).to.include({ needId: id }).and.not.have.any.keys('sealed', 'keyId')
    expect(identity?.fingerprints).to.deep.equal([])
    expect(identity?.erased?.why).to.equal('need-removed')
  })

  it('masks reasons, which stay in the trail', async () => {
    const { needs, post, audit } = await peopleServices(engine)
    const { id, revision } = await post()
    const { revision: next } = await needs.move(id, revision, 'withdrawn', undefined, committee)
    await needs.move(id, next, 'open', '何秀兰女士来电13800138012', committee)
    expect((await audit('need.open')).map(({ reason }) => reason)).to.deep.equal(['【姓名】女士来电【电话】'])
  })
})
