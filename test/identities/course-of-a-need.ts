import { expect } from 'chai'
import { exampleIds } from '../example-records.js'
import { community } from '../feature-services.js'
import { HttpClient } from '../http-client.js'
import { aPng } from '../service-records/attachments/files.js'
import { scopes } from '../signed-in.js'
import { at, done, get, post, type Shown } from '../story/asking.js'

const who = { name: '司徒慧贞', phone: '0755-28000199', address: '示例花园9栋901', birthDate: '1942-06-01' }
/** What people write of her wherever words may be written; all of it is to be hidden. */
const said = '司徒慧贞女士，电话0755-28000199，住示例花园9栋901'
/** Of her, what may show nowhere. */
export const traces = ['司徒慧贞', '28000199', '示例花园9栋', '1942-06-01']

/** Who has signed in, by role. */
export type People = Readonly<Record<keyof typeof scopes, HttpClient>>
/** Ids of what was made, by the first part of its address. */
type Made = Readonly<Record<string, string>>

/** A need from its first word to its rating, where everybody names her in whatever they write. */
export async function live(as: People): Promise<Made> {
  const { committee, street, district } = as
  const worker = as['org-worker']
  const need = await post<Shown>(committee, '/needs', {
    ...{ region: community, text: `${said}，独居，说不想活了，想自杀，需要有人上门陪伴。`, title: said },
    ...{ beneficiaries: { count: 1 }, amount: { value: 4, unit: 'visit' }, source: 'visit', identity: who },
  })
  const consent = await person(need, as)
  await decide(need, as)
  let referral = await post<Shown>(committee, `/needs/${need.id}/referrals`, {
    ...{ how: 'request', offeringId: exampleIds.offering },
  })
  const report = { delivered: 4, on: '2026-03-02', goal: 'full', note: said }
  const steps: readonly [HttpClient, string, object?][] = [
    [worker, 'receive'],
    [worker, 'reject', { reason: { code: 'other', note: said } }],
    [street, 'override', { why: said }],
    [worker, 'accept', {}],
    [worker, 'begin'],
    [worker, 'report', { report }],
    [committee, 'dispute', { why: said }],
    [worker, 'report', { report }],
    [committee, 'confirm', { rating: { came: true, onTime: true, goal: 'full', comment: said } }],
  ]
  for (const [actor, action, input] of steps) referral = await done(actor, referral, action, input)
  const record = await serve(worker, referral)
  const gap = { region: scopes.street.region, category: 'elderly', type: 'invite' }
  const action = { ...gap, owner: said, dueOn: '2026-12-31', note: said }
  const taken = await post<Shown>(district, '/insights/actions', action)
  await post(district, `/insights/actions/${taken.id}/close`, { outcome: said }, taken)
  return { needs: need.id, referrals: referral.id, consents: consent.id, 'service-records': record.id }
}

/** Who she is: consents and releases, with words of everybody. */
async function person(need: Shown, { committee, street }: People): Promise<Shown> {
  const given = { by: 'self', form: 'oral', purpose: said, givenOn: '2026-03-01', witness: who.name }
  const consent = await post<Shown>(committee, `/needs/${need.id}/consents`, given)
  const releases = `/needs/${need.id}/identity/releases`
  await post(committee, releases, { purpose: said })
  const emergency = await post<Shown>(committee, releases, { purpose: said, emergency: true })
  const review = { isJustified: true, reason: said }
  await post(street, `/identity-releases/${emergency.id}/review`, review, emergency)
  return consent
}

/** What becomes of needs by a person's decision: less urgent, merged, taken apart, withdrawn; each with a reason. */
async function decide(need: Shown, { committee }: People): Promise<void> {
  const draft = {
    ...{
      region: community,
      text: `${said}，要人陪她去医院。`,
      source: 'visit',
      beneficiaries: { count: 1 },
    },
    ...{ amount: { value: 1, unit: 'visit' } },
  }
  const twin = await post<Shown>(committee, '/needs', draft)
  const merged = { needs: [twin.id], reason: said }
  await post(committee, `/needs/${need.id}/merges`, merged)
  const { items } = await get<{ items: Shown[] }>(committee, `/needs/${need.id}/merges`)
  const [merge] = items as [Shown]
  await post(committee, `/merges/${merge.id}/undo`, { reason: said }, merge)
  const apart = await get<Shown>(committee, `/needs/${twin.id}`)
  await post(committee, `/needs/${twin.id}/withdraw`, { reason: said }, apart)
  const level = { level: 'urgent', reason: said }
  await post(committee, `/needs/${need.id}/urgency`, level, await get<Shown>(committee, `/needs/${need.id}`))
}

/** A record of what was done, corrected, with a file called after her. */
async function serve(worker: HttpClient, referral: Shown): Promise<Shown> {
  const work = (visits: number) => ({ kind: 'visit', visits, persons: 1, minutes: visits * 60 })
  const record = {
    ...{ organizationId: exampleIds.organization, region: community, category: 'elderly.home-visit' },
    ...{ referralId: referral.id, day: '2026-03-02', notes: said },
  }
  const entered = await post<Shown>(worker, '/service-records', { ...record, work: work(5) })
  const correction = { record: { ...record, work: work(4) }, reason: said }
  const corrected = await post<Shown>(worker, `/service-records/${entered.id}/correct`, correction, entered)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(aPng())]), `${said}.png`)
  const sent = await fetch(`${worker.url}/api/v1/service-records/${entered.id}/attachments`, {
    ...{ method: 'POST', body: form, headers: { ...worker.always, ...at(corrected) } },
  })
  expect(sent.status).to.equal(201)
  return entered
}

/** Names her where nobody is to be named, mostly in vain. */
export async function blunder({ committee }: People): Promise<void> {
  const word = encodeURIComponent(said)
  const wrong = [
    ...[`/needs/${word}`, `/${word}`, `/needs?region=${word}`, `/needs?${word}=1`, `/regions/${word}`],
    ...[`/needs?q=${word}`, `/needs?after=${word}`],
  ]
  for (const path of wrong) expect((await committee.ask(`/api/v1${path}`)).status).to.be.within(200, 499)
  const bodies = [
    { raw: `{"text":"${said}` },
    { json: { [said]: said } },
    { json: { text: said, source: said } },
  ]
  for (const body of bodies) {
    const type = { 'content-type': 'application/json' }
    const reply = await committee.ask('/api/v1/needs', { method: 'POST', headers: type, ...body })
    expect(reply.status).to.be.within(400, 499)
  }
  const session = { name: said, password: said }
  expect((await new HttpClient(committee.url).ask('/api/v1/session', { json: session })).status).to.equal(401)
}
