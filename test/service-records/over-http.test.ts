import { join } from 'node:path'
import { expect } from 'chai'
import type { Actor } from '../../src/platform/actor.js'
import { Idempotency, idempotencyKeys } from '../../src/platform/http/idempotency.js'
import { createKeyRing } from '../../src/privacy/index.js'
import { createServiceAttachments } from '../../src/service-records/attachment-service.js'
import {
  AttachmentFiles,
  attachmentRoutes,
  serviceRecordMessages,
  serviceRecordRoutes,
  serviceRecordSheet,
  serviceTotalRoutes,
} from '../../src/service-records/index.js'
import { MonthGates } from '../../src/service-records/month-gates.js'
import { onEachStore } from '../each-store.js'
import { regions, taxonomy } from '../feature-services.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'
import { dataFolder } from '../running.js'
import { onCleanup } from '../setup.js'
import { aJpeg, aPng } from './attachments/files.js'
import { aServiceRecord, otherWorker, serviceRecordWorld, worker } from './world.js'

onEachStore('service records over HTTP', (engine) => {
  async function served(actor: Actor = worker) {
    const world = await serviceRecordWorld({
      open: (collections) => engine.open([...collections, idempotencyKeys]),
    })
    const { deps, store, records, totals } = world
    const folder = dataFolder()
    onCleanup(() => folder.remove())
    const keys = createKeyRing([{ id: 'k', secret: Buffer.alloc(32, 1) }])
    const files = new AttachmentFiles(join(folder.path, 'attachments'), keys)
    const attachments = createServiceAttachments({ ...deps, files, records }, new MonthGates(store))
    const namesOf = async () => new Map<string, string>()
    const served = (as: Actor) =>
      serve(
        testApp({
          routes: [
            ...serviceRecordRoutes(records, serviceRecordSheet({ regions, taxonomy }, namesOf)),
            ...attachmentRoutes(attachments),
            ...serviceTotalRoutes({ totals, regions, taxonomy, namesOf }),
          ],
          messages: [serviceRecordMessages],
          idempotency: new Idempotency({ store, clock: deps.clock }),
          gate: openGate(as),
        }),
      )
    return { ...world, http: await served(actor), served }
  }

  async function send(url: string, file: Blob, name: string, revision: number) {
    const body = new FormData()
    body.append('file', file, name)
    const response = await fetch(url, { method: 'POST', body, headers: { 'if-match': `"${revision}"` } })
    return {
      status: response.status,
      body: (await response.json()) as { attachments: { id: string }[]; revision: number },
    }
  }

  it('take a file and give it back to be saved, never shown or run', async () => {
    const { http, served: as } = await served()
    const { body: record } = await http.ask<{ id: string }>('/api/v1/service-records', {
      json: aServiceRecord(),
    })
    const url = `${http.url}/api/v1/service-records/${record.id}/attachments`
    const sent = await send(url, new Blob([new Uint8Array(aJpeg())]), "签到表 (2)'.jpg", 1)
    expect([sent.status, sent.body.revision]).to.deep.equal([201, 2])
    const stale = await send(url, new Blob([new Uint8Array(aPng())]), 'a.png', 1)
    expect(stale.status).to.equal(412)
    const path = `${url}/${sent.body.attachments[0]?.id}`
    const response = await fetch(path)
    expect(Buffer.from(await response.arrayBuffer())).to.deep.equal(aJpeg())
    const header = (name: string) => response.headers.get(name)
    expect(header('content-type')).to.equal('image/jpeg')
    expect(header('content-disposition')).to.equal(
      `attachment; filename="attachment.jpeg"; filename*=UTF-8''%E7%AD%BE%E5%88%B0%E8%A1%A8%20%282%29%27.jpg`,
    )
    expect(header('x-content-type-options')).to.equal('nosniff')
    expect(header('content-security-policy')).to.include('sandbox')
    expect(header('cache-control')).to.include('private')
    const stranger = await as(otherWorker)
    expect((await fetch(path.replace(http.url, stranger.url))).status).to.equal(404)
    const removed = await fetch(path, { method: 'DELETE', headers: { 'if-match': '"2"' } })
    expect([removed.status, (await fetch(path)).status]).to.deep.equal([200, 404])
  })

  it('say in both languages why a file is not taken', async () => {
    const { http } = await served()
    const { body: record } = await http.ask<{ id: string }>('/api/v1/service-records', {
      json: aServiceRecord(),
    })
    const form = new FormData()
    form.append('file', new Blob(['<svg/>']), 'photo.jpg')
    for (const [language, message] of [
      ['zh', '只接受 JPEG、PNG 和 PDF'],
      ['en', 'must be a JPEG, PNG or PDF'],
    ] as const) {
      const response = await fetch(`${http.url}/api/v1/service-records/${record.id}/attachments`, {
        method: 'POST',
        body: form,
        headers: { 'if-match': '"1"', 'accept-language': language },
      })
      const { errors } = (await response.json()) as { errors: unknown[] }
      expect([response.status, errors]).to.deep.equal([
        422,
        [{ field: 'file', code: 'attachment.type', message }],
      ])
    }
  })

  it('send the totals as a file that a spreadsheet program opens', async () => {
    const { http } = await served()
    await http.ask('/api/v1/service-records', { json: aServiceRecord() })
    const query = 'by=organization&by=month&from=2026-01&to=2026-12'
    const csv = await http.ask(`/api/v1/service-totals?${query}&format=csv`, {
      headers: { 'accept-language': 'en' },
    })
    expect(csv.headers.get('content-disposition')).to.equal(
      'attachment; filename="service-totals-2026-01-2026-12.csv"',
    )
    expect(csv.text)
      .to.match(/^\ufeff?organisation,month,/)
      .and.include('o-000001,2026-02,')
    const xlsx = await fetch(`${http.url}/api/v1/service-totals?${query}&format=xlsx`)
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).to.equal('PK')
  })
})
