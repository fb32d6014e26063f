import { expect } from 'chai'
import { AuditTrail, auditRoutes } from '../../src/audit/index.js'
import { type Actor, systemActor } from '../../src/platform/actor.js'
import { type AuditEntry, auditTrail, unitOfWork } from '../../src/platform/records/index.js'
import { onEachStore } from '../each-store.js'
import { aNeed } from '../feature-drafts.js'
import { featureServices } from '../feature-services.js'
import { serve, testApp } from '../http-client.js'

const auditor: Actor = { id: 'u-auditor', role: 'auditor' }
const administrator: Actor = { id: 'u-admin', role: 'admin' }
const byAt = { sort: { field: 'at', direction: 'desc' } } as const

interface Page {
  readonly items: readonly AuditEntry[]
  readonly next?: string
}

onEachStore('reading the audit trail', (engine) => {
  async function world() {
    const { store, needs, clock, ids, advance } = await featureServices(engine)
    const trail = new AuditTrail(store)
    const client = await serve(testApp({ routes: auditRoutes(trail), messages: [] }))
    return {
      ...{ store, trail, needs, advance, client },
      /** Something done to a record of any kind. */
      do: (kind: string, action: string, subject: string, by: string, reason?: string) =>
        unitOfWork({ store, clock, ids, onCommitted: () => undefined }, systemActor(by), async (unit) =>
          unit.note({ name: kind }, { action, reason }, subject),
        ),
    }
  }

  it('filters by kind, action, actor, subject and days of Shanghai, the newest first', async () => {
    const { trail, do: done, advance } = await world()
    // 10:00 on 10 March in Shanghai, then 23:59 and 00:01.
    await done('need', 'create', 'n-1', 'u-1')
    advance(14 * 3_600_000 - 60_000)
    await done('need', 'amend', 'n-1', 'u-2')
    advance(120_000)
    await done('referral', 'accept', 'r-1', 'u-1')
    const asked = async (filters: object) =>
      (await trail.list(filters, byAt, auditor)).map(({ action, actor }) => `${action} ${actor}`)
    expect(await asked({})).to.deep.equal(['referral.accept u-1', 'need.amend u-2', 'need.create u-1'])
    expect(await asked({ kind: 'need' })).to.deep.equal(['need.amend u-2', 'need.create u-1'])
    expect(await asked({ action: 'need.amend' })).to.deep.equal(['need.amend u-2'])
    expect(await asked({ actor: 'u-1' })).to.deep.equal(['referral.accept u-1', 'need.create u-1'])
    expect(await asked({ subject: 'n-1', actor: 'u-1' })).to.deep.equal(['need.create u-1'])
    expect(await asked({ from: '2026-03-11' })).to.deep.equal(['referral.accept u-1'])
    expect(await asked({ from: '2026-03-10', to: '2026-03-10', kind: 'need' })).to.have.length(2)
  })

  it('shows an administrator what was done to accounts and settings, and nothing of needs', async () => {
    const { trail, do: done } = await world()
    await done('need', 'create', 'n-1', 'u-1')
    await done('account', 'create', 'u-2', 'u-1')
    const asked = async (filters: object) =>
      (await trail.list(filters, byAt, administrator)).map(({ action }) => action)
    expect(await asked({})).to.deep.equal(['account.create'])
    expect(await asked({ kind: 'account' })).to.deep.equal(['account.create'])
    expect(await asked({ kind: 'need' })).to.deep.equal([])
    expect(await asked({ action: 'need.create' })).to.deep.equal([])
  })

  it('shows ids only, and masks in a reason what may be of a person', async () => {
    const { client, needs, do: done } = await world()
    const need = await needs.create(aNeed({ text: '王秀英，电话13912345678，想有人陪' }), systemActor('u-1'))
    await done('need', 'withdraw', need.id, 'u-1', '电话13912345678打不通')
    const { body } = await client.ask<Page>('/api/v1/audit?kind=need')
    expect(body.items.map(({ action, subjects }) => [action, subjects])).to.deep.equal([
      ['need.withdraw', [need.id]],
      ['need.create', [need.id]],
    ])
    expect(body.items[0]?.reason).to.equal('电话【电话】打不通')
    expect(JSON.stringify(body)).not.to.match(/王秀英|13912345678/)
  })

  it('pages without a gap while new entries come', async () => {
    const { client, do: done, advance } = await world()
    for (let i = 0; i < 5; i++) {
      await done('need', 'create', `n-${i}`, 'u-1')
      if (i % 2) advance(1_000)
    }
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await client.ask<Page>(`/api/v1/audit?limit=2${after}`)
      seen.push(...body.items.flatMap(({ subjects }) => subjects))
      await done('need', 'create', 'n-new', 'u-1')
      after = body.next ? `&after=${body.next}` : ''
    } while (after)
    expect(seen.toSorted()).to.deep.equal(['n-0', 'n-1', 'n-2', 'n-3', 'n-4'])
  })

  it('exports a file for Excel in which no text is run as a formula, and names the next one', async () => {
    const { client, do: done } = await world()
    await done('need', 'withdraw', 'n-1', 'u-1', '=HYPERLINK("http://x","y")')
    await done('need', 'create', 'n-2', '=cmd', 'two\nlines')
    const first = await client.ask<unknown>('/api/v1/audit/export?limit=1')
    expect(first.headers.get('content-type')).to.equal('text/csv; charset=utf-8')
    expect(first.headers.get('link')).to.match(/audit\/export\?limit=1&after=.*rel="next"/)
    const whole = await client.ask<unknown>('/api/v1/audit/export')
    expect(whole.headers.get('link')).to.equal(null)
    const text = String(whole.text)
    expect(text).to.match(/^\ufeff?时间 time,操作人 actor,操作 action/)
    expect(text).to.include(`'=cmd`)
    expect(text).to.include(`"'=HYPERLINK(""http://x"",""y"")"`)
    expect(text.split('\r\n')).to.have.length(4)
  })

  it('has no way to change or remove an entry', async () => {
    const { client, store, do: done } = await world()
    await done('need', 'create', 'n-1', 'u-1')
    const [entry] = await store.find(auditTrail, {})
    for (const method of ['DELETE', 'PUT', 'PATCH', 'POST'])
      expect((await client.refused(`/api/v1/audit/${entry?.id}`, { method })).status).to.be.oneOf([404, 405])
  })
})
